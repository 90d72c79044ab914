import type { AccountState, OwedItem } from './account-state.ts';
import { type AmountFit, otherFit, partFit, type ReceivedAmount, settlingFit } from './amount-fit.ts';
import type { NamedItem } from './movement-evidence.ts';
import { subsetOfSum } from './subset-search.ts';

/** A way in which an amount fits the invoices that the text names. */
export interface NamedFit {
  readonly fit: AmountFit;
  /** The named invoices that it settles. */
  readonly used: readonly NamedItem[];
  /** Named in the text, and not touched. */
  readonly left: readonly NamedItem[];
  /** Open invoices that are not named and belong to it. */
  readonly addedCount: number;
  /** Other ways that fit as well. */
  readonly rivals: number;
}

const owedOf = (state: AccountState, named: readonly NamedItem[]): readonly OwedItem[] =>
  named.map(({ item }) => ({ item, leftCents: state.leftOf(item) }));

/**
 * Ways in which an amount fits invoices that are named, likeliest first: all of them, some of them, one of
 * them, they and others of the account, a part of them, more than them.
 * @param named of one client and still open, in the order of the text; their numbers are not mere tails.
 * @param owed the whole account.
 */
export const namedFits = (
  state: AccountState,
  named: readonly NamedItem[],
  owed: readonly OwedItem[],
  received: ReceivedAmount,
): readonly NamedFit[] => {
  const first = named[0];
  if (first === undefined) return [];
  const fits: NamedFit[] = [];
  const add = (fit: AmountFit | undefined, used: readonly NamedItem[], rivals = 0, addedCount = 0): void => {
    if (fit !== undefined)
      fits.push({ fit, used, left: named.filter((row) => !used.includes(row)), rivals, addedCount });
  };
  const all = owedOf(state, named);
  add(settlingFit(all, received), named);
  if (fits[0]?.fit.kind === 'exact') return fits;
  if (named.length > 1) {
    const exact = named.filter((row) => state.leftOf(row.item) === received.cents);
    for (const row of exact) add(settlingFit(owedOf(state, [row]), received), [row], exact.length - 1);
    const search = subsetOfSum(
      all.map(({ leftCents }) => leftCents),
      received.cents,
    );
    const chosen = search.first?.flatMap((index) => named[index] ?? []);
    if (chosen !== undefined && chosen.length > 0)
      add(settlingFit(owedOf(state, chosen), received), chosen, search.count - 1 + exact.length);
    if (fits.length === 0) {
      const explained = named.filter((row) => settlingFit(owedOf(state, [row]), received) !== undefined);
      for (const row of explained)
        add(settlingFit(owedOf(state, [row]), received), [row], explained.length - 1);
    }
  }
  for (const row of named) {
    const [one] = owedOf(state, [row]);
    if (one) add(partFit(one, received), [row], named.length - 1);
  }
  // The list in the text is not complete: others of the account make up the rest.
  const sum = all.reduce((total, { leftCents }) => total + leftCents, 0);
  const rest = received.cents - sum;
  if (rest > 0) {
    const others = owed.filter(({ item }) => !named.some((row) => row.item === item));
    const singles = others.filter(({ leftCents }) => leftCents === rest);
    const search = subsetOfSum(
      others.map(({ leftCents }) => leftCents),
      rest,
    );
    const chosen = singles[0] ? [singles[0]] : search.first?.flatMap((index) => others[index] ?? []);
    if (chosen !== undefined && chosen.length > 0) {
      const rivals = singles.length + search.count - 1;
      add(settlingFit([...all, ...chosen], received), named, rivals, chosen.length);
    } else if (received.onAccountCents > 0) {
      const lacking = others.filter(({ leftCents }) => leftCents - received.onAccountCents === rest);
      for (const row of lacking) add(settlingFit([...all, row], received), named, lacking.length - 1, 1);
    }
  }
  if (fits.length === 0) add(otherFit(all, received), named);
  return fits;
};

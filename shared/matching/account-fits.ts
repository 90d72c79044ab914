import { addDays, type Day } from '../dates/day.ts';
import type { OwedItem } from './account-state.ts';
import { type AmountFit, otherFit, partFit, type ReceivedAmount, settlingFit } from './amount-fit.ts';
import { inLegalOrderOf1342 } from './legal-order.ts';
import { subsetOfSum } from './subset-search.ts';

/** A way in which an amount fits the account of a client, without looking at the text. */
export interface AccountFit {
  readonly fit: AmountFit;
  /** One invoice; a set that people pay as a whole; any set that adds up. */
  readonly shape:
    | 'single'
    | 'whole-account'
    | 'all-due'
    | 'oldest'
    | 'same-month'
    | 'any-set'
    | 'legal-order';
  /** How many other ways of the same kind fit as well. */
  readonly rivals: number;
}

const daysRound = 10;

const isNear = (on: Day, day: Day): boolean =>
  on >= addDays(day, -daysRound) && on <= addDays(day, daysRound);

const sameItems = (a: readonly OwedItem[], b: readonly OwedItem[]): boolean =>
  a.length === b.length && a.every((row, index) => row.item === b[index]?.item);

/** Sets that people settle at once: everything, everything due, the oldest ones, one month, one day. */
const naturalSets = (
  owed: readonly OwedItem[],
  on: Day,
): readonly (readonly [AccountFit['shape'], readonly OwedItem[]])[] => {
  const sets: [AccountFit['shape'], readonly OwedItem[]][] = [];
  const add = (shape: AccountFit['shape'], set: readonly OwedItem[]): void => {
    if (set.length >= 2 && !sets.some(([, known]) => sameItems(known, set))) sets.push([shape, set]);
  };
  add('whole-account', owed);
  add(
    'all-due',
    owed.filter(({ item }) => item.dueOn !== undefined && item.dueOn <= on),
  );
  for (let count = 2; count < Math.min(owed.length, 40); count += 1) add('oldest', owed.slice(0, count));
  const months = new Map<string, OwedItem[]>();
  for (const row of owed) {
    const month = row.item.issuedOn.slice(0, 7);
    const rows = months.get(month);
    if (rows) rows.push(row);
    else months.set(month, [row]);
  }
  for (const rows of months.values()) add('same-month', rows);
  return sets;
};

const withRivals = (shape: AccountFit['shape'], fits: readonly AmountFit[]): readonly AccountFit[] =>
  fits.slice(0, 4).map((fit) => ({ fit, shape, rivals: fits.length - 1 }));

/**
 * Ways in which an amount fits what a client owes, likeliest first: one invoice, a natural set, any set that
 * adds up, an announced amount or a deposit, and at last the order of the law.
 * @param owed in the legal order.
 */
export const accountFits = (owed: readonly OwedItem[], received: ReceivedAmount): readonly AccountFit[] => {
  if (owed.length === 0) return [];
  const singles = owed.flatMap((row) => settlingFit([row], received) ?? []);
  const exact = singles.filter(({ kind }) => kind === 'exact');
  const explained = singles.filter(({ kind }) => kind !== 'exact');
  const fits: AccountFit[] = [...withRivals('single', exact)];

  const sets = naturalSets(owed, received.on).flatMap(([shape, set]) => {
    const fit = settlingFit(set, received);
    return fit === undefined ? [] : [{ shape, fit }];
  });
  const exactSets = sets.filter(({ fit }) => fit.kind === 'exact');
  const search =
    owed.length >= 3
      ? subsetOfSum(
          owed.map(({ leftCents }) => leftCents),
          received.cents,
        )
      : { first: undefined, count: exactSets.length, isComplete: true };
  const rivals = Math.max(0, Math.max(search.count, exactSets.length) - 1 + (search.isComplete ? 0 : 1));
  // Less than all cannot add up to as much as all.
  for (const { shape, fit } of exactSets)
    fits.push({ fit, shape, rivals: shape === 'whole-account' ? 0 : rivals + exact.length });
  if (exactSets.length === 0 && search.first !== undefined) {
    const chosen = search.first.flatMap((index) => owed[index] ?? []);
    const fit = settlingFit(chosen, received);
    if (fit) fits.push({ fit, shape: 'any-set', rivals: rivals + exact.length });
  }

  const parts = owed.flatMap((row) => {
    const fit = partFit(row, received);
    if (fit === undefined) return [];
    const isFar =
      fit.kind === 'announced' &&
      !fit.reasons.some((reason) => reason.kind === 'announced-amount' && isNear(reason.on, received.on));
    return isFar ? [] : [fit];
  });
  fits.push(
    ...withRivals(
      'single',
      parts.filter(({ kind }) => kind === 'announced'),
    ),
  );
  // Where one amount fits to the cent, what needs an explanation is the lesser guess.
  const others: AccountFit[] = withRivals('single', explained).concat(
    sets
      .filter(({ fit }) => fit.kind !== 'exact')
      .slice(0, 3)
      .map(({ shape, fit }) => ({
        fit,
        shape,
        rivals: explained.length + sets.length - exactSets.length - 1,
      })),
  ) as AccountFit[];
  fits.push(...others);
  fits.push(
    ...withRivals(
      'single',
      parts.filter(({ kind }) => kind === 'percent'),
    ),
  );
  if (fits.length === 0) {
    const sum = owed.reduce((total, { leftCents }) => total + leftCents, 0);
    const over = sum < received.cents ? otherFit(owed, received) : undefined;
    fits.push({
      fit: over ?? {
        kind: 'legal-order',
        shares: inLegalOrderOf1342(owed, received.cents, received.on),
        onAccountCents: 0,
        usesOnAccountCents: 0,
        reasons: [{ kind: 'legal-order' }],
      },
      shape: 'legal-order',
      rivals: 0,
    });
  }
  return fits;
};

import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { FreedCredit } from './fec-on-account.ts';
import type { FecUse } from './fec-plan.ts';

/** Something that the accounts say was paid on an invoice. */
export interface FecNeed {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly issuedOn: Day;
  /** More than 0. */
  readonly cents: Cents;
}

export interface FecFunding {
  readonly uses: readonly FecUse[];
  /** Invoice → what the account does not cover and comes as new money. */
  readonly newMoney: ReadonlyMap<string, Cents>;
  /** Credit → what is left of what the accounts have freed. */
  readonly leftOver: ReadonlyMap<string, Cents>;
}

const byDay =
  <Item>(day: (item: Item) => Day) =>
  (a: Item, b: Item): number =>
    day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;

/**
 * Pays what the accounts say was paid from the money that waited on the client's account and no longer does in
 * the accounts: it is the same money, and counting it twice would make the client rich. An equal amount comes
 * first, else the oldest money goes to the oldest invoice.
 */
export const fundFromAccount = (needs: readonly FecNeed[], freed: readonly FreedCredit[]): FecFunding => {
  const leftOver = new Map<string, number>(freed.map(({ id, freeCents }) => [id, freeCents]));
  const creditsOf = new Map<string, FreedCredit[]>();
  for (const credit of [...freed].sort(byDay((item) => item.on))) {
    const list = creditsOf.get(credit.clientId);
    if (list) list.push(credit);
    else creditsOf.set(credit.clientId, [credit]);
  }
  const uses: FecUse[] = [];
  const open = new Map<string, number>(needs.map(({ invoiceId, cents: need }) => [invoiceId, need]));
  const use = (credit: FreedCredit, need: FecNeed): void => {
    const taken = Math.min(leftOver.get(credit.id) ?? 0, open.get(need.invoiceId) ?? 0);
    if (taken <= 0) return;
    leftOver.set(credit.id, (leftOver.get(credit.id) ?? 0) - taken);
    open.set(need.invoiceId, (open.get(need.invoiceId) ?? 0) - taken);
    uses.push({
      source:
        credit.kind === 'payment'
          ? { kind: 'payment', paymentId: credit.id }
          : { kind: 'credit-note', creditNoteId: credit.id },
      invoiceId: need.invoiceId,
      cents: cents(taken),
      effectiveOn: credit.on,
    });
  };
  const ordered = [...needs].sort(byDay((need) => need.issuedOn));
  for (const need of ordered) {
    const equal = creditsOf
      .get(need.clientId)
      ?.find(({ id }) => leftOver.get(id) === need.cents && open.get(need.invoiceId) === need.cents);
    if (equal) use(equal, need);
  }
  for (const need of ordered) for (const credit of creditsOf.get(need.clientId) ?? []) use(credit, need);
  return {
    uses,
    newMoney: new Map([...open].map(([id, left]) => [id, cents(left)])),
    leftOver: new Map([...leftOver].map(([id, left]) => [id, cents(left)])),
  };
};

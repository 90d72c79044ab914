import { type Day, daysBetween } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Payment } from '../ledger/payment.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { FecHistory } from './fec-history.ts';
import type { FecCredit } from './fec-rows.ts';
import { invoiceNumberKey } from './import-identity.ts';

/** Money or a credit note on account, as far as the accounts have used it up since. */
export interface FreedCredit {
  readonly kind: 'payment' | 'credit-note';
  readonly id: string;
  readonly clientId: string;
  readonly on: Day;
  readonly name: string;
  /** What is left in Acquit and no longer in the accounts; more than 0. */
  readonly freeCents: Cents;
  /** The whole payment or credit note. */
  readonly totalCents: Cents;
}

export interface FecOnAccount {
  readonly newCredits: readonly (FecCredit & { readonly clientId: string })[];
  readonly knownCredits: number;
  readonly freed: readonly FreedCredit[];
}

type ClientCredit = FecCredit & { readonly clientId: string };

/** A transfer booked a few days after the user recorded it is the same money. */
const mostDaysApart = 5;

const isSameReference = (credit: FecCredit, payment: Payment): boolean =>
  invoiceNumberKey(payment.reference ?? '') === invoiceNumberKey(credit.reference) &&
  (credit.isOpening || payment.receivedOn === credit.receivedOn);

const takeOut = <Item>(list: Item[], wanted: (item: Item) => boolean): Item | undefined => {
  const at = list.findIndex(wanted);
  return at === -1 ? undefined : list.splice(at, 1)[0];
};

/**
 * Compares the money on account of the file with that of the ledger. What an earlier file brought stays one
 * payment; what the user or the bank recorded already, by the same client, amount and nearly the same day, is
 * not taken a second time. What the accounts no longer have on account was used there since.
 */
export const fecOnAccount = (
  ledger: Ledger,
  history: FecHistory,
  credits: readonly ClientCredit[],
  /** Credit notes that the file still leaves open, and whether it speaks of a client at all. */
  file: {
    readonly hasOpenCreditNote: (clientId: string, number: string) => boolean;
    readonly hasClient: (clientId: string) => boolean;
  },
): FecOnAccount => {
  const { unallocatedBySource } = currentBalances(ledger);
  const left = (id: string): number => Math.max(0, unallocatedBySource.get(id) ?? 0);
  const imported = new Map<string, Payment[]>();
  const recorded = new Map<string, Payment[]>();
  for (const payment of ledger.payments.values()) {
    const isCredit = history.isCredit(payment);
    // What an earlier file set against an invoice stands in this one with its letter, and is no other money.
    if (payment.reversedAt !== undefined || (!isCredit && history.isFromFec(payment))) continue;
    const lists = isCredit ? imported : recorded;
    const list = lists.get(payment.clientId);
    if (list) list.push(payment);
    else lists.set(payment.clientId, [payment]);
  }
  const newCredits: ClientCredit[] = [];
  const freed: FreedCredit[] = [];
  let knownCredits = 0;
  const free = (payment: Payment, stillThere: number): void => {
    const freeCents = left(payment.id) - stillThere;
    if (freeCents <= 0 || !history.covers(payment.receivedOn) || !file.hasClient(payment.clientId)) return;
    freed.push({
      kind: 'payment',
      id: payment.id,
      clientId: payment.clientId,
      on: payment.receivedOn,
      name: payment.reference ?? '',
      freeCents: cents(freeCents),
      totalCents: payment.cents,
    });
  };
  const unmatched: ClientCredit[] = [];
  // Two payments of one day may share a reference (« REM CB »): equal amounts belong together first.
  for (const isExact of [true, false]) {
    for (const credit of isExact ? credits : unmatched.splice(0)) {
      const payment = takeOut(
        imported.get(credit.clientId) ?? [],
        (candidate) => isSameReference(credit, candidate) && (!isExact || candidate.cents === credit.cents),
      );
      if (payment) {
        knownCredits += 1;
        free(payment, credit.cents);
      } else unmatched.push(credit);
    }
  }
  for (const credit of unmatched) {
    const payment = takeOut(
      recorded.get(credit.clientId) ?? [],
      (candidate) =>
        candidate.cents === credit.cents &&
        Math.abs(daysBetween(candidate.receivedOn, credit.receivedOn)) <= mostDaysApart,
    );
    if (payment) knownCredits += 1;
    else newCredits.push(credit);
  }
  for (const payments of imported.values()) for (const payment of payments) free(payment, 0);
  for (const note of ledger.invoices.values()) {
    const isOpenNote = note.kind === 'credit-note' && note.cancelledAt === undefined && left(note.id) > 0;
    if (!isOpenNote || !history.isFromFec(note) || file.hasOpenCreditNote(note.clientId, note.number))
      continue;
    if (!history.covers(note.issuedOn) || !file.hasClient(note.clientId)) continue;
    freed.push({
      kind: 'credit-note',
      id: note.id,
      clientId: note.clientId,
      on: note.issuedOn,
      name: note.number,
      freeCents: cents(left(note.id)),
      totalCents: note.totalCents,
    });
  }
  return { newCredits, knownCredits, freed };
};

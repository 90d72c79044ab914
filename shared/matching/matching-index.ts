import { creditorReference } from '../identifiers/creditor-reference.ts';
import { type CollectorIndex, collectorIndex } from './collector-evidence.ts';
import { type LearnedIndex, learnedIndex } from './learned-index.ts';
import type { KnownPayer, KnownPayment, MatchingInput, OpenItem } from './match-contract.ts';
import { type NameIndex, nameIndex } from './name-index.ts';
import { type NumberIndex, numberIndex } from './number-index.ts';

/** Everything that movements are looked up in, built once for a batch. */
export interface MatchingIndex {
  readonly payers: ReadonlyMap<string, KnownPayer>;
  /** Open invoices of a client in the order of C. civ. 1342-10: oldest due day first. */
  readonly itemsOfClient: ReadonlyMap<string, readonly OpenItem[]>;
  readonly itemsByAmount: ReadonlyMap<number, readonly OpenItem[]>;
  readonly itemsByReference: ReadonlyMap<string, readonly OpenItem[]>;
  readonly itemsByOrder: ReadonlyMap<string, readonly OpenItem[]>;
  readonly clientsByReference: ReadonlyMap<string, readonly string[]>;
  readonly numbers: NumberIndex;
  readonly names: NameIndex;
  readonly learned: LearnedIndex;
  readonly collectors: CollectorIndex | undefined;
  readonly paymentsByAmount: ReadonlyMap<number, readonly KnownPayment[]>;
  readonly uncashedCheques: readonly KnownPayment[];
}

const grouped = <Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key | undefined): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};

/** Order references are the same whatever their case and signs; fewer than 4 figures and letters say nothing. */
export const orderKey = (reference: string): string | undefined => {
  const key = reference.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return key.length >= 4 && /\d{3}/.test(key) ? key : undefined;
};

const byDay = (item: OpenItem): string => item.dueOn ?? item.issuedOn;

/** Before which one is settled: what was due first, then what was issued first. */
const inLegalOrder = (a: OpenItem, b: OpenItem): number => {
  const [dayA, dayB] = [byDay(a), byDay(b)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (a.issuedOn !== b.issuedOn) return a.issuedOn < b.issuedOn ? -1 : 1;
  return a.invoiceId < b.invoiceId ? -1 : a.invoiceId > b.invoiceId ? 1 : 0;
};

const referenceOf = (text: string | undefined): string | undefined => {
  const reference = text === undefined ? undefined : creditorReference(text);
  return reference?.ok ? reference.value : undefined;
};

/** Builds the index of a batch; the order of the input plays no part. */
export const matchingIndex = (input: Omit<MatchingInput, 'movements'>): MatchingIndex => {
  const items = input.items.filter(({ remainingCents }) => remainingCents > 0).toSorted(inLegalOrder);
  const payers = input.payers.toSorted((a, b) =>
    a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0,
  );
  const payments = input.payments.toSorted((a, b) =>
    a.receivedOn !== b.receivedOn
      ? a.receivedOn < b.receivedOn
        ? -1
        : 1
      : a.paymentId < b.paymentId
        ? -1
        : 1,
  );
  const clientsByReference = new Map<string, string[]>();
  for (const [reference, rows] of grouped(payers, ({ code }) => referenceOf(code)))
    clientsByReference.set(
      reference,
      rows.map(({ clientId }) => clientId),
    );
  return {
    payers: new Map(payers.map((payer) => [payer.clientId, payer])),
    itemsOfClient: grouped(items, ({ clientId }) => clientId),
    itemsByAmount: grouped(items, ({ remainingCents }): number => remainingCents),
    itemsByReference: grouped(items, ({ number }) => referenceOf(number)),
    itemsByOrder: grouped(items, ({ orderReference }) =>
      orderReference === undefined ? undefined : orderKey(orderReference),
    ),
    clientsByReference,
    numbers: numberIndex(items),
    names: nameIndex(payers),
    learned: learnedIndex(payers),
    collectors: collectorIndex(input.handovers ?? [], payers),
    paymentsByAmount: grouped(payments, ({ cents }): number => cents),
    uncashedCheques: payments.filter(({ method, hasBankLine }) => method === 'cheque' && !hasBankLine),
  };
};

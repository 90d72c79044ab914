import { invoiceNumberKey } from '../../../shared/importing/import-identity.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import type { RowWrite } from '../../../shared/ledger/decision.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger, TableName } from '../../../shared/ledger/ledger.ts';
import { applyImages, type RowMaps } from '../../../shared/ledger/replay.ts';

/** What putting rows back would break although none of them has changed since. */
export type Breach =
  /** A later row belongs to one that would go: an invoice of the client, a payment of the invoice. */
  | 'in-use'
  /** A row would come back whose client or invoice is gone meanwhile. */
  | 'owner-gone'
  /** Money would be set against invoices beyond what was received or is owed. */
  | 'spent-since'
  /** Two standing documents of a client would have one number. */
  | 'number-taken'
  /** Two letters would have left with one tracking number. */
  | 'tracking-taken'
  /** An invoice would be contested twice at once. */
  | 'disputed-since'
  /** An invoice would be in two payment plans at once. */
  | 'planned-since';

/** The ledger as it would be after these writes. */
export const after = (ledger: Ledger, writes: readonly RowWrite[]): Ledger => {
  const rows: RowMaps = new Map();
  for (const { table } of writes)
    if (!rows.has(table)) rows.set(table, new Map<string, unknown>(ledger[table]));
  applyImages(rows, writes);
  return { ...ledger, ...Object.fromEntries(rows) } as Ledger;
};

/** What any row of the ledger may refer to others by. */
export interface Referring {
  readonly clientId?: string;
  readonly invoiceId?: string;
  readonly invoiceIds?: readonly string[];
  readonly lines?: readonly { readonly invoiceId: string }[];
  readonly source?: { readonly paymentId?: string; readonly creditNoteId?: string };
  readonly documents?: readonly { readonly hash: string }[];
  readonly bankLineId?: string;
  readonly accountId?: string;
  readonly statementId?: string;
  readonly handoverId?: string;
  readonly collected?: { readonly handoverId: string };
}

type Reference = readonly [
  (
    | 'clients'
    | 'invoices'
    | 'payments'
    | 'documents'
    | 'bankAccounts'
    | 'bankStatements'
    | 'bankLines'
    | 'handovers'
  ),
  string | undefined,
];

/** The rows that a row belongs to or speaks of. */
export const referencesOf = (row: Referring): readonly Reference[] => [
  ['clients', row.clientId],
  ['invoices', row.invoiceId],
  ['payments', row.source?.paymentId],
  ['invoices', row.source?.creditNoteId],
  ['bankLines', row.bankLineId],
  ['bankAccounts', row.accountId],
  ['bankStatements', row.statementId],
  ['handovers', row.handoverId ?? row.collected?.handoverId],
  ...(row.invoiceIds ?? []).map((id): Reference => ['invoices', id]),
  ...(row.lines ?? []).map(({ invoiceId }): Reference => ['invoices', invoiceId]),
  ...(row.documents ?? []).map(({ hash }): Reference => ['documents', hash]),
];

/** Tables whose rows refer to others. */
export const referringTables = [
  'invoices',
  'payments',
  'allocations',
  'disputes',
  'promises',
  'plans',
  'pauses',
  'reminders',
  'notes',
  'bankStatements',
  'bankLines',
  'bankBalances',
  'payerNames',
  'letters',
  'handovers',
  'legalCases',
  'pieces',
] as const satisfies readonly TableName[];

const isInUse = (next: Ledger, writes: readonly RowWrite[]): boolean => {
  const removed = new Set(
    writes.flatMap(({ table, key, after: row }) => (row === null ? [`${table}/${key}`] : [])),
  );
  if (removed.size === 0) return false;
  for (const table of referringTables)
    for (const row of next[table].values())
      if (referencesOf(row as Referring).some(([owner, id]) => removed.has(`${owner}/${id}`))) return true;
  return false;
};

/** Documents may be known by their hash alone; all else must be there. */
const lacksOwner = (next: Ledger, writes: readonly RowWrite[]): boolean =>
  writes.some(
    ({ after: row }) =>
      row !== null &&
      referencesOf(row as Referring).some(
        ([owner, id]) => owner !== 'documents' && id !== undefined && !next[owner].has(id),
      ),
  );

/** Documents that would turn from invoice into credit note or back. */
const turned = (ledger: Ledger, writes: readonly RowWrite[]): ReadonlySet<string> =>
  new Set(
    writes.flatMap((write) => {
      const present = write.table === 'invoices' ? ledger.invoices.get(write.key) : undefined;
      const back = write.table === 'invoices' ? write.after : null;
      return present && back && present.kind !== back.kind ? [write.key] : [];
    }),
  );

/** What is allocated says of each document on which side it stands. */
const isSetAgainst = (next: Ledger, ids: ReadonlySet<string>): boolean => {
  for (const { invoiceId, source } of next.allocations.values())
    if (ids.has(invoiceId) || (source.kind === 'credit-note' && ids.has(source.creditNoteId))) return true;
  return false;
};

const isOverspent = (ledger: Ledger, next: Ledger): boolean => {
  const [old, now] = [currentBalances(ledger), currentBalances(next)];
  for (const side of ['remainingByInvoice', 'unallocatedBySource'] as const)
    for (const [id, left] of now[side]) if (left < 0 && left < (old[side].get(id) ?? 0)) return true;
  return false;
};

const isNumberTakenTwice = (ledger: Ledger, next: Ledger, writes: readonly RowWrite[]): boolean => {
  const identity = ({ clientId, number }: Invoice): string => `${clientId} ${invoiceNumberKey(number)}`;
  const standing = (invoice: Invoice | undefined | null): invoice is Invoice =>
    invoice != null && invoice.cancelledAt === undefined;
  const back = new Set<string>();
  for (const write of writes) {
    if (write.table !== 'invoices' || !standing(write.after)) continue;
    const present = ledger.invoices.get(write.key);
    if (!standing(present) || identity(present) !== identity(write.after)) back.add(identity(write.after));
  }
  if (back.size === 0) return false;
  const seen = new Set<string>();
  for (const invoice of next.invoices.values()) {
    if (!standing(invoice) || !back.has(identity(invoice))) continue;
    if (seen.has(identity(invoice))) return true;
    seen.add(identity(invoice));
  }
  return false;
};

/** A letter that would get back a tracking number that another one has meanwhile. */
const isTrackingTakenTwice = (next: Ledger, writes: readonly RowWrite[]): boolean => {
  const back = new Set(
    writes.flatMap(({ table, after: row }) => {
      if ((table !== 'reminders' && table !== 'letters') || row === null) return [];
      const { state } = row;
      return state.kind === 'posted' && state.trackingNumber !== '' ? [state.trackingNumber] : [];
    }),
  );
  if (back.size === 0) return false;
  const seen = new Set<string>();
  for (const rows of [next.reminders, next.letters])
    for (const { state } of rows.values()) {
      if (state.kind !== 'posted' || !back.has(state.trackingNumber)) continue;
      if (seen.has(state.trackingNumber)) return true;
      seen.add(state.trackingNumber);
    }
  return false;
};

/** A dispute that opens again beside a newer one of the same invoice. */
const isDisputedTwice = (next: Ledger, writes: readonly RowWrite[]): boolean => {
  const reopened = new Set(
    writes.flatMap(({ table, after: row }) =>
      table === 'disputes' && row !== null && row.resolvedOn === undefined ? [row.invoiceId] : [],
    ),
  );
  if (reopened.size === 0) return false;
  const seen = new Set<string>();
  for (const { invoiceId, resolvedOn } of next.disputes.values()) {
    if (resolvedOn !== undefined || !reopened.has(invoiceId)) continue;
    if (seen.has(invoiceId)) return true;
    seen.add(invoiceId);
  }
  return false;
};

/** A plan that runs again beside a newer one for one of its invoices. */
const isPlannedTwice = (next: Ledger, writes: readonly RowWrite[]): boolean => {
  const running = new Set(
    writes.flatMap(({ table, after: row }) =>
      table === 'plans' && row !== null && row.endedOn === undefined ? row.invoiceIds : [],
    ),
  );
  if (running.size === 0) return false;
  const seen = new Set<string>();
  for (const { invoiceIds, endedOn } of next.plans.values()) {
    if (endedOn !== undefined) continue;
    for (const id of invoiceIds) {
      if (running.has(id) && seen.has(id)) return true;
      seen.add(id);
    }
  }
  return false;
};

/**
 * Whether the ledger would still be sound after these rows are put back. Only what they touch is looked at;
 * undefined = nothing breaks. One pass over the tables concerned.
 */
export const breachOf = (ledger: Ledger, writes: readonly RowWrite[]): Breach | undefined => {
  const next = after(ledger, writes);
  const turning = turned(ledger, writes);
  if (isInUse(next, writes) || (turning.size > 0 && isSetAgainst(next, turning))) return 'in-use';
  if (lacksOwner(next, writes)) return 'owner-gone';
  const touchesMoney = writes.some(
    ({ table }) => table === 'invoices' || table === 'payments' || table === 'allocations',
  );
  if (touchesMoney && isOverspent(ledger, next)) return 'spent-since';
  if (isDisputedTwice(next, writes)) return 'disputed-since';
  if (isPlannedTwice(next, writes)) return 'planned-since';
  if (isTrackingTakenTwice(next, writes)) return 'tracking-taken';
  return isNumberTakenTwice(ledger, next, writes) ? 'number-taken' : undefined;
};

import { formatDay } from '../../../shared/dates/format-day.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import type { Change, RowImage } from '../../../shared/ledger/change.ts';
import { put, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger, TableName } from '../../../shared/ledger/ledger.ts';
import type { Allocation, Payment } from '../../../shared/ledger/payment.ts';
import { upgradeRow } from '../../../shared/ledger/upgrade-row.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { reasonOfUse } from './import-use-reason.ts';
import { sameRow } from './undo.ts';
import { after, type Referring, referencesOf, referringTables } from './undo-breach.ts';

/** A row of an import that has been used since, and stays. */
export interface KeptRow {
  readonly table: TableName;
  readonly id: string;
  readonly clientId: string | undefined;
  /** « Facture F-12 », « Fiche client ». */
  readonly title: string;
  readonly clientName: string;
  /** What was done with it since, French: « relance envoyée ». At least one. */
  readonly reasons: readonly string[];
}

/** What taking an import back would do. */
export interface ImportUndoReview {
  readonly writes: readonly RowWrite[];
  /** In the order of the import. Empty: the import goes as a whole. */
  readonly kept: readonly KeptRow[];
  readonly removedInvoices: number;
  readonly removedClients: number;
  /** Invoices and clients that get back what they were before the import. */
  readonly restored: number;
}

type Key = `${TableName}/${string}`;
const keyOf = ({ table, key }: Pick<RowImage, 'table' | 'key'>): Key => `${table}/${key}`;

const presentOf = (ledger: Ledger, { table, key }: Pick<RowImage, 'table' | 'key'>): unknown =>
  (ledger[table] as ReadonlyMap<string, unknown>).get(key) ?? null;

/** Rows of the import that stay, with what was done with each since; empty = it stays because of another. */
type Kept = Map<Key, Set<string>>;

const addReason = (kept: Kept, key: Key, reason: string): void => {
  const reasons = kept.get(key) ?? new Set<string>();
  reasons.add(reason);
  kept.set(key, reasons);
};

/** Rows changed since the import, and rows that something newer refers to. */
const usedSince = (ledger: Ledger, images: readonly RowImage[]): Kept => {
  const kept: Kept = new Map();
  const own = new Map(images.map((image) => [keyOf(image), image]));
  for (const image of images) {
    const present = presentOf(ledger, image);
    if (present !== null && !sameRow(present, upgradeRow(image.table, image.after)))
      addReason(kept, keyOf(image), reasonOfUse.changed(image, present));
  }
  const isCreated = (key: Key): boolean => own.get(key)?.before === null;
  for (const table of referringTables)
    for (const [id, row] of ledger[table]) {
      if (own.has(`${table}/${id}`)) continue;
      for (const [owner, ownerId] of referencesOf(row as Referring)) {
        const key: Key = `${owner}/${ownerId ?? ''}`;
        if (isCreated(key)) addReason(kept, key, reasonOfUse.referring(table, row));
      }
    }
  return kept;
};

/** What is kept keeps whole: its client, and the money that the import set against it. */
const withBelongings = (ledger: Ledger, images: readonly RowImage[], kept: Kept): void => {
  const created = new Set(images.filter(({ before }) => before === null).map(keyOf));
  const allocations = new Map<Key, Key[]>();
  for (const image of images) {
    if (image.table !== 'allocations' || presentOf(ledger, image) === null) continue;
    for (const [owner, id] of referencesOf(image.after as Referring)) {
      const key: Key = `${owner}/${id ?? ''}`;
      allocations.set(key, [...(allocations.get(key) ?? []), keyOf(image)]);
    }
  }
  const waiting = [...kept.keys()];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const [table, id] = [key.slice(0, key.indexOf('/')) as TableName, key.slice(key.indexOf('/') + 1)];
    const row = (ledger[table] as ReadonlyMap<string, unknown>).get(id);
    const owners = row
      ? referencesOf(row as Referring).map(([owner, to]): Key => `${owner}/${to ?? ''}`)
      : [];
    // A client is no reason to keep the money of its other invoices.
    const money = table === 'invoices' || table === 'payments' ? (allocations.get(key) ?? []) : [];
    for (const other of [...owners.filter((owner) => created.has(owner)), ...money])
      if (!kept.has(other)) {
        kept.set(other, new Set());
        waiting.push(other);
      }
  }
};

const writesOf = (ledger: Ledger, images: readonly RowImage[], kept: Kept): readonly RowWrite[] =>
  images.flatMap((image): readonly RowWrite[] => {
    if (image.table === 'imports' || kept.has(keyOf(image))) return [];
    const before = upgradeRow(image.table, image.before);
    if (before === null && presentOf(ledger, image) === null) return [];
    return [{ table: image.table, key: image.key, after: before } as RowWrite];
  });

/** Documents whose money would no longer add up: what settles them now rests on what the import changed. */
const overspent = (ledger: Ledger, writes: readonly RowWrite[], own: ReadonlySet<Key>): readonly Key[] => {
  const [old, next] = [currentBalances(ledger), currentBalances(after(ledger, writes))];
  const found: Key[] = [];
  for (const side of ['remainingByInvoice', 'unallocatedBySource'] as const)
    for (const [id, left] of next[side])
      if (left < 0 && left < (old[side].get(id) ?? 0))
        for (const key of [`invoices/${id}`, `payments/${id}`] as const) if (own.has(key)) found.push(key);
  return found;
};

const keptRow = (ledger: Ledger, key: Key, reasons: ReadonlySet<string>): KeptRow => {
  const id = key.slice(key.indexOf('/') + 1);
  const row = (table: KeptRow['table'], clientId: string | undefined, title: string): KeptRow => ({
    table,
    id,
    clientId,
    title,
    clientName: (clientId !== undefined && ledger.clients.get(clientId)?.name) || '',
    reasons: [...reasons],
  });
  if (key.startsWith('clients/')) return row('clients', id, 'Fiche client');
  const invoice: Invoice | undefined = key.startsWith('invoices/') ? ledger.invoices.get(id) : undefined;
  if (invoice)
    return row(
      'invoices',
      invoice.clientId,
      `${invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} ${invoice.number}`,
    );
  const line = key.startsWith('bankLines/') ? ledger.bankLines.get(id) : undefined;
  if (line)
    return row(
      'bankLines',
      undefined,
      `Mouvement du ${formatDay(line.bookedOn)}, ${formatAmount(line.amountCents)}`,
    );
  const payment: Payment | undefined = key.startsWith('payments/') ? ledger.payments.get(id) : undefined;
  if (payment) return row('payments', payment.clientId, `Règlement de ${formatAmount(payment.cents)}`);
  return row(key.slice(0, key.indexOf('/')) as TableName, undefined, 'Autre élément');
};

/** What is listed: an imported payment is told under the invoice that it settles. */
const listed = (ledger: Ledger, images: readonly RowImage[], kept: Kept): readonly KeptRow[] => {
  const told: Kept = new Map();
  const invoiceOfPayment = new Map<Key, Key>();
  for (const { table, after: row } of images)
    if (table === 'allocations' && row !== null) {
      const { source, invoiceId } = row as Allocation;
      if (source.kind === 'payment')
        invoiceOfPayment.set(`payments/${source.paymentId}`, `invoices/${invoiceId}`);
    }
  for (const image of images) {
    const key = keyOf(image);
    const reasons = kept.get(key);
    if (!reasons || reasons.size === 0) continue;
    const invoiceKey: Key | undefined =
      image.table === 'allocations'
        ? `invoices/${(image.after as Allocation).invoiceId}`
        : invoiceOfPayment.get(key);
    for (const reason of reasons) addReason(told, invoiceKey ?? key, reason);
  }
  return [...told].map(([key, reasons]) => keptRow(ledger, key, reasons));
};

const remainingRecord = (ledger: Ledger, images: readonly RowImage[], kept: Kept): RowWrite | undefined => {
  const image = images.find(({ table }) => table === 'imports');
  const record = image && ledger.imports.get(image.key);
  if (!record) return undefined;
  const stays = (table: TableName, isNew: boolean): readonly RowImage[] =>
    images.filter((one) => one.table === table && (one.before === null) === isNew && kept.has(keyOf(one)));
  if (kept.size === 0) return remove('imports', record.id);
  const { remainingByInvoice } = currentBalances(ledger);
  const invoices = stays('invoices', true);
  const left: ImportRecord = {
    ...record,
    newInvoices: invoices.length,
    updatedInvoices: stays('invoices', false).length,
    newClients: stays('clients', true).length,
    ...(record.newBankLines !== undefined && { newBankLines: stays('bankLines', true).length }),
    openCents: sumCents(
      invoices.flatMap(({ key }) =>
        ledger.invoices.get(key)?.currency === 'EUR' ? (remainingByInvoice.get(key) ?? []) : [],
      ),
    ),
  };
  return put('imports', left);
};

/**
 * What of an import can be taken back: everything but the rows that were used since, which are listed with
 * the reason, and what they rest on. Nothing is left that would hinder importing the same file again. What an
 * earlier, partial undo took away is skipped. One pass over the tables that refer to others.
 */
export const importUndoReview = (ledger: Ledger, pages: readonly Change[]): ImportUndoReview => {
  const images = pages.flatMap((page) => page.images);
  const own = new Set(images.map(keyOf));
  const kept = usedSince(
    ledger,
    images.filter(({ table }) => table !== 'imports'),
  );
  for (;;) {
    withBelongings(ledger, images, kept);
    const short = overspent(ledger, writesOf(ledger, images, kept), own).filter((key) => !kept.has(key));
    if (short.length === 0) break;
    for (const key of short) addReason(kept, key, reasonOfUse.money);
  }
  const writes = writesOf(ledger, images, kept);
  const record = remainingRecord(ledger, images, kept);
  const removed = (table: TableName): number =>
    writes.filter((write) => write.table === table && write.after === null).length;
  return {
    writes: record ? [...writes, record] : writes,
    kept: listed(ledger, images, kept),
    removedInvoices: removed('invoices'),
    removedClients: removed('clients'),
    restored: writes.filter(
      ({ table, after: row }) => row !== null && (table === 'invoices' || table === 'clients'),
    ).length,
  };
};

import { doubtfulReason, type FecImportWish, importFec } from '../../renderer/db/commands/import-fec.ts';
import { createLedgerMemory } from '../../renderer/db/ledger-memory.ts';
import { instantOf } from '../../shared/dates/clock.ts';
import { day } from '../../shared/dates/day.ts';
import { readFec } from '../../shared/importing/fec.ts';
import { currentBalances } from '../../shared/ledger/balance.ts';
import type { RowImage } from '../../shared/ledger/change.ts';
import type { CommandContext, Decision } from '../../shared/ledger/decision.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { type FecFileEntry, fecFile } from './fec-file.ts';

export { doubtfulReason };

/** A context on a day, whose ids begin with it. */
export const fecContextOn = (on: string): CommandContext => {
  let count = 0;
  return {
    now: instantOf(Date.parse(`${on}T09:00:00Z`)),
    today: day(on),
    newId: () => {
      count += 1;
      return `${on}-${count}`;
    },
  };
};

/** A wish to import entries, everything proven settled. */
export const fecWish = (
  entries: readonly FecFileEntry[],
  changes: Partial<FecImportWish> = {},
  fileName = '732829320FEC20261231.txt',
): FecImportWish => ({
  fileName,
  fileHash: 'ab'.repeat(32),
  reading: readFec(fecFile(entries), { fileName }),
  fillDueDates: true,
  settle: 'proven',
  excludeDoubtful: true,
  ...changes,
});

/** Row images of a decision. */
export const imagesOfDecision = (ledger: Ledger, { writes }: Decision): readonly RowImage[] =>
  writes.map(({ table, key, after }) => ({
    table,
    key,
    before: (ledger[table] as ReadonlyMap<string, never>).get(key) ?? null,
    after: after as never,
  }));

/** The ledger after some images. */
export const ledgerAfter = (ledger: Ledger, images: readonly RowImage[]): Ledger => {
  const memory = createLedgerMemory();
  memory.replace(ledger);
  memory.apply(images, ledger.sequence + 1);
  return memory.current();
};

/** The ledger after an import; fails when it is refused. */
export const fecImported = (ledger: Ledger, wish: FecImportWish, on = '2026-11-23'): Ledger => {
  const decided = importFec(ledger, wish, fecContextOn(on));
  if (!decided.ok) throw new Error(decided.error.message);
  return ledgerAfter(ledger, imagesOfDecision(ledger, decided.value));
};

/** What each client owes net of what waits on his account, by code, in cents; clients at 0 left out. */
export const netByCode = (ledger: Ledger): Readonly<Record<string, number>> => {
  const { remainingByInvoice, unallocatedBySource } = currentBalances(ledger);
  const sums = new Map<string, number>();
  const add = (clientId: string | undefined, amount: number): void => {
    const code = ledger.clients.get(clientId ?? '')?.code ?? '?';
    sums.set(code, (sums.get(code) ?? 0) + amount);
  };
  for (const [id, left] of remainingByInvoice) add(ledger.invoices.get(id)?.clientId, left);
  for (const [id, left] of unallocatedBySource)
    add(ledger.payments.get(id)?.clientId ?? ledger.invoices.get(id)?.clientId, -left);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
};

/** What is open by client code and number, in cents. */
export const openByNumber = (ledger: Ledger): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...currentBalances(ledger).remainingByInvoice].flatMap(([id, left]) => {
      const invoice = ledger.invoices.get(id);
      const code = ledger.clients.get(invoice?.clientId ?? '')?.code;
      return invoice && left !== 0 ? [[`${code} ${invoice.number}`, left]] : [];
    }),
  );

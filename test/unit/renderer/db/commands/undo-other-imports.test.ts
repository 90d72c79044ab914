import { describe, expect, it } from 'vitest';
import { importContacts } from '../../../../../renderer/db/commands/import-contacts.ts';
import { importFec } from '../../../../../renderer/db/commands/import-fec.ts';
import { importUndoReview } from '../../../../../renderer/db/commands/import-undo-review.ts';
import { recordPayment } from '../../../../../renderer/db/commands/payments.ts';
import { undoImport } from '../../../../../renderer/db/commands/undo-import.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { readContacts } from '../../../../../shared/importing/contacts.ts';
import type { Command, CommandContext } from '../../../../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger, tableNames } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { exampleEntries } from '../../../../support/fec-example.ts';
import { fecContextOn, fecWish } from '../../../../support/fec-ledger.ts';
import { successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';
import { type Ran, runInMemory } from './run-in-memory.ts';

let drawn = 0;
const context = (): CommandContext => ({
  ...fecContextOn('2026-11-23'),
  newId: () => {
    drawn += 1;
    return `row-${drawn}`;
  },
});
const run = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish): Ran =>
  successOf(runInMemory(ledger, command, wish, context()));
const sizes = (ledger: Ledger): readonly number[] => tableNames.map((table) => ledger[table].size);

describe('taking back an import of accounting entries', () => {
  const wish = fecWish(exampleEntries);

  it('takes invoices, money on account and pauses with it, and the file can come again', () => {
    const imported = run(emptyLedger(), importFec, wish);
    expect(imported.ledger.payments.size).toBeGreaterThan(0);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(sizes(undone.ledger)).toEqual(sizes(emptyLedger()));
    const again = run(undone.ledger, importFec, wish);
    expect(sizes(again.ledger)).toEqual(sizes(imported.ledger));
  });

  it('keeps what was paid since, with its client', () => {
    const imported = run(emptyLedger(), importFec, wish);
    const invoice = [...imported.ledger.invoices.values()].find(({ kind }) => kind === 'invoice');
    const paid = run(imported.ledger, recordPayment, {
      invoiceIds: [invoice?.id ?? ''],
      receivedCents: cents(100),
      receivedOn: day('2026-11-20'),
      method: 'transfer',
    });
    const { kept } = importUndoReview(paid.ledger, imported.pages);
    expect(kept.map(({ table, id }) => [table, id])).toContainEqual(['invoices', invoice?.id]);
    const undone = run(paid.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    expect([...undone.ledger.invoices.keys()]).toEqual([invoice?.id]);
    expect([...undone.ledger.clients.keys()]).toEqual([invoice?.clientId]);
  });
});

describe('taking back an import of contacts', () => {
  const contacts = readContacts(
    utf8Bytes(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anne Roux\r\nORG:Roux SAS\r\nEMAIL:anne@roux.example\r\nEND:VCARD\r\n',
    ),
  );
  const wish = {
    fileName: 'contacts.vcf',
    fileHash: '12'.repeat(32),
    rows: contacts.rows,
    createsClients: true,
  };

  it('takes new clients with it and gives completed ones back what they had', () => {
    const imported = run(emptyLedger(), importContacts, wish);
    expect(imported.ledger.clients.size).toBe(1);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(sizes(undone.ledger)).toEqual(sizes(emptyLedger()));
    expect(run(undone.ledger, importContacts, wish).ledger.clients.size).toBe(1);
  });
});

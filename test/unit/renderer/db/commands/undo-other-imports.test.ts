import { describe, expect, it } from 'vitest';
import { importBankFile } from '../../../../../renderer/db/commands/bank.ts';
import { confirmMatches } from '../../../../../renderer/db/commands/confirm-matches.ts';
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
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
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

describe('taking back an import of movements', () => {
  const iban = 'FR7630006000011234567890189';
  const received = (on: string, amount: number) => ({
    bookedOn: day(on),
    amountCents: cents(amount),
    label: `VIR ${amount}`,
  });
  const file = {
    fileName: 'releve.ofx',
    fileHash: '34'.repeat(32),
    statements: [
      {
        format: 'ofx' as const,
        account: iban,
        currency: 'EUR',
        lines: [received('2026-11-10', 10_000), received('2026-11-11', 5_000)],
        openingCents: cents(0),
        closingCents: cents(15_000),
        openingOn: day('2026-11-10'),
        closingOn: day('2026-11-11'),
      },
    ],
  };
  const owed = aLedger({
    clients: [aClient('c')],
    invoices: [anInvoice('f', { clientId: 'c', totalCents: cents(10_000) })],
  });

  it('takes movements, statements and accounts with it, and they can come again', () => {
    const imported = run(owed, importBankFile, file);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(sizes(undone.ledger)).toEqual(sizes(owed));
    expect(run(undone.ledger, importBankFile, file).ledger.bankLines.size).toBe(2);
  });

  it('keeps the movement that settles an invoice, and doubles nothing when the file comes again', () => {
    const imported = run(owed, importBankFile, file);
    const [lineId] = [...imported.ledger.bankLines.values()].filter(
      ({ amountCents }) => amountCents === 10_000,
    );
    const matched = run(imported.ledger, confirmMatches, {
      matches: [
        {
          movementId: lineId?.id ?? '',
          target: {
            kind: 'payment',
            clientId: 'c',
            shares: [{ invoiceId: 'f', cents: cents(10_000) }],
            onAccountCents: cents(0),
          },
        },
      ],
    });
    const { kept } = importUndoReview(matched.ledger, imported.pages);
    expect(kept.map(({ title, reasons }) => [title, reasons])).toEqual([
      ['Mouvement du 10/11/2026, 100,00\u00a0€', ['règlement enregistré']],
    ]);
    const undone = run(matched.ledger, undoImport, { pages: imported.pages, keepUsed: true });
    expect([...undone.ledger.bankLines.keys()]).toEqual([lineId?.id]);
    expect([undone.ledger.bankAccounts.size, undone.ledger.bankStatements.size]).toEqual([1, 1]);
    expect([...undone.ledger.imports.values()]).toMatchObject([{ newBankLines: 1 }]);
    expect(run(undone.ledger, importBankFile, file).ledger.bankLines.size).toBe(2);
  });
});

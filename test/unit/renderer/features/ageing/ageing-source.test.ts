import { expect, it } from 'vitest';
import { ageingSource } from '../../../../../renderer/features/ageing/ageing-source.ts';
import type { Instant } from '../../../../../shared/dates/clock.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../../shared/demo/demo-rows.ts';
import { csvOfTable } from '../../../../../shared/exporting/csv.ts';
import { exportTable } from '../../../../../shared/exporting/export-table.ts';
import { ageingTable } from '../../../../../shared/ledger/ageing-table.ts';
import { cents } from '../../../../../shared/money/cents.ts';

const at = '2026-01-01T09:00:00.000Z' as Instant;

it('writes one line per open invoice and per waiting credit, as French Excel reads them', () => {
  const base = { clientId: 'c1', issuedOn: day('2026-09-01'), currency: 'EUR', createdAt: at } as const;
  const ledger = ledgerOfRows({
    clients: [
      {
        id: 'c1',
        name: '=Élan; Bois',
        regime: 'b2b',
        segment: 'regular',
        contacts: [],
        rate: { kind: 'statutory' },
        directDebit: false,
        createdAt: at,
      },
    ],
    invoices: [
      {
        ...base,
        id: '1',
        number: 'F-1',
        kind: 'invoice',
        dueOn: day('2026-10-01'),
        totalCents: cents(123_450),
      },
      { ...base, id: '2', number: 'AV-1', kind: 'credit-note', totalCents: cents(5_000) },
    ],
  });
  const today = day('2026-11-22');
  const { rows } = ageingTable(ledger, { asOf: today, today, by: 'due-date' });
  const shown = rows.map((row) => ({ row, children: row.invoices }));
  const text = csvOfTable(exportTable(ageingSource(shown, today)));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const lines = text.slice(1).split('\r\n');
  expect(lines[0]?.split(';').slice(0, 5)).toEqual([
    'Client',
    'N° facture',
    'Date',
    'Échéance',
    'Jours de retard',
  ]);
  // The name would be a formula, and its semicolon another cell: guarded and quoted.
  expect(lines[1]).toBe(`"'=Élan; Bois";F-1;01/09/2026;01/10/2026;52;;;1234,50;;;;1234,50`);
  expect(lines[2]).toBe(`"'=Élan; Bois";Avoirs et acomptes à affecter;;;;;;;;;-50,00;-50,00`);
  expect(lines[3]).toBe('');

  // A search that only the client answers exports all of him; one that an invoice answers, that invoice.
  const byName = rows.map((row) => ({ row, children: [] }));
  expect(csvOfTable(exportTable(ageingSource(byName, today)))).toBe(text);
  const withLimit = exportTable(ageingSource(shown, today, () => day('2031-10-01')));
  expect(withLimit.heads[5]).toEqual({ header: 'Prescription', kind: 'day' });
  expect(withLimit.rows.map((row) => row[5])).toEqual(['2031-10-01', undefined]);
});

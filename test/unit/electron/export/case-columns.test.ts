import { expect, it } from 'vitest';
import { legalCaseColumns } from '../../../../electron/export/columns/case-columns.ts';
import { ledgerNames } from '../../../../electron/export/columns/ledger-names.ts';
import { day } from '../../../../shared/dates/day.ts';
import { csvOf } from '../../../../shared/exporting/csv.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { claimsInvoice, claimsLedger } from '../../shared/claims/claims-ledger.ts';

it('the table of cases says what was answered and every day at court', () => {
  const names = ledgerNames(claimsLedger({ invoices: [claimsInvoice('F-1', 100, '2026-06-30')] }));
  const [head = '', row = ''] = csvOf(legalCaseColumns(names), [
    {
      id: 'k1',
      clientId: 'c1',
      invoiceIds: ['F-1'],
      openedOn: day('2026-06-01'),
      facts: { debtorIsMerchant: true, isContested: false },
      procedure: 'order-for-payment' as const,
      filedOn: day('2026-09-02'),
      dates: {
        orderOn: day('2026-09-20'),
        orderServedOn: day('2026-10-05'),
        contestedOn: day('2026-10-20'),
        titleOn: day('2026-11-20'),
      },
      costsCents: cents(3366),
      note: '',
      documents: [],
    },
  ]).split('\r\n');
  const cells = new Map(head.split(';').map((name, index) => [name, row.split(';')[index]]));
  expect(cells.get('Ordonnance du')).toBe('20/09/2026');
  expect(cells.get('Signifiée le')).toBe('05/10/2026');
  expect(cells.get('Contestée le')).toBe('20/10/2026');
  expect(cells.get('Titre du')).toBe('20/11/2026');
  expect(cells.get('Procès-verbal du')).toBe('');
  expect(cells.get('Débiteur commerçant')).toBe('oui');
  expect(cells.get('Contestée')).toBe('non');
  expect(cells.get('Contrat écrit')).toBe('');
});

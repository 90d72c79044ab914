import { expect, it } from 'vitest';
import { planColumns } from '../../../../electron/export/columns/agreement-columns.ts';
import { ledgerNames } from '../../../../electron/export/columns/ledger-names.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import { csvOf } from '../../../../shared/exporting/csv.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import type { ClientLetter, ClientLetterState } from '../../../../shared/ledger/client-letter.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aLedger, anInvoice } from '../../shared/reminders/sample-ledger.ts';

const plan: PaymentPlan = {
  id: 'plan',
  clientId: 'c1',
  invoiceIds: ['f1'],
  agreedOn: day('2026-11-02'),
  instalments: [{ dueOn: day('2026-11-13'), cents: cents(123_456) }],
};

const cellsOf = (state: ClientLetterState | undefined, changes: Partial<PaymentPlan> = {}) => {
  const letter: ClientLetter | undefined = state && {
    id: 'l1',
    clientId: 'c1',
    kind: 'forfeiture-notice',
    invoiceIds: ['f1'],
    planId: 'plan',
    registered: true,
    writtenOn: day('2026-11-16'),
    subject: 'Mise en demeure avant déchéance du terme',
    body: 'Texte',
    grantedDays: 8,
    state,
    documents: [],
  };
  const ledger = {
    ...aLedger({ invoices: [anInvoice('f1')] }),
    letters: new Map(letter === undefined ? [] : [[letter.id, letter]]),
  };
  const [head = '', row = ''] = csvOf(planColumns(ledger, ledgerNames(ledger)), [
    { ...plan, ...changes },
  ]).split('\r\n');
  const cells = row.split(';').map((cell) => cell.replace(/^"|"$/g, ''));
  const at = (name: string): string | undefined => cells[head.split(';').indexOf(name)];
  return { on: at('Mise en demeure le'), letter: at('Lettre de mise en demeure') };
};

it('the table of plans names the letter that puts one in default, with its number as typed', () => {
  expect(
    cellsOf({
      kind: 'posted',
      depositedOn: day('2026-11-17'),
      trackingNumber: '1A12345678901',
      typedNumber: '1A 123 456 7890 1',
      presentedOn: day('2026-11-19'),
      recordedAt: '2026-11-17T15:00:00.000Z' as Instant,
    }),
  ).toEqual({
    on: '17/11/2026',
    letter:
      'Mise en demeure avant déchéance du terme, lettre recommandée avec avis de réception n°\u00A01A 123 456 7890 1, présentée le 19/11/2026',
  });
});

it('nor takes a letter still to be printed for one that left, nor forgets a notice noted by hand', () => {
  expect(cellsOf({ kind: 'to-print', writtenAt: '2026-11-16T09:00:00.000Z' as Instant })).toEqual({
    on: '',
    letter: 'Mise en demeure avant déchéance du terme, pas encore envoyée',
  });
  expect(
    cellsOf(undefined, { forfeitureNotice: { sentOn: day('2026-11-18'), endsOn: day('2026-11-26') } }),
  ).toEqual({ on: '18/11/2026', letter: '' });
});

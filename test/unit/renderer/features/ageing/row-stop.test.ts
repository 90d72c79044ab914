import { expect, it } from 'vitest';
import { rowStop } from '../../../../../renderer/features/ageing/row-stop.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { type AgeingRow, ageingTable } from '../../../../../shared/ledger/ageing-table.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aClient, aLedger, anInvoice, noonOf } from '../../../shared/reminders/sample-ledger.ts';

const today = day('2026-11-23');
const rowsOf = (ledger: Ledger): readonly AgeingRow[] => {
  const [client] = ageingTable(ledger, { asOf: today, today, by: 'due-date' }).rows;
  if (!client) throw new Error('no row');
  return [client, ...client.invoices];
};
const stopsOf = (ledger: Ledger) => rowsOf(ledger).map((row) => rowStop(ledger, today, row));
const invoices = [anInvoice('f1')];

it('says what holds a client and an invoice back, until when, and nothing where nothing does', () => {
  expect(stopsOf(aLedger({ invoices }))).toEqual([undefined, undefined]);
  const promises = [
    {
      id: 'p',
      clientId: 'c1',
      invoiceIds: ['f1'],
      promisedOn: day('2026-11-27'),
      recordedAt: noonOf('2026-11-20'),
    },
  ];
  const [client, invoice] = stopsOf(aLedger({ invoices, promises }));
  expect(client).toMatchObject({ tone: 'quiet', text: expect.stringContaining('27/11/2026') });
  expect(invoice?.text).toMatch(/^Promesse jusqu’au 30\/11\. .* reprennent d’elles-mêmes le 01\/12\/2026\.$/);
});

it('tells the pressing from what ends by itself, and a dispute in part from a whole one', () => {
  const dispute = {
    id: 'd',
    clientId: 'c1',
    invoiceId: 'f1',
    reason: 'quality' as const,
    note: '',
    openedOn: day('2026-11-10'),
  };
  const whole = stopsOf(aLedger({ invoices, disputes: [dispute] }));
  expect(whole.map((stop) => stop?.tone)).toEqual(['alert', 'alert']);
  expect(whole[1]?.text).toContain('clôture du litige');
  const part = stopsOf(aLedger({ invoices, disputes: [{ ...dispute, disputedCents: cents(1_000) }] }));
  expect(part[1]?.text).toContain('Litige partiel');
  const bounced = aClient('c1', {
    contacts: [{ id: 'k', name: '', role: 'reminders', email: 'a@b.fr', bouncedOn: day('2026-11-20') }],
  });
  expect(stopsOf(aLedger({ clients: [bounced], invoices }))[0]?.tone).toBe('caution');
});

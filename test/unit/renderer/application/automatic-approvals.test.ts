import { expect, test, vi } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { aCompany, aLedger, anInvoice, noonOf } from '../../shared/reminders/sample-ledger.ts';

vi.stubGlobal('window', { acquit: {} });
const { automaticApprovals } = await import('../../../../renderer/application/scheduler-sync.ts');

/** One invoice whose friendly step is due on 9 November 2026, a Monday, under an automatic scenario. */
const ledgerCheckedOn = (on: string | undefined): Ledger =>
  aLedger({
    invoices: [anInvoice('f1', { dueOn: day('2026-11-02') })],
    scenarios: [{ ...defaultScenario, mode: 'automatic' }],
    settings: [
      aCompany,
      defaultReminderSettings,
      ...(on === undefined ? [] : [{ id: 'bank-check', checkedAt: noonOf(on) } as const]),
    ],
  });
const ledger = ledgerCheckedOn('2026-11-09');
const clientsAt = (instant: string, of = ledger, warning?: 'went-back' | 'leapt-forward') =>
  automaticApprovals(of, Date.parse(instant), warning).map(({ proposal }) => proposal.clientId);

test('on a working day, within the hours, with the bank looked at and the clock believed', () => {
  expect(clientsAt('2026-11-09T08:00:00Z')).toEqual(['c1']);
});

test.each(['went-back', 'leapt-forward'] as const)('never while the clock %s', (warning) => {
  expect(clientsAt('2026-11-09T08:00:00Z', ledger, warning)).toEqual([]);
});

test('not before nine, not from six on, not on a day off, by the clock of Paris', () => {
  const at = ['2026-11-09T07:59:00Z', '2026-11-09T17:00:00Z', '2026-11-11T10:00:00Z'];
  expect(at.flatMap((instant) => clientsAt(instant))).toEqual([]);
  // The hour moves with the time of the summer: nine in Paris is seven UTC on 23 October.
  const summer = aLedger({
    invoices: [anInvoice('f1', { dueOn: day('2026-10-16') })],
    scenarios: [{ ...defaultScenario, mode: 'automatic' }],
    settings: [aCompany, defaultReminderSettings, { id: 'bank-check', checkedAt: noonOf('2026-10-22') }],
  });
  expect(clientsAt('2026-10-23T06:59:00Z', summer)).toEqual([]);
  expect(clientsAt('2026-10-23T07:00:00Z', summer)).toEqual(['c1']);
});

test('not while the bank was never looked at, or too long ago', () => {
  expect(clientsAt('2026-11-09T08:00:00Z', ledgerCheckedOn(undefined))).toEqual([]);
  expect(clientsAt('2026-11-09T08:00:00Z', ledgerCheckedOn('2026-11-05'))).toEqual([]);
  expect(clientsAt('2026-11-09T08:00:00Z', ledgerCheckedOn('2026-11-06'))).toEqual(['c1']);
});

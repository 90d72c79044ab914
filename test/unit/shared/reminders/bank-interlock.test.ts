import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import type { SettingsRow } from '../../../../shared/ledger/settings.ts';
import { automaticHolds } from '../../../../shared/reminders/automatic-holds.ts';
import { bankFreshDaysOf, bankQuestion } from '../../../../shared/reminders/bank-interlock.ts';
import { staleReceipts } from '../../../../shared/reminders/stale-receipts.ts';
import { aClient, aCompany, aLedger, anInvoice, aPayment, noonOf } from './sample-ledger.ts';

const today = day('2026-11-23');
const mondayNoon = Date.parse(noonOf(today));

const checkedOn = (on: string, bankFreshDays?: number): Ledger => {
  const settings: SettingsRow[] = [
    aCompany,
    { ...defaultReminderSettings, bankFreshDays },
    { id: 'bank-check', checkedAt: instantOf(Date.parse(noonOf(on))) },
  ];
  return aLedger({ clients: [aClient('c1')], invoices: [anInvoice('f-1')], settings });
};
const asks = (ledger: Ledger): boolean => bankQuestion(ledger, today, ['c1']) !== undefined;
const holdsBank = (ledger: Ledger): boolean =>
  automaticHolds(ledger, mondayNoon, undefined).some(({ kind }) => kind === 'bank');

describe('the question about the bank', () => {
  it('is asked from the fourth day on, or from the day that the user set', () => {
    expect(asks(checkedOn('2026-11-20'))).toBe(false);
    expect(asks(checkedOn('2026-11-19'))).toBe(true);
    expect(asks(checkedOn('2026-11-19', 4))).toBe(false);
    expect(asks(checkedOn('2026-11-22', 0))).toBe(true);
    expect(asks(checkedOn('2026-11-23', 0))).toBe(false);
    expect(bankFreshDaysOf({})).toBe(3);
  });

  it('says since when, and what the user has to confirm', () => {
    expect(bankQuestion(checkedOn('2026-11-18'), today, [])).toEqual({
      sentence:
        'Vos encaissements n’ont pas été vérifiés depuis 5\u00A0jours (18/11/2026)\u00A0: une relance pourrait atteindre un client qui a déjà payé.',
      confirmation: 'J’ai vérifié mes encaissements jusqu’au 23/11/2026',
      toAllocate: [],
    });
    expect(bankQuestion(checkedOn('2026-11-22', 0), today, [])?.sentence).toContain('vérifiés hier');
    expect(bankQuestion(aLedger(), today, [])?.sentence).toContain('encore jamais été vérifiés');
  });

  it('names those about to be reminded whose money waits, once each', () => {
    const ledger = aLedger({
      clients: [aClient('c1'), aClient('c2', { name: 'Martin SAS' })],
      payments: [aPayment('p', '2026-11-10', 5_000), aPayment('q', '2026-11-10', 7_000, { clientId: 'c2' })],
    });
    expect(bankQuestion(ledger, today, ['c2', 'c2', 'c3'])?.toAllocate).toEqual([
      { clientId: 'c2', name: 'Martin SAS', cents: 7_000 },
    ]);
  });

  it('is what the automatic mode waits for too, and the warning above the queue', () => {
    expect(holdsBank(checkedOn('2026-11-20'))).toBe(false);
    expect(holdsBank(checkedOn('2026-11-19'))).toBe(true);
    expect(holdsBank(checkedOn('2026-11-19', 4))).toBe(false);
    expect(holdsBank(aLedger())).toBe(true);
    const received = (bankFreshDays: number) => ({
      ...checkedOn('2026-11-18', bankFreshDays),
      payments: new Map([['p', aPayment('p', '2026-11-18', 100)]]),
    });
    expect(staleReceipts(received(3), today)).toBeDefined();
    expect(staleReceipts(received(5), today)).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { catchUpNotice } from '../../../../shared/reminders/catch-up.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import { aClient, aLedger, anInvoice, noonOf } from './sample-ledger.ts';

const ledger = aLedger({
  clients: [aClient('c1'), aClient('c2')],
  invoices: [anInvoice('f-1'), anInvoice('f-2', { clientId: 'c2', dueOn: day('2026-10-27') })],
});

it.each([
  // On the day itself, and after a week-end that folded nothing.
  ['2026-11-03', undefined],
  ['2026-11-09', undefined],
  ['2026-11-12', '2 relances n’ont pas pu partir du 3 au 11 novembre\u00A0: 1 message est proposé.'],
  ['2026-11-20', '4 relances n’ont pas pu partir du 3 au 19 novembre\u00A0: 2 messages sont proposés.'],
  [
    '2027-01-04',
    '4 relances n’ont pas pu partir du 3 novembre 2026 au 3 janvier\u00A0: 2 messages sont proposés.',
  ],
])('on %s', (on, notice) => {
  expect(catchUpNotice(planReminders(ledger, day(on)), day(on))).toBe(notice);
});

it('says nothing of what came in already late', () => {
  const late = aLedger({
    invoices: [anInvoice('f-1', { createdAt: noonOf('2026-11-20') })],
  });
  expect(planReminders(late, day('2026-11-20')).proposals).toMatchObject([{ firstTime: true, stepCount: 2 }]);
  expect(catchUpNotice(planReminders(late, day('2026-11-20')), day('2026-11-20'))).toBeUndefined();
});

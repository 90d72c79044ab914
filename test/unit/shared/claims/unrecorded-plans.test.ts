import { expect, it } from 'vitest';
import { unrecordedPlans } from '../../../../shared/claims/unrecorded-plans.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { PaymentPlan } from '../../../../shared/ledger/agreement.ts';
import type { RecordedInterruption } from '../../../../shared/ledger/invoice.ts';
import { aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const plan = (id: string, agreedOn: string, invoiceId = 'f1'): PaymentPlan => ({
  id,
  clientId: 'c1',
  invoiceIds: [invoiceId],
  agreedOn: day(agreedOn),
  instalments: [],
});
const noted = (on: string, cause: RecordedInterruption['cause']): RecordedInterruption => ({
  id: `${cause}-${on}`,
  on: day(on),
  cause,
  note: '',
});

it('lists the plans of the invoice that no later acknowledgement covers', () => {
  const ledger = aLedger({
    plans: [plan('old', '2026-01-10'), plan('new', '2026-05-10'), plan('other', '2026-06-10', 'f2')],
  });
  const idsWith = (...interruptions: RecordedInterruption[]): readonly string[] =>
    unrecordedPlans(ledger, anInvoice('f1', { interruptions })).map(({ id }) => id);
  expect(idsWith()).toEqual(['old', 'new']);
  expect(idsWith(noted('2026-01-10', 'acknowledgement'))).toEqual(['new']);
  expect(idsWith(noted('2026-05-11', 'acknowledgement'))).toEqual([]);
  expect(idsWith(noted('2026-05-11', 'court-claim'))).toEqual(['old', 'new']);
});

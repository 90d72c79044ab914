import type { Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.ts';
import type { PaymentPromise } from '../ledger/agreement.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Working days after a promised day before reminders go on: a transfer takes one to arrive and one to be seen. */
const graceWorkingDays = 2;

/** First day on which a promise no longer stops reminders. */
export const promiseEndsOn = (promise: Pick<PaymentPromise, 'promisedOn'>, calendar: HolidayCalendar): Day =>
  addWorkingDays(promise.promisedOn, graceWorkingDays, calendar);

/**
 * Promises whose day and grace are over while something is still owed on one of their invoices; withdrawn
 * ones and those that a later promise for the same invoices replaced are left out.
 */
export const brokenPromises = (ledger: Ledger, today: Day): readonly PaymentPromise[] => {
  const { calendar, toleranceCents } = settingsOf(ledger, 'reminders');
  const { remainingByInvoice } = currentBalances(ledger);
  const promises = [...ledger.promises.values()].filter((promise) => promise.withdrawnAt === undefined);
  const latestByInvoice = new Map<string, Day>();
  for (const { invoiceIds, promisedOn } of promises)
    for (const invoiceId of invoiceIds) {
      const known = latestByInvoice.get(invoiceId);
      if (known === undefined || known < promisedOn) latestByInvoice.set(invoiceId, promisedOn);
    }
  return promises.filter(
    (promise) =>
      promiseEndsOn(promise, calendar) <= today &&
      promise.invoiceIds.some(
        (invoiceId) =>
          (remainingByInvoice.get(invoiceId) ?? 0) > toleranceCents &&
          latestByInvoice.get(invoiceId) === promise.promisedOn,
      ),
  );
};

import { addDays, type Day, laterDay } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Handover } from '../ledger/handover.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isHandoverOpen } from '../reminders/third-party-block.ts';

/** Days of silence after which a collector is asked, where the settings say nothing. */
export const usualSilenceDays = 60;

/** A file about which its collector has said nothing since a day. */
export interface SilentHandover {
  readonly handover: Handover;
  readonly since: Day;
}

/** Day of the last sign of life of a collector: the hand-over, a report, money that he passed on. */
export const lastNewsOf = (ledger: Ledger, handover: Handover): Day => {
  let last = handover.handedOverOn;
  if (handover.lastNewsOn !== undefined) last = laterDay(last, handover.lastNewsOn);
  for (const { collected, reversedAt, receivedOn } of ledger.payments.values())
    if (collected?.handoverId === handover.id && reversedAt === undefined) last = laterDay(last, receivedOn);
  return last;
};

/** Open hand-overs with something still owed whose collector has been silent too long; longest silence first. */
export const silentHandovers = (ledger: Ledger, today: Day): readonly SilentHandover[] => {
  if (ledger.handovers.size === 0) return [];
  const days = settingsOf(ledger, 'reminders').handoverSilenceDays ?? usualSilenceDays;
  const { remainingByInvoice } = currentBalances(ledger);
  return [...ledger.handovers.values()]
    .filter(
      (handover) =>
        isHandoverOpen(handover, today) &&
        handover.invoiceIds.some((id) => (remainingByInvoice.get(id) ?? 0) > 0),
    )
    .map((handover) => ({ handover, since: lastNewsOf(ledger, handover) }))
    .filter(({ since }) => addDays(since, days) <= today)
    .sort((a, b) => (a.since < b.since ? -1 : 1));
};

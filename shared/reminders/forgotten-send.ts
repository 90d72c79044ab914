import { businessDay } from '../dates/clock.ts';
import { addDays, type Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { OutboxEntry } from '../ipc/outbox-contract.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from './reminder.ts';

/** True where the ledger never heard of this approval: it was restored from before it. */
const isForgotten = (ledger: Ledger, key: string): boolean => {
  const cut = key.lastIndexOf('/');
  const attempt = ledger.reminders.get(key.slice(0, cut))?.attempt ?? 0;
  return attempt < Number(key.slice(cut + 1));
};

/** Day on which an entry left, or may have; undefined where nothing reached the client. */
const leftOn = ({ state, isTest }: OutboxEntry): Day | undefined =>
  !isTest && (state.kind === 'accepted' || state.kind === 'exported' || state.kind === 'unknown')
    ? businessDay(Date.parse(state.at))
    : undefined;

/**
 * Why a reminder may not leave because of an e-mail that the outbox knows and the ledger does not: after the
 * restore of a backup. The same proposal meets its own key there; one with another invoice beside has another
 * key, and would ask the client a second time. Undefined where the minimum gap since then is over.
 */
export const forgottenSend = (
  ledger: Ledger,
  entries: Iterable<OutboxEntry>,
  reminder: Reminder,
  today: Day,
): string | undefined => {
  const address = reminder.recipientEmail?.toLowerCase();
  const { minimumGapDays } = settingsOf(ledger, 'reminders');
  for (const entry of entries) {
    if (entry.to.toLowerCase() !== address || !isForgotten(ledger, entry.key)) continue;
    const on = leftOn(entry);
    if (on !== undefined && today < addDays(on, minimumGapDays))
      return `Un e-mail est parti à cette adresse le ${formatLongDay(on)}, après la sauvegarde que vous avez restaurée.`;
  }
  return undefined;
};

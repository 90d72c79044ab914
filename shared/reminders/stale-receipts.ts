import { businessTime } from '../dates/clock.ts';
import { type Day, daysBetween } from '../dates/day.ts';
import { bankFreshness } from '../ledger/bank-freshness.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { bankFreshDaysOf } from './bank-interlock.ts';

const latestDay = (instants: Iterable<string>): Day | undefined => {
  let latest: string | undefined;
  for (const instant of instants) if (latest === undefined || instant > latest) latest = instant;
  return latest === undefined ? undefined : businessTime(Date.parse(latest)).day;
};

/**
 * The warning before reminding when nothing was recorded or imported for longer than the user allows, French;
 * undefined while the data is fresh.
 */
export const staleReceipts = (ledger: Ledger, today: Day): string | undefined => {
  const received = latestDay([...ledger.payments.values()].map(({ recordedAt }) => recordedAt));
  const imported = latestDay([...ledger.imports.values()].map(({ importedAt }) => importedAt));
  const last =
    received === undefined || (imported !== undefined && imported > received) ? imported : received;
  if (last === undefined && bankFreshness(ledger, today).isCheckedToday) return undefined;
  if (last === undefined)
    return 'Aucun encaissement n’est encore saisi\u00A0: enregistrez vos encaissements avant de relancer.';
  const days = daysBetween(last, today);
  const fresh = bankFreshDaysOf(settingsOf(ledger, 'reminders'));
  if (days <= fresh || (bankFreshness(ledger, today).days ?? days) <= fresh) return undefined;
  const what = last === received ? 'Dernier encaissement saisi' : 'Dernier import';
  return `${what} il y a ${days}\u00A0jours\u00A0: enregistrez vos encaissements avant de relancer.`;
};

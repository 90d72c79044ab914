import { businessDay } from '../dates/clock.ts';
import { addDays, type Day, day, isDay, isoWeekday } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { reminderMoment } from '../ledger/reminder-moment.ts';
import { type Cents, cents } from '../money/cents.ts';
import { formatAmount } from '../money/format-amount.ts';

/** What left since Monday. */
export interface WeekSummary {
  readonly since: Day;
  readonly emails: number;
  /** Letters that are posted. */
  readonly letters: number;
  readonly calls: number;
  /** Text messages sent by hand. */
  readonly texts: number;
  /** Sum of what these messages claimed. */
  readonly cents: Cents;
}

/** Monday of the week that holds `today`. */
export const startOfWeek = (today: Day): Day => addDays(today, 1 - isoWeekday(today));

const dayOfMoment = (moment: string): Day => (isDay(moment) ? day(moment) : businessDay(Date.parse(moment)));

/**
 * Messages sent, letters posted, calls and text messages made from Monday to `today`. An e-mail on its way counts: the user
 * has done his part. What was taken back, refused or skipped does not.
 */
export const weekSummary = (ledger: Ledger, today: Day): WeekSummary => {
  const since = startOfWeek(today);
  let [emails, letters, calls, texts, claimed] = [0, 0, 0, 0, 0];
  for (const { state, channel, totalCents } of ledger.reminders.values()) {
    const on = dayOfMoment(reminderMoment(state));
    if (on < since || on > today) continue;
    if (['approved', 'accepted', 'exported', 'unknown'].includes(state.kind)) emails += 1;
    else if (state.kind === 'posted') letters += 1;
    else if (state.kind === 'called' && channel === 'sms') texts += 1;
    else if (state.kind === 'called') calls += 1;
    else continue;
    claimed += totalCents;
  }
  return { since, emails, letters, calls, texts, cents: cents(claimed) };
};

/** What the backup of main says of itself, as far as a summary needs it. */
export interface BackupFacts {
  readonly lastAt?: string | undefined;
  readonly verified: boolean;
  readonly problem?: string | undefined;
}

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count}\u00A0${count === 1 ? one : many}`];

const backupText = (backup: BackupFacts | undefined, today: Day): string => {
  if (backup?.problem !== undefined) return 'sauvegarde à vérifier';
  if (backup?.lastAt === undefined) return 'sauvegarde pas encore faite';
  const on = businessDay(Date.parse(backup.lastAt));
  const when = on >= today ? 'sauvegarde faite' : `sauvegarde du ${formatDay(on)}`;
  return backup.verified ? `${when} et vérifiée` : when;
};

/** « 7 relances, 2 courriers · 18 430,00 € relancés · sauvegarde faite et vérifiée ». */
export const weekSummaryText = (
  summary: WeekSummary,
  backup: BackupFacts | undefined,
  today: Day,
): string => {
  const done = [
    ...counted(summary.emails, 'relance', 'relances'),
    ...counted(summary.letters, 'courrier', 'courriers'),
    ...counted(summary.calls, 'appel', 'appels'),
    ...counted(summary.texts, 'SMS', 'SMS'),
  ].join(', ');
  const claimed = summary.cents > 0 ? [`${formatAmount(summary.cents)} relancés`] : [];
  return [done === '' ? 'Aucune relance cette semaine' : done, ...claimed, backupText(backup, today)].join(
    ' · ',
  );
};

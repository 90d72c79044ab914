import { businessTime } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { deadlineFor, grantedDaysFor } from '../reminders/deadline.ts';
import { recheck } from '../reminders/recheck.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { scenariosOf } from '../reminders/scenario-choice.ts';
import { letterOfReminder } from './letter-of-reminder.ts';
import { isMandatory, type LetterProblem, problemOfElement, problemOfFailure } from './letter-problem.ts';
import { missingElements } from './mandatory-content.ts';

/** May a letter that was approved be printed on a day? */
export type LetterReadiness =
  | { readonly kind: 'ready'; readonly model: LetterModel; readonly advice: readonly LetterProblem[] }
  | { readonly kind: 'incomplete'; readonly problems: readonly LetterProblem[] }
  /** What it claims has changed since: it is to be taken back. */
  | { readonly kind: 'outdated'; readonly reason: string };

/** Advice where a letter lay about so long that it grants less time than it should. */
const shortenedTime = (
  ledger: Ledger,
  reminder: Reminder,
  client: Client,
  today: Day,
): readonly LetterProblem[] => {
  const { state, deadlineOn } = reminder;
  if (state.kind !== 'to-print' || deadlineOn === undefined) return [];
  const step = scenariosOf(ledger)
    .get(reminder.scenarioId)
    ?.steps.find(({ id }) => id === reminder.stepId);
  if (step === undefined) return [];
  const { calendar } = settingsOf(ledger, 'reminders');
  const due = deadlineFor(grantedDaysFor(step, client), reminder.channel, today, calendar);
  if (due === undefined || due <= deadlineOn) return [];
  const approvedOn = formatDay(businessTime(Date.parse(state.approvedAt)).day);
  return [
    {
      message: `Texte du ${approvedOn}\u00A0: posté aujourd’hui, il devrait accorder jusqu’au ${formatDay(due)} et non jusqu’au ${formatDay(deadlineOn)}. Retirez-le et approuvez-le de nouveau pour une date juste.`,
      repair: 'none',
    },
  ];
};

/**
 * What a letter that is not approved yet would still need: that it can be computed and has the mandatory
 * contents of its kind (law-and-formats.md 2.2).
 */
export const draftReadiness = (
  ledger: Ledger,
  reminder: Reminder,
  today: Day,
): Exclude<LetterReadiness, { readonly kind: 'outdated' }> => {
  const model = letterOfReminder(ledger, reminder, today);
  if (!model.ok) return { kind: 'incomplete', problems: [problemOfFailure(model.error)] };
  const client = ledger.clients.get(reminder.clientId);
  if (client === undefined) return { kind: 'incomplete', problems: [] };
  const missing = missingElements(model.value, client.regime);
  const problems = missing.filter(isMandatory).map(problemOfElement);
  if (problems.length > 0) return { kind: 'incomplete', problems };
  return {
    kind: 'ready',
    model: model.value,
    advice: [...shortenedTime(ledger, reminder, client, today), ...missing.map(problemOfElement)],
  };
};

/** The same for an approved letter, which must also still claim what is owed. */
export const letterReadiness = (ledger: Ledger, reminder: Reminder, today: Day): LetterReadiness => {
  const stands = recheck(ledger, reminder, today);
  return stands.kind === 'drop'
    ? { kind: 'outdated', reason: stands.reason }
    : draftReadiness(ledger, reminder, today);
};

import { businessTime } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { deadlineFor, grantedDaysFor } from '../reminders/deadline.ts';
import { type Objection, objectionsTo, objectionText } from '../reminders/objection.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { stepWithId } from '../reminders/rungs.ts';
import { scenariosOf } from '../reminders/scenario-choice.ts';
import { type CheckList, checkList, refusalsOf } from './check-list.ts';
import { letterOfReminder } from './letter-of-reminder.ts';
import { type LetterImpediment, type LetterProblem, problemOfElement } from './letter-problem.ts';
import { type CheckedElement, checkedElements } from './mandatory-content.ts';

/** Whether a letter could be printed, were it approved. */
export type DraftReadiness = { readonly checkList: CheckList } & (
  | { readonly kind: 'ready'; readonly model: LetterModel; readonly advice: readonly LetterProblem[] }
  | { readonly kind: 'incomplete'; readonly problems: readonly LetterProblem[] }
);

/** May a letter that was approved be printed on a day? */
export type LetterReadiness =
  | DraftReadiness
  /** What it claims has changed since, or the client may no longer be asked: it is to be taken back. */
  | {
      readonly kind: 'outdated';
      readonly reason: string;
      readonly problems: readonly LetterProblem[];
      readonly checkList: CheckList;
    };

/** Advice where a letter lay about so long that it grants less time than it should. */
const shortenedTime = (
  ledger: Ledger,
  reminder: Reminder,
  client: Client,
  today: Day,
): readonly LetterProblem[] => {
  const { state, deadlineOn } = reminder;
  if (state.kind !== 'to-print' || deadlineOn === undefined) return [];
  const step = stepWithId(scenariosOf(ledger).get(reminder.scenarioId), reminder.stepId);
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

interface Examined {
  readonly model?: LetterModel;
  /** Undefined where the letter cannot be computed even without interest. */
  readonly elements?: readonly CheckedElement[];
  readonly impediment?: LetterImpediment;
}

/** What the letter would say, checked. Where a rate is not known, the rest of it is checked without interest. */
const examined = (ledger: Ledger, reminder: Reminder, today: Day): Examined => {
  const regime = ledger.clients.get(reminder.clientId)?.regime;
  const letter = letterOfReminder(ledger, reminder, today);
  const checkable = letter.ok ? letter : letterOfReminder(ledger, reminder, today, { chargesWaived: true });
  const elements =
    regime !== undefined && checkable.ok ? { elements: checkedElements(checkable.value, regime) } : {};
  return letter.ok ? { ...elements, model: letter.value } : { ...elements, impediment: letter.error };
};

const assessed = (
  ledger: Ledger,
  reminder: Reminder,
  today: Day,
  objections: readonly Objection[],
): DraftReadiness => {
  const { model, elements, impediment } = examined(ledger, reminder, today);
  const client = ledger.clients.get(reminder.clientId);
  const delay = client === undefined ? [] : shortenedTime(ledger, reminder, client, today);
  const list = checkList({ elements, impediment, objections, delay });
  const problems = refusalsOf(list);
  if (problems.length > 0 || model === undefined) return { kind: 'incomplete', problems, checkList: list };
  const advice = (elements ?? []).filter(({ isMet, need }) => !isMet && need === 'advice');
  return {
    kind: 'ready',
    model,
    advice: [...delay, ...advice.map(problemOfElement)],
    checkList: list,
  };
};

/**
 * What a letter that is not approved yet would still need: that it can be computed and has the mandatory
 * contents of its kind (law-and-formats.md 2.2).
 */
export const draftReadiness = (ledger: Ledger, reminder: Reminder, today: Day): DraftReadiness =>
  assessed(ledger, reminder, today, []);

/**
 * The same for an approved letter, which must also still claim what is owed of somebody who may be asked: a
 * balance that moved and a client that is blocked refuse it as an unknown rate or a missing element does.
 */
export const letterReadiness = (ledger: Ledger, reminder: Reminder, today: Day): LetterReadiness => {
  const objections = objectionsTo(ledger, reminder, today);
  const { checkList: list, ...draft } = assessed(ledger, reminder, today, objections);
  return objections.length === 0
    ? { ...draft, checkList: list }
    : {
        kind: 'outdated',
        reason: objections.map(objectionText).join(' '),
        problems: refusalsOf(list),
        checkList: list,
      };
};

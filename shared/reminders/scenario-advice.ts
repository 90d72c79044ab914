import type { Client } from '../ledger/client.ts';
import { callContact } from './call-contact.ts';
import type { DunningStep, ReminderChannel, Scenario } from './scenario.ts';
import { type StepProblem, scenarioProblems } from './scenario-problems.ts';
import { countsFromPrevious, estimatedDays } from './step-order.ts';

const plural = (count: number, one: string, several: string): string =>
  `${count} ${count > 1 ? several : one}`;

const channelsOf = ({ channel, alsoBy }: DunningStep): readonly ReminderChannel[] => [
  channel,
  ...(alsoBy ?? []),
];

const needsPhone = (step: DunningStep): boolean =>
  channelsOf(step).some((channel) => channel === 'call' || channel === 'sms');

/** The time granted runs beyond the day of the next step, which then waits. */
const grantedAdvice = (
  steps: readonly DunningStep[],
  index: number,
  days: readonly number[],
): string | undefined => {
  const step = steps[index];
  const [day, nextDay] = [days[index], days[index + 1]];
  if (step === undefined || day === undefined || nextDay === undefined) return undefined;
  const waits = countsFromPrevious(steps, index + 1) && step.repeat !== undefined;
  const lastDay = waits ? day + (step.repeat?.everyDays ?? 0) * (step.repeat?.times ?? 0) : day;
  if (nextDay > lastDay + step.grantedDays) return undefined;
  return `L’étape suivante attendra\u00A0: au plus tôt ${step.grantedDays + 1} jours après celle-ci.`;
};

/** Repeats that would still run when the next step comes: it ends them. */
const repeatAdvice = (
  steps: readonly DunningStep[],
  index: number,
  days: readonly number[],
): string | undefined => {
  const { repeat } = steps[index] ?? {};
  const [day, nextDay] = [days[index], days[index + 1]];
  if (repeat === undefined || day === undefined || nextDay === undefined) return undefined;
  if (countsFromPrevious(steps, index + 1)) return undefined;
  return nextDay <= day + repeat.everyDays * repeat.times
    ? 'L’étape suivante met fin aux répétitions.'
    : undefined;
};

/**
 * What deserves a second look in a scenario that can be saved all the same: a step that will wait for the
 * time granted before it, repeats cut short, calls and SMS to clients without a number.
 * @param clients who follow the scenario.
 */
export const scenarioAdvice = (
  { steps }: Pick<Scenario, 'steps'>,
  clients: readonly Client[],
): readonly StepProblem[] => {
  if (scenarioProblems({ steps }).length > 0) return [];
  const days = estimatedDays(steps);
  return steps.flatMap((step, index) => {
    const found: StepProblem[] = [];
    const add = (field: StepProblem['field'], message: string | undefined): void => {
      if (message !== undefined) found.push({ stepId: step.id, field, message });
    };
    if (step.grantedDays > 0) add('grantedDays', grantedAdvice(steps, index, days));
    add('repeat', repeatAdvice(steps, index, days));
    if (needsPhone(step)) {
      const silent = clients.filter((client) => callContact(client, step.recipientRole) === undefined).length;
      if (silent > 0) add('channel', `${plural(silent, 'client', 'clients')} sans numéro de téléphone.`);
    }
    return found;
  });
};

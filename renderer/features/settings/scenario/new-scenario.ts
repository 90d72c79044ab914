import type { DunningStep, Scenario } from '../../../../shared/reminders/scenario.ts';
import { estimatedDays } from '../../../../shared/reminders/step-order.ts';

/** A name that no scenario has yet: « Nouveau scénario », « Nouveau scénario 2 »… */
export const freeName = (wanted: string, taken: Iterable<string>): string => {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted} ${count}`;
  return name;
};

/** A scenario to start from: one friendly e-mail a week after the due date. */
export const newScenario = (id: string, stepId: string, name: string): Scenario => ({
  id,
  name,
  mode: 'to-approve',
  steps: [
    {
      id: stepId,
      delayDays: 7,
      level: 'friendly',
      channel: 'email',
      templateId: 'template-friendly',
      recipientRole: 'reminders',
      grantedDays: 0,
    },
  ],
});

/** The same steps under another name; it applies to nobody until it is chosen. */
export const copyOf = (scenario: Scenario, id: string, name: string): Scenario => ({
  ...scenario,
  id,
  name,
  segments: undefined,
});

/** A step like the last one, two weeks later and counted from the due date. */
export const stepAfter = (steps: readonly DunningStep[], id: string): DunningStep => {
  const last = steps.at(-1);
  const day = estimatedDays(steps).findLast((days) => !Number.isNaN(days)) ?? 0;
  return {
    recipientRole: 'reminders',
    level: 'firm',
    channel: 'email',
    templateId: 'template-firm',
    grantedDays: 8,
    ...last,
    id,
    delayDays: day + 15,
    anchor: undefined,
    repeat: undefined,
  };
};

import { day } from '../../../../shared/dates/day.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { Reminder, ReminderState } from '../../../../shared/reminders/reminder.ts';
import { defaultScenarioId } from '../../../../shared/reminders/scenario.ts';
import { at } from './few-rows.ts';

/** An e-mail in some state, for no invoice. */
export const emailTo = (recipientEmail: string, clientId: string, state: ReminderState): Reminder => ({
  id: `${clientId}-${recipientEmail}-${state.kind}`,
  clientId,
  scenarioId: defaultScenarioId,
  stepId: 'none',
  level: 'friendly',
  channel: 'email',
  lines: [],
  plannedOn: day('2026-11-10'),
  attempt: 1,
  subject: '',
  body: '',
  recipientEmail,
  totalCents: cents(0),
  state,
  documents: [],
});

/** A step of the standard scenario done for invoices, each claimed with its total. */
export const stepDone = (stepIndex: number, on: string, invoices: readonly Invoice[]): Reminder => {
  const step = defaultScenario.steps[stepIndex];
  if (!step) throw new Error(`no step ${stepIndex}`);
  return {
    ...emailTo('compta@a.fr', 'a', { kind: 'accepted', acceptedAt: at(on), serverReply: '250' }),
    id: `${step.id}-${on}`,
    stepId: step.id,
    level: step.level,
    channel: step.channel,
    plannedOn: day(on),
    lines: invoices.map(({ id, totalCents }) => ({
      invoiceId: id,
      stepId: step.id,
      remainingCents: totalCents,
    })),
  };
};

import type { ReminderRhythm } from '../../../../shared/ledger/client.ts';
import { rhythmProblem } from '../../../../shared/reminders/rhythm-text.ts';

/** Reminder settings as a form: numbers are what is typed, NaN where a field is empty. */
export type ReminderNumbers = {
  readonly minimumGapDays: number;
  readonly recallSeconds: number;
  readonly defaultTermDays: number;
  readonly automaticPerInvoice: number;
  readonly messagesPerMonth: number;
  readonly bankFreshDays: number;
  readonly receiptMissingDays: number;
  readonly handoverSilenceDays: number;
};

const ranges: Readonly<Record<keyof ReminderNumbers, readonly [number, number]>> = {
  minimumGapDays: [0, 60],
  recallSeconds: [5, 60],
  defaultTermDays: [0, 120],
  automaticPerInvoice: [1, 20],
  messagesPerMonth: [1, 30],
  bankFreshDays: [1, 30],
  receiptMissingDays: [5, 90],
  handoverSilenceDays: [7, 365],
};

/** What decides on which days and at which hours reminders leave. */
export interface ReminderMoments {
  readonly rhythm: ReminderRhythm | undefined;
  readonly sendFromHour: number;
  readonly sendUntilHour: number;
}

/** What is out of its range, by field, French. */
export const reminderProblems = ({
  rhythm,
  ...values
}: ReminderNumbers & ReminderMoments): Readonly<Record<string, string>> => {
  const problems: Record<string, string> = {};
  for (const [field, [from, to]] of Object.entries(ranges)) {
    const value = values[field as keyof ReminderNumbers];
    if (!Number.isInteger(value) || value < from || value > to)
      problems[field] = `Un nombre entier de ${from} à ${to}.`;
  }
  const rhythmError = rhythmProblem(rhythm);
  if (rhythmError !== undefined) problems.rhythm = rhythmError;
  if (values.sendUntilHour <= values.sendFromHour)
    problems.sendUntilHour = 'La fin doit venir après le début.';
  return problems;
};

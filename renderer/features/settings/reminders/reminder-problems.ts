/** Reminder settings as a form: numbers are what is typed, NaN where a field is empty. */
export type ReminderNumbers = {
  readonly minimumGapDays: number;
  readonly recallSeconds: number;
  readonly defaultTermDays: number;
};

const ranges: Readonly<Record<keyof ReminderNumbers, readonly [number, number]>> = {
  minimumGapDays: [0, 60],
  recallSeconds: [5, 60],
  defaultTermDays: [0, 120],
};

/** What is out of its range, by field, French. */
export const reminderProblems = (values: ReminderNumbers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ranges).flatMap(([field, [from, to]]) => {
      const value = values[field as keyof ReminderNumbers];
      return Number.isInteger(value) && value >= from && value <= to
        ? []
        : [[field, `Un nombre entier de ${from} à ${to}.`]];
    }),
  );

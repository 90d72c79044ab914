import { expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { ReminderRhythm } from '../../../../shared/ledger/client.ts';
import { describeRhythm, lenientProblem, rhythmProblem } from '../../../../shared/reminders/rhythm-text.ts';

test.each<[ReminderRhythm | undefined, string]>([
  [undefined, 'Tous les jours ouvrés'],
  [{ kind: 'daily' }, 'Tous les jours ouvrés'],
  [{ kind: 'weekdays', weekdays: [4] }, 'Tous les jeudis'],
  [{ kind: 'weekdays', weekdays: [5, 1, 3] }, 'Les lundis, mercredis et vendredis'],
  [{ kind: 'monthly', dayOfMonth: 1 }, 'Une fois par mois, le 1er ou le jour ouvré qui suit'],
  [{ kind: 'monthly', dayOfMonth: 28 }, 'Une fois par mois, le 28 ou le jour ouvré qui suit'],
])('%j reads « %s »', (rhythm, text) => {
  expect(describeRhythm(rhythm)).toBe(text);
  expect(rhythmProblem(rhythm)).toBeUndefined();
});

test.each<ReminderRhythm>([
  { kind: 'weekdays', weekdays: [] },
  { kind: 'weekdays', weekdays: [6, 7] },
  { kind: 'monthly', dayOfMonth: 0 },
  { kind: 'monthly', dayOfMonth: 29 },
  { kind: 'monthly', dayOfMonth: Number.NaN },
])('%j is refused', (rhythm) => {
  expect(rhythmProblem(rhythm)).toEqual(expect.any(String));
});

test('a lenient period may be one day, and does not end before it starts', () => {
  const [first, next] = [day('2026-12-01'), day('2026-12-02')];
  expect(lenientProblem(undefined)).toBeUndefined();
  expect(lenientProblem({ from: first, until: first })).toBeUndefined();
  expect(lenientProblem({ from: next, until: first })).toEqual(expect.any(String));
});

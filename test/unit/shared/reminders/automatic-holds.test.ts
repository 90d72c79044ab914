import { expect, test } from 'vitest';
import { defaultReminderSettings } from '../../../../shared/ledger/default-settings.ts';
import type { SettingsRow } from '../../../../shared/ledger/settings.ts';
import { automaticHolds } from '../../../../shared/reminders/automatic-holds.ts';
import { aLedger, noonOf } from './sample-ledger.ts';

const checkedOn = (day: string): SettingsRow => ({ id: 'bank-check', checkedAt: noonOf(day) });
const kindsAt = (
  instant: string,
  settings: readonly SettingsRow[],
  warning?: 'went-back' | 'leapt-forward',
): readonly string[] =>
  automaticHolds(aLedger({ settings }), Date.parse(instant), warning).map(({ kind }) => kind);

const fresh = checkedOn('2026-11-23');

test.each([
  ['a working Monday morning', '2026-11-23T08:00:00Z', [fresh], []],
  ['a minute before nine in Paris', '2026-11-23T07:59:00Z', [fresh], ['hours']],
  ['at six in the evening', '2026-11-23T17:00:00Z', [fresh], ['hours']],
  ['on a Sunday', '2026-11-29T10:00:00Z', [checkedOn('2026-11-29')], ['day-off']],
  ['on a holiday', '2026-12-25T10:00:00Z', [checkedOn('2026-12-24')], ['day-off']],
  ['the bank looked at three days ago', '2026-11-26T08:00:00Z', [fresh], []],
  ['the bank looked at four days ago', '2026-11-27T08:00:00Z', [fresh], ['bank']],
  ['the bank never looked at', '2026-11-23T08:00:00Z', [], ['bank']],
] as const)('%s', (_name, instant, settings, expected) => {
  expect(kindsAt(instant, settings)).toEqual(expected);
});

test('the days that the bank counts as fresh, and the hours, are those that the user chose', () => {
  const settings = [
    checkedOn('2026-11-13'),
    { ...defaultReminderSettings, bankFreshDays: 10, sendFromHour: 7, sendUntilHour: 8 },
  ];
  expect(kindsAt('2026-11-23T06:30:00Z', settings)).toEqual([]);
  expect(kindsAt('2026-11-23T07:30:00Z', settings)).toEqual(['hours']);
  expect(kindsAt('2026-11-24T06:30:00Z', settings)).toEqual(['bank']);
});

test.each(['went-back', 'leapt-forward'] as const)(
  'a clock that %s holds whatever else is well',
  (warning) => {
    expect(kindsAt('2026-11-23T08:00:00Z', [fresh], warning)).toEqual(['clock']);
  },
);

import { describe, expect, test } from 'vitest';
import type { SchedulerStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import {
  gapText,
  heartbeat,
  holdText,
  lastRunText,
  nearMoment,
  userWaitText,
} from '../../../../shared/reminders/heartbeat.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const agoMs = (ms: number): string => new Date(nowMs - ms).toISOString();
const status = (lastTickAt: string | undefined): SchedulerStatus => ({
  lastTickAt,
  nextTickAt: '2026-11-23T10:01:00.000Z',
  clockAnswers: [],
});
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const report = { at: agoMs(0), emails: 0, letters: 0, calls: 0 };

describe('whether it beats', () => {
  test.each([
    ['no tick yet, just opened', undefined, 5 * minute, 'starting'],
    ['no tick ten minutes after the opening', undefined, 11 * minute, 'late'],
    ['a minute ago', agoMs(minute), 48 * hour, 'beating'],
    ['ten minutes ago', agoMs(10 * minute), 48 * hour, 'beating'],
    ['eleven minutes ago', agoMs(11 * minute), 48 * hour, 'late'],
    ['a day ago to the second', agoMs(24 * hour), 48 * hour, 'late'],
    ['more than a day ago', agoMs(24 * hour + 1), 48 * hour, 'stopped'],
    ['three days ago, but opened a minute ago', agoMs(72 * hour), minute, 'beating'],
    ['in the time to come: the clock was set back', agoMs(-2 * hour), 48 * hour, 'beating'],
  ] as const)('%s', (_name, lastTickAt, openForMs, expected) => {
    expect(heartbeat(status(lastTickAt), nowMs, nowMs - openForMs)).toBe(expected);
  });
});

test('moments of another day carry it', () => {
  expect(plain(nearMoment('2026-11-23T08:05:00.000Z', nowMs))).toBe('9 h 05');
  expect(plain(nearMoment('2026-11-22T22:59:00.000Z', nowMs))).toBe('le 22/11/2026 à 23 h 59');
});

test('what the last run found and did', () => {
  expect(lastRunText(undefined)).toBe('Pas encore de réponse depuis l’ouverture.');
  expect(lastRunText(report)).toBe('Rien à proposer.');
  expect(plain(lastRunText({ ...report, emails: 7, letters: 2, calls: 1 }))).toBe(
    'À votre liste : 7 e-mails, 2 courriers et 1 appel.',
  );
  expect(plain(lastRunText({ ...report, letters: 1, approvedByItself: 3 }))).toBe(
    'À votre liste : 1 courrier. 3 e-mails approuvés en mode automatique aujourd’hui.',
  );
});

test('what waits for the user', () => {
  expect(userWaitText(undefined)).toBeUndefined();
  expect(userWaitText({ ...report, calls: 4 })).toBeUndefined();
  expect(plain(userWaitText({ ...report, emails: 1, letters: 2 }))).toBe(
    'Votre validation : 1 e-mail et 2 courriers.',
  );
});

test('a pause of today by its hours, an older one with its days', () => {
  expect(
    plain(gapText({ from: '2026-11-23T08:00:00.000Z', until: '2026-11-23T10:12:00.000Z' }, nowMs)),
  ).toContain('de 9 h 00 à 11 h 12 :');
  expect(
    plain(gapText({ from: '2026-11-20T17:00:00.000Z', until: '2026-11-23T08:00:00.000Z' }, nowMs)),
  ).toContain('du 20/11/2026 à 18 h 00 au 23/11/2026 à 9 h 00 :');
});

test('what holds the automatic mode back, in words', () => {
  expect(plain(holdText({ kind: 'bank', days: 5 }))).toContain('il y a 5 jours');
  expect(holdText({ kind: 'bank', days: undefined })).toContain('pas encore');
  expect(plain(holdText({ kind: 'hours', from: 9, until: 18 }))).toContain('de 9 h à 18 h');
  expect(holdText({ kind: 'clock' })).toContain('date du PC');
  expect(holdText({ kind: 'day-off' })).toContain('jour ouvré');
});

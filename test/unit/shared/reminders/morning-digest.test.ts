import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { SchedulerReport } from '../../../../shared/ipc/scheduler-contract.ts';
import { digestText, morningDigest } from '../../../../shared/reminders/morning-digest.ts';

const report: SchedulerReport = {
  day: '2026-11-23',
  emails: 7,
  letters: 2,
  calls: 0,
  brokenPromises: 1,
  notifyAtHour: 9,
};
const monday = {
  report,
  day: day('2026-11-23'),
  hour: 9,
  isWorkingDay: true,
  lastDigestOn: '2026-11-20',
};

describe('text', () => {
  test('plurals and singulars', () => {
    expect(digestText(report)).toBe(
      '7\u00a0relances à valider · 2\u00a0courriers à imprimer · 1\u00a0promesse non tenue',
    );
    expect(digestText({ emails: 1, letters: 1, calls: 1, brokenPromises: 2 })).toBe(
      '1\u00a0relance à valider · 1\u00a0courrier à imprimer · 1\u00a0appel à passer · 2\u00a0promesses non tenues',
    );
  });

  test('a treasury alert stands on its own line, also alone', () => {
    const treasuryAlert = 'Trésorerie sous 5 000 € le 4 décembre.';
    const nothing = { emails: 0, letters: 0, calls: 0, brokenPromises: 0 };
    expect(digestText({ ...nothing, calls: 3, treasuryAlert })).toBe(
      `3\u00a0appels à passer\n${treasuryAlert}`,
    );
    expect(digestText({ ...nothing, treasuryAlert })).toBe(treasuryAlert);
    expect(digestText(nothing)).toBe('');
  });

  test('a deadline of the law comes before all else', () => {
    const declarationAlert = 'Créance sur Dupont à déclarer\u00A0: plus que 7\u00A0jours';
    expect(digestText({ ...report, declarationAlert }).split('\n')[0]).toBe(declarationAlert);
  });
});

describe('moment', () => {
  test.each([
    ['at the hour chosen', {}, 'notify'],
    ['at a start later in the day', { hour: 17 }, 'notify'],
    ['before the hour', { hour: 8 }, 'wait'],
    ['on a holiday', { isWorkingDay: false }, 'wait'],
    ['a second time the same day', { lastDigestOn: '2026-11-23' }, 'wait'],
    ['on a first start ever', { lastDigestOn: undefined }, 'notify'],
    ['for a report of yesterday', { report: { ...report, day: '2026-11-22' } }, 'wait'],
    [
      'when nothing is due',
      { report: { ...report, emails: 0, letters: 0, brokenPromises: 0 } },
      'nothing-due',
    ],
  ] as const)('%s', (_name, change, expected) => {
    expect(morningDigest({ ...monday, ...change }).kind).toBe(expected);
  });
});

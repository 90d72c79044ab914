import { describe, expect, test } from 'vitest';
import type { SchedulerReport } from '../../../../shared/ipc/scheduler-contract.ts';
import { digestText } from '../../../../shared/reminders/morning-digest.ts';

const report: SchedulerReport = {
  day: '2026-11-23',
  emails: 7,
  letters: 2,
  calls: 0,
  brokenPromises: 1,
  notifyAtHour: 9,
};
describe('the text of the digest', () => {
  test('plurals and singulars', () => {
    expect(digestText(report)).toBe(
      '7\u00a0relances à valider · 2\u00a0courriers à imprimer · 1\u00a0promesse non tenue',
    );
    expect(digestText({ emails: 1, letters: 1, calls: 1, brokenPromises: 2 })).toBe(
      '1\u00a0relance à valider · 1\u00a0courrier à imprimer · 1\u00a0appel à passer · 2\u00a0promesses non tenues',
    );
  });

  test('nothing to do is an empty text', () => {
    expect(digestText({ emails: 0, letters: 0, calls: 0, brokenPromises: 0 })).toBe('');
  });

  test('a deadline of the law comes before all else', () => {
    const declarationAlert = 'Créance sur Dupont à déclarer\u00A0: plus que 7\u00A0jours';
    expect(digestText({ ...report, declarationAlert }).split('\n')[0]).toBe(declarationAlert);
  });
});

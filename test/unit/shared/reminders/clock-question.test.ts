import { expect, test } from 'vitest';
import type { SchedulerStatus } from '../../../../shared/ipc/scheduler-contract.ts';
import { clockQuestion } from '../../../../shared/reminders/clock-question.ts';

const status: SchedulerStatus = {
  nextTickAt: '2026-11-30T08:06:00.000Z',
  believedAt: '2026-11-15T08:00:00.000Z',
  clockAnswers: [],
};
const nowMs = Date.parse('2026-11-30T08:05:00Z');
/** Spaces that do not break read as plain ones here. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

test('nothing is asked while the clock is believed', () => {
  expect(clockQuestion(status, nowMs)).toBeUndefined();
});

test('forward: the date shown, the last one known, and that nothing leaves before the answer', () => {
  const question = clockQuestion({ ...status, clockWarning: 'leapt-forward' }, nowMs);
  expect(question?.isRefused).toBe(false);
  expect(plain(question?.text)).toBe(
    'Votre PC indique le lundi 30 novembre 2026 à 9 h 05 ; Acquit est passé pour la dernière fois le dimanche 15 novembre 2026 à 9 h 00. C’est bien la date ? Rien ne part avant votre réponse.',
  );
});

test('back: sending is suspended, and what is safe', () => {
  const question = clockQuestion(
    { ...status, believedAt: '2026-12-01T08:00:00.000Z', clockWarning: 'went-back' },
    nowMs,
  );
  expect(plain(question?.text)).toBe(
    'Votre PC indique le lundi 30 novembre 2026 à 9 h 05, avant le dernier passage d’Acquit (mardi 1ᵉʳ décembre 2026 à 9 h 00). Les envois sont suspendus : rien n’est perdu et rien ne partira deux fois. C’est bien la date ?',
  );
});

test('refused: what to do, until the clock is right', () => {
  const question = clockQuestion(
    { ...status, clockWarning: 'leapt-forward', refusedAt: '2026-11-30T08:00:00.000Z' },
    nowMs,
  );
  expect(question?.isRefused).toBe(true);
  expect(question?.text).toContain('Remettez le PC à l’heure');
});

import { describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { OutboxEntry, OutboxState } from '../../../../shared/ipc/outbox-contract.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { clockText, deliveryStatus, secondsUntil } from '../../../../shared/reminders/delivery-status.ts';
import { recallWindow } from '../../../../shared/reminders/recall-window.ts';
import { outboxKey, type Reminder, type ReminderState } from '../../../../shared/reminders/reminder.ts';

const now = Date.parse('2026-11-23T09:00:00.000Z');
const at = (secondsFromNow: number): Instant => instantOf(now + secondsFromNow * 1000);

const reminder = (state: ReminderState, id = 'r'): Reminder => ({
  id,
  clientId: 'c1',
  scenarioId: 'default',
  stepId: 'step-firm',
  level: 'firm',
  channel: 'email',
  lines: [],
  plannedOn: day('2026-11-23'),
  attempt: 1,
  subject: 'Objet',
  body: 'Texte',
  totalCents: cents(1000),
  state,
  documents: [],
});
const approved = (secondsFromNow: number): ReminderState => ({
  kind: 'approved',
  approvedAt: at(0),
  sendAfter: at(secondsFromNow),
});
const entry = (state: OutboxState): OutboxEntry => ({
  key: 'r/1',
  messageId: '<m@x>',
  emlHash: '0'.repeat(64),
  to: 'a@example.fr',
  subject: 'Objet',
  state,
  acknowledged: false,
});

describe('the state of a message as it is shown', () => {
  it('counts down to its departure, then is ready, then under way', () => {
    expect(deliveryStatus(reminder(approved(12)), undefined, now).text).toBe(
      'Prêt\u00A0: part dans 12\u00A0s',
    );
    expect(deliveryStatus(reminder(approved(-1)), undefined, now).text).toBe('Prêt à partir');
    const attempt = entry({ kind: 'attempt', startedAt: at(0) });
    expect(deliveryStatus(reminder(approved(-1)), attempt, now).text).toBe('Envoi en cours');
  });

  it('says when it is tried again, in Paris time, with the reason', () => {
    const retrying = (seconds: number): OutboxEntry =>
      entry({
        kind: 'retrying',
        at: at(0),
        explanation: 'Le serveur est occupé.',
        nextTryAt: at(seconds),
        tries: 1,
      });
    expect(deliveryStatus(reminder(approved(-5)), retrying(300), now)).toEqual({
      text: 'Nouvel essai à 10\u00A0h\u00A005',
      tone: 'caution',
      detail: 'Le serveur est occupé.',
    });
    expect(deliveryStatus(reminder(approved(-5)), retrying(86_400), now).text).toBe(
      'Nouvel essai à 24/11/2026 à 10\u00A0h\u00A000',
    );
  });

  it('is red only where the user has to decide', () => {
    const states: readonly ReminderState[] = [
      { kind: 'accepted', acceptedAt: at(0), serverReply: '250 OK' },
      { kind: 'exported', exportedAt: at(0) },
      { kind: 'rejected', rejectedAt: at(0), explanation: 'Adresse inconnue.', permanent: true },
      { kind: 'unknown', since: at(0), explanation: 'Coupure.' },
      { kind: 'to-print', approvedAt: at(0) },
      { kind: 'printed', printedAt: at(0) },
      {
        kind: 'posted',
        depositedOn: day('2026-11-23'),
        trackingNumber: '1A00000000001',
        recordedAt: at(0),
      },
      { kind: 'called', calledAt: at(0) },
      { kind: 'skipped', skippedAt: at(0) },
      { kind: 'withdrawn', withdrawnAt: at(0), reason: 'Facture soldée.' },
    ];
    const shown = states.map((state) => deliveryStatus(reminder(state), undefined, now));
    expect(shown.map(({ text }) => text)).toEqual([
      'Accepté par le serveur',
      'Écrit pour votre messagerie',
      'Refusé',
      'Peut-être parti',
      'À imprimer',
      'Imprimé, à poster',
      'Posté le 23/11/2026',
      'Appel passé',
      'Sauté',
      'Retiré',
    ]);
    expect(shown.filter(({ tone }) => tone === 'alert').map(({ text }) => text)).toEqual(['Peut-être parti']);
    expect(shown[6]?.detail).toBe('N°\u00A01A00000000001');
  });

  it('counts whole seconds, never below zero', () => {
    expect(secondsUntil(at(0.2), now)).toBe(1);
    expect(secondsUntil(at(-3), now)).toBe(0);
    expect(clockText(at(0))).toBe('10\u00A0h\u00A000');
  });
});

describe('the recall window', () => {
  const known = (state: OutboxState): ReadonlyMap<string, OutboxEntry> =>
    new Map([[outboxKey(reminder(approved(0))), entry(state)]]);

  it('is open for approved e-mails until their time, by the last of them', () => {
    const open = recallWindow([reminder(approved(3), 'a'), reminder(approved(9), 'b')], new Map(), now);
    expect(open).toMatchObject({ kind: 'open', secondsLeft: 9 });
    expect(open.kind === 'open' && open.reminders.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(recallWindow([reminder(approved(0))], new Map(), now)).toEqual({ kind: 'closed' });
  });

  it('offers nothing that is already being sent, and says that it is', () => {
    const attempt = known({ kind: 'attempt', startedAt: at(0) });
    expect(recallWindow([reminder(approved(5))], attempt, now)).toEqual({ kind: 'sending', count: 1 });
  });

  it('is closed for a message that waits for a later try, and for everything not approved', () => {
    const retrying = known({
      kind: 'retrying',
      at: at(0),
      explanation: '',
      nextTryAt: at(60),
      tries: 1,
    });
    expect(recallWindow([reminder(approved(5))], retrying, now)).toEqual({ kind: 'closed' });
    expect(recallWindow([reminder({ kind: 'to-print', approvedAt: at(0) })], new Map(), now)).toEqual({
      kind: 'closed',
    });
  });
});

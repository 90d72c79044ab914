import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { startOfWeek, weekSummary, weekSummaryText } from '../../../../shared/insight/week-summary.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { ReminderState } from '../../../../shared/reminders/reminder.ts';
import { acceptedOn, aLedger, anInvoice, noonOf, postedOn, reminderIn } from '../reminders/sample-ledger.ts';

const today = day('2026-11-25');

const base = aLedger({ invoices: [anInvoice('f-1', { dueOn: day('2026-11-12') })] });

const ledgerWith = (...states: readonly ReminderState[]): Ledger => {
  const [proposal] = planReminders(base, day('2026-11-23')).proposals;
  if (!proposal) throw new Error('no proposal');
  return {
    ...base,
    reminders: new Map(
      states.map((state, index) => [`r-${index}`, { ...reminderIn(proposal, state), id: `r-${index}` }]),
    ),
  };
};

describe('what was done this week', () => {
  it('starts on Monday', () => {
    expect(startOfWeek(day('2026-11-23'))).toBe('2026-11-23');
    expect(startOfWeek(day('2026-11-29'))).toBe('2026-11-23');
  });

  it('counts e-mails on their way or gone, posted letters and calls since then, and what they claimed', () => {
    const ledger = ledgerWith(
      acceptedOn('2026-11-22'),
      acceptedOn('2026-11-23'),
      { kind: 'approved', approvedAt: noonOf(today), sendAfter: noonOf(today) },
      { kind: 'exported', exportedAt: noonOf(today) },
      { kind: 'rejected', rejectedAt: noonOf(today), explanation: '', permanent: true },
      { kind: 'withdrawn', withdrawnAt: noonOf(today), reason: '' },
      { kind: 'skipped', skippedAt: noonOf(today) },
      { kind: 'to-print', approvedAt: noonOf(today) },
      postedOn('2026-11-24'),
      { kind: 'called', calledAt: noonOf(today) },
    );
    expect(weekSummary(ledger, today)).toEqual({
      since: '2026-11-23',
      emails: 3,
      letters: 1,
      calls: 1,
      texts: 0,
      cents: 5 * 123_456,
    });
  });
});

it('counts text messages sent by hand apart from calls', () => {
  const ledger = ledgerWith({ kind: 'called', calledAt: noonOf(today) });
  const reminders = new Map(
    [...ledger.reminders].map(([id, reminder]) => [id, { ...reminder, channel: 'sms' as const }]),
  );
  expect(weekSummary({ ...ledger, reminders }, today)).toMatchObject({ calls: 0, texts: 1 });
});

describe('the sentence of the week', () => {
  const done = {
    since: day('2026-11-23'),
    emails: 7,
    letters: 2,
    calls: 0,
    texts: 0,
    cents: cents(1_843_000),
  };
  const safe = { lastAt: noonOf(today), verified: true };

  it('says what left, for how much, and that it is safe', () => {
    expect(weekSummaryText(done, safe, today)).toBe(
      '7\u00A0relances, 2\u00A0courriers · 18\u202F430,00\u00A0€ relancés · sauvegarde faite et vérifiée',
    );
  });

  it('never calls safe what is not', () => {
    const end = (backup: Parameters<typeof weekSummaryText>[1]): string | undefined =>
      weekSummaryText(done, backup, today).split(' · ').at(-1);
    expect(end(undefined)).toBe('sauvegarde pas encore faite');
    expect(end({ verified: false })).toBe('sauvegarde pas encore faite');
    expect(end({ lastAt: noonOf(today), verified: false })).toBe('sauvegarde faite');
    expect(end({ lastAt: noonOf('2026-11-20'), verified: true })).toBe(
      'sauvegarde du 20/11/2026 et vérifiée',
    );
    expect(end({ ...safe, problem: 'Disque plein' })).toBe('sauvegarde à vérifier');
  });

  it('says so where nothing left', () => {
    const nothing = { ...done, emails: 0, letters: 0, cents: cents(0) };
    expect(weekSummaryText(nothing, safe, today)).toBe(
      'Aucune relance cette semaine · sauvegarde faite et vérifiée',
    );
    expect(weekSummaryText({ ...nothing, emails: 1, calls: 1 }, safe, today)).toMatch(
      /^1\u00A0relance, 1\u00A0appel · /,
    );
    expect(weekSummaryText({ ...nothing, texts: 2 }, safe, today)).toMatch(/^2\u00A0SMS · /);
  });
});

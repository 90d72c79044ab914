import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispatch } from '../../../../shared/ledger/dispatch.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { serviceBlockAdvice } from '../../../../shared/ledger/service-block-advice.ts';
import { meaningFacts } from '../../../../shared/letters/dispatch-facts.ts';
import { dispatchOf, paperLetterOf } from '../../../../shared/letters/paper-letter.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { nextStepText } from '../../../../shared/reminders/next-step-text.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { claimsClient, claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const notice = (id: string, dispatch: Partial<Dispatch>, over: Partial<Reminder> = {}): Reminder => {
  const posted = postedNotice(['FA1'], day('2026-11-02'));
  const stepId = 'step-formal-notice';
  return {
    ...posted,
    id,
    scenarioId: defaultScenario.id,
    stepId,
    lines: posted.lines.map((line) => ({ ...line, stepId })),
    deadlineOn: day('2026-11-12'),
    ...(posted.state.kind === 'posted' ? { state: { ...posted.state, ...dispatch } } : {}),
    ...over,
  };
};
const ledgerOf = (regime: 'b2b' | 'b2c', ...reminders: readonly Reminder[]): Ledger =>
  claimsLedger({
    client: claimsClient({ regime }),
    invoices: [claimsInvoice('FA1', 100_000, '2026-09-30')],
    reminders,
  });
const factsOf = (ledger: Ledger, id: string) => {
  const letter = paperLetterOf(ledger, id);
  const dispatch = letter && dispatchOf(letter);
  if (letter === undefined || dispatch === undefined) throw new Error('not posted');
  return meaningFacts(ledger, letter, dispatch, day('2026-11-18'));
};
const presentedOn = day('2026-11-04');

describe('the facts of a posted letter', () => {
  it('grant a business eight days and a consumer fifteen, never less than the printed day', () => {
    const at = (regime: 'b2b' | 'b2c', on: string) =>
      factsOf(ledgerOf(regime, notice('n', { presentedOn: day(on) })), 'n').grantedUntil;
    expect(at('b2b', '2026-11-03')).toBe('2026-11-12');
    expect(at('b2b', '2026-11-09')).toBe('2026-11-17');
    expect(at('b2c', '2026-11-03')).toBe('2026-11-18');
    expect(factsOf(ledgerOf('b2b', notice('n', {})), 'n').grantedUntil).toBeUndefined();
  });

  it('say on which day the advice to block deliveries calls the time over', () => {
    const advice = (dispatch: Partial<Dispatch>) =>
      serviceBlockAdvice(ledgerOf('b2b', notice('n', dispatch)), 'c1', day('2026-11-23'));
    expect(advice({ presentedOn: day('2026-11-09') })).toMatch(/expiré le 17\/11\/2026$/);
    expect(advice({ presentedOn: day('2026-11-16') })).toBeUndefined();
    expect(advice({})).toMatch(/expiré le 12\/11\/2026 \(présentation non notée\)$/);
    // The last day granted is still the client's own.
    const on = (today: string) =>
      serviceBlockAdvice(ledgerOf('b2b', notice('n', { presentedOn: day('2026-11-09') })), 'c1', day(today));
    expect([on('2026-11-17'), on('2026-11-18')]).toEqual([
      undefined,
      'Mise en demeure restée sans effet, délai expiré le 17/11/2026',
    ]);
  });

  it('start interest with a consumer’s first notice alone, never with a last notice or a business', () => {
    const first = notice('n', { presentedOn });
    const second = notice('m', { presentedOn: day('2026-11-16'), depositedOn: day('2026-11-13') });
    const last = notice('l', { presentedOn: day('2026-11-17') }, { level: 'last-notice' });
    const ledger = ledgerOf('b2c', first, second, last);
    expect(['n', 'm', 'l'].map((id) => factsOf(ledger, id).startsInterest)).toEqual([true, false, false]);
    expect(factsOf(ledgerOf('b2b', first), 'n').startsInterest).toBe(false);
  });
});

describe('what follows a letter', () => {
  const said = (ledger: Ledger, on: string): string => {
    const row = ledger.reminders.get('n');
    return row === undefined ? '' : nextStepText(ledger, planReminders(ledger, day(on)), row, day(on));
  };
  const received = ledgerOf(
    'b2b',
    notice('n', { presentedOn: day('2026-11-24'), depositedOn: day('2026-11-23') }),
  );

  it('is held back by the time granted, then proposed', () => {
    expect(said(received, '2026-12-01')).toBe(
      'Délai accordé au client jusqu’au 2 décembre 2026. La relance suivante sera proposée le 03/12/2026.',
    );
    expect(said(received, '2026-12-03')).toMatch(/^Dernier avis.*«\u00A0Relances\u00A0»\.$/);
  });

  it('says that the time was counted from a probable day while nobody noted the presentation', () => {
    const sent = (dispatch: Partial<Dispatch>) =>
      ledgerOf('b2b', notice('n', { depositedOn: day('2026-11-23'), ...dispatch }));
    expect(said(sent({}), '2026-12-15')).toMatch(/^Dernier avis.*acheminement probable\.$/);
    expect(said(sent({ mode: 'tracked' }), '2026-12-15')).not.toContain('probable');
    const [proposal] = planReminders(sent({}), day('2026-12-15')).proposals;
    expect(proposal?.reason).toMatch(/est partie le \d+ novembre \(présentation non notée\)\.$/);
    const [known] = planReminders(received, day('2026-12-15')).proposals;
    expect(known?.reason).toMatch(/est partie le \d+ novembre\.$/);
  });

  it('is foreseen, and nothing once everything is paid', () => {
    const early = ledgerOf('b2b', notice('n', { presentedOn }));
    expect(said(early, '2026-11-18')).toMatch(/^La relance suivante sera proposée le \d\d\/\d\d\/2026\.$/);
    const paid = { ...early, invoices: new Map([['FA1', claimsInvoice('FA1', 0, '2026-09-30')]]) };
    expect(said(paid, '2026-12-15')).toBe('Tout est réglé\u00A0: aucune relance ne suit.');
  });
});

import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Refusal } from '../../../../shared/ledger/decision.ts';
import {
  type Dispatch,
  type DispatchMode,
  type DispatchOutcomeKind,
  shownNumber,
} from '../../../../shared/ledger/dispatch.ts';
import { postedState } from '../../../../shared/ledger/row-schemas/dispatch-schema.ts';
import { dispatchModes, modeFacts } from '../../../../shared/letters/dispatch-mode.ts';
import { dispatchSummary } from '../../../../shared/letters/dispatch-summary.ts';
import {
  conclude,
  type Deposit,
  type DepositFacts,
  deposit,
  file,
  present,
  reopen,
} from '../../../../shared/letters/dispatch-transition.ts';
import type { Result } from '../../../../shared/result.ts';

const now = '2026-11-22T09:00:00.000Z' as Instant;
const context = { today: day('2026-11-22'), now };
const wish: Deposit = {
  mode: 'registered',
  depositedOn: day('2026-11-10'),
  trackingNumber: '1A 123 456 7890 1',
};
const facts: DepositFacts = { isRegistered: true, needsConsent: false, holderOf: () => undefined };

const kindOf = (result: Result<Dispatch, Refusal>): string => (result.ok ? 'ok' : result.error.kind);
const got = (result: Result<Dispatch, Refusal>): Dispatch => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const deposited = got(deposit(wish, facts, context));
const presented = got(present(deposited, 'registered', day('2026-11-12'), context));
const ended = (
  kind: DispatchOutcomeKind,
  on: string,
  from: Dispatch = presented,
  mode: DispatchMode = 'registered',
) => conclude(from, mode, { kind, on: day(on) }, context);

describe('a deposit', () => {
  it('keeps the day, and the number as typed and without spaces', () => {
    expect(deposited).toEqual({
      depositedOn: '2026-11-10',
      trackingNumber: '1A12345678901',
      typedNumber: '1A 123 456 7890 1',
      recordedAt: now,
    });
  });

  it.each<[string, Partial<Deposit>, Partial<DepositFacts>, string]>([
    ['in the future', { depositedOn: day('2026-11-23') }, {}, 'future'],
    ['before it was printed', {}, { printedOn: day('2026-11-11') }, 'order'],
    ['on the day it was printed', {}, { printedOn: day('2026-11-10') }, 'ok'],
    ['without a number', { trackingNumber: '' }, {}, 'number'],
    ['with ten characters', { trackingNumber: '1A12345678' }, {}, 'number'],
    ['with eleven', { trackingNumber: '1A123456789' }, {}, 'ok'],
    ['with fifteen', { trackingNumber: '1A1234567890123' }, {}, 'ok'],
    ['with sixteen', { trackingNumber: '1A12345678901234' }, {}, 'number'],
    ['with a number of another letter', {}, { holderOf: () => 'Batilor' }, 'duplicate'],
    ['with a wrong S10 check digit: only suspect', { trackingNumber: 'RK473124828FR' }, {}, 'ok'],
    ['without any proof', { mode: 'plain', trackingNumber: '' }, {}, 'mode'],
    ['electronic, to a professional', { mode: 'electronic-registered', trackingNumber: '' }, {}, 'ok'],
    ['electronic, without consent', { mode: 'electronic-registered' }, { needsConsent: true }, 'consent'],
    [
      'electronic, with a consent given later',
      { mode: 'electronic-registered', consentOn: day('2026-11-11') },
      { needsConsent: true },
      'consent',
    ],
    [
      'electronic, with consent',
      { mode: 'electronic-registered', consentOn: day('2026-01-05') },
      { needsConsent: true },
      'ok',
    ],
    ['by hand, with a number', { mode: 'hand-delivered' }, {}, 'number'],
    ['to a commissaire, with any reference', { mode: 'bailiff', trackingNumber: 'acte 26/114' }, {}, 'ok'],
    ['to a commissaire, with a wild reference', { mode: 'bailiff', trackingNumber: 'é?' }, {}, 'number'],
  ])('%s', (_what, changes, known, kind) => {
    expect(kindOf(deposit({ ...wish, ...changes }, { ...facts, ...known }, context))).toBe(kind);
  });

  it.each<[string, string, string]>([
    ['AR24-0042', 'AR240042', 'AR24-0042'],
    ['  acte  26/114 ', 'ACTE26114', 'acte 26/114'],
    ['AR240042', 'AR240042', 'AR240042'],
    [']C1AR24-0042', 'AR240042', 'AR24-0042'],
  ])('with the reference %s compares %s and shows %s', (typed, compared, shown) => {
    const seen: string[] = [];
    const reference = got(
      deposit(
        { ...wish, mode: 'electronic-registered', trackingNumber: typed },
        {
          ...facts,
          holderOf: (number) => {
            seen.push(number);
            return undefined;
          },
        },
        context,
      ),
    );
    expect(seen).toEqual([compared]);
    expect(reference.trackingNumber).toBe(compared);
    expect(shownNumber(reference)).toBe(shown);
    expect(dispatchSummary(reference, 'electronic-registered')).toContain(`réf.\u00A0${shown}`);
    expect(shownNumber(postedState.parse({ kind: 'posted', ...reference }))).toBe(shown);
  });

  it('names the client whose letter has the number', () => {
    const result = deposit(wish, { ...facts, holderOf: () => 'Batilor' }, context);
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining('à Batilor') } });
  });

  it('is corrected with what followed, as long as the days stay in order', () => {
    const correct = (depositedOn: string) =>
      deposit({ ...wish, depositedOn: day(depositedOn) }, { ...facts, before: presented }, context);
    expect(got(correct('2026-11-12'))).toMatchObject({
      depositedOn: '2026-11-12',
      presentedOn: '2026-11-12',
    });
    expect(kindOf(correct('2026-11-13'))).toBe('order');
    const other = { ...wish, mode: 'plain', trackingNumber: '' } as const;
    const unclaimed = got(ended('unclaimed', '2026-11-22'));
    expect(kindOf(deposit(other, { ...facts, isRegistered: false, before: unclaimed }, context))).toBe(
      'mode',
    );
  });

  it('by hand is presentation and delivery in one', () => {
    const byHand = got(deposit({ ...wish, mode: 'hand-delivered', trackingNumber: '' }, facts, context));
    expect(byHand).toMatchObject({
      mode: 'hand-delivered',
      presentedOn: '2026-11-10',
      outcome: { kind: 'delivered', on: '2026-11-10' },
    });
    expect(kindOf(ended('refused', '2026-11-10', byHand, 'hand-delivered'))).toBe('ok');
    expect(kindOf(ended('refused', '2026-11-11', byHand, 'hand-delivered'))).toBe('order');
    expect(kindOf(conclude(byHand, 'hand-delivered', undefined, context))).toBe('mode');
  });
});

describe('a presentation', () => {
  it.each([
    ['2026-11-09', 'before-deposit'],
    ['2026-11-10', 'ok'],
    ['2026-11-22', 'ok'],
    ['2026-11-23', 'future'],
  ])('on %s: %s', (on, kind) => {
    expect(kindOf(present(deposited, 'registered', day(on), context))).toBe(kind);
  });

  it('comes before what became of the letter, and is taken back', () => {
    const delivered = got(ended('delivered', '2026-11-14'));
    expect(kindOf(present(delivered, 'registered', day('2026-11-15'), context))).toBe('order');
    expect(got(present(presented, 'registered', undefined, context))).toEqual(deposited);
    const unclaimed = got(ended('unclaimed', '2026-11-22'));
    expect(kindOf(present(unclaimed, 'registered', undefined, context))).toBe('not-presented');
  });

  it('is nothing that a letter without signature has', () => {
    expect(kindOf(present(deposited, 'tracked', day('2026-11-12'), context))).toBe('mode');
  });
});

describe('what became of it', () => {
  it('is kept with the name of who signed', () => {
    const outcome = { kind: 'delivered', on: day('2026-11-14'), signatory: ' Mme Lenoir ' } as const;
    expect(got(conclude(presented, 'registered', outcome, context)).outcome).toEqual({
      kind: 'delivered',
      on: '2026-11-14',
      signatory: 'Mme Lenoir',
    });
    // Nobody signs for a letter that he refuses.
    const refused = { kind: 'refused', on: day('2026-11-14'), signatory: 'Mme Lenoir' } as const;
    expect(got(conclude(presented, 'registered', refused, context)).outcome).toEqual({
      kind: 'refused',
      on: '2026-11-14',
    });
  });

  it.each<[DispatchOutcomeKind, string, string]>([
    ['delivered', '2026-11-12', 'ok'],
    ['delivered', '2026-11-11', 'order'],
    ['delivered', '2026-11-09', 'before-deposit'],
    ['refused', '2026-11-12', 'ok'],
    ['unclaimed', '2026-11-22', 'ok'],
    ['unknown-address', '2026-11-13', 'ok'],
    ['no-access', '2026-11-13', 'ok'],
    ['lost', '2026-11-20', 'ok'],
    ['lost', '2026-11-23', 'future'],
  ])('%s on %s: %s', (kind, on, expected) => {
    expect(kindOf(ended(kind, on))).toBe(expected);
  });

  it('is unclaimed only after a notice of passage', () => {
    expect(kindOf(ended('unclaimed', '2026-11-22', deposited))).toBe('not-presented');
  });

  it('fits the way of sending', () => {
    const refused = dispatchModes.flatMap((mode) =>
      (['delivered', 'refused', 'unclaimed', 'unknown-address', 'no-access', 'lost'] as const)
        .filter(
          (kind) =>
            kindOf(ended(kind, '2026-11-12', { ...presented, presentedOn: day('2026-11-10') }, mode)) ===
            'mode',
        )
        .map((kind) => [mode, kind] as const),
    );
    for (const [mode, kind] of refused) expect(modeFacts[mode].outcomes).not.toContain(kind);
    expect(refused).toContainEqual(['electronic-registered', 'unknown-address']);
    expect(refused).toContainEqual(['tracked', 'unclaimed']);
    expect(refused.filter(([mode]) => mode === 'registered')).toEqual([]);
  });

  it('is taken back', () => {
    expect(got(conclude(got(ended('lost', '2026-11-20')), 'registered', undefined, context))).toEqual(
      presented,
    );
  });
});

describe('a filed letter', () => {
  const delivered = got(ended('delivered', '2026-11-14'));
  const filed = got(file(delivered, 'registered', day('2026-11-20'), context));

  it('has come to its end', () => {
    expect(kindOf(file(presented, 'registered', day('2026-11-20'), context))).toBe('not-concluded');
    expect(kindOf(file(deposited, 'plain', day('2026-11-20'), context))).toBe('ok');
    expect(kindOf(file(delivered, 'registered', day('2026-11-13'), context))).toBe('order');
    expect(kindOf(file(delivered, 'registered', day('2026-11-23'), context))).toBe('future');
    expect(filed.filedOn).toBe('2026-11-20');
  });

  it('changes only once it is opened again', () => {
    expect(kindOf(file(filed, 'registered', context.today, context))).toBe('filed');
    expect(kindOf(present(filed, 'registered', day('2026-11-11'), context))).toBe('filed');
    expect(kindOf(conclude(filed, 'registered', undefined, context))).toBe('filed');
    expect(kindOf(deposit(wish, { ...facts, before: filed }, context))).toBe('filed');
    expect(got(reopen(filed))).toEqual(delivered);
    expect(kindOf(reopen(delivered))).toBe('not-filed');
    expect(kindOf(reopen({ ...filed, resentOn: day('2026-11-21') }))).toBe('resent');
  });
});

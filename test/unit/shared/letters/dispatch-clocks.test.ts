import { describe, expect, it } from 'vitest';
import { formalNoticePresentedOn } from '../../../../shared/claims/formal-notice.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Dispatch, DispatchOutcomeKind } from '../../../../shared/ledger/dispatch.ts';
import type { ProofRole } from '../../../../shared/ledger/letter-document.ts';
import {
  backOn,
  firstPresentedOn,
  keptUntil,
  receivedOn,
} from '../../../../shared/letters/dispatch-clocks.ts';
import { meaningOf } from '../../../../shared/letters/dispatch-meaning.ts';
import { readTrackingNumber } from '../../../../shared/letters/dispatch-number.ts';
import { claimsInvoice, claimsLedger, postedNotice } from '../claims/claims-ledger.ts';

const deposited: Dispatch = {
  depositedOn: day('2026-11-02'),
  trackingNumber: '1A12345678901',
  recordedAt: '2026-11-02T15:00:00.000Z' as Instant,
};
const presented: Dispatch = { ...deposited, presentedOn: day('2026-11-04') };
const ended = (kind: DispatchOutcomeKind, on: string, from = presented): Dispatch => ({
  ...from,
  outcome: { kind, on: day(on) },
});

describe('the days from which the law counts', () => {
  it.each<[string, Dispatch, string | undefined, string | undefined]>([
    ['deposited', deposited, undefined, undefined],
    ['presented', presented, '2026-11-04', '2026-11-04'],
    ['fetched later', ended('delivered', '2026-11-12'), '2026-11-04', '2026-11-12'],
    [
      'delivered, nothing else known',
      ended('delivered', '2026-11-05', deposited),
      '2026-11-05',
      '2026-11-05',
    ],
    ['refused', ended('refused', '2026-11-04'), '2026-11-04', '2026-11-04'],
    ['refused, nothing else known', ended('refused', '2026-11-05', deposited), '2026-11-05', '2026-11-05'],
    ['never fetched', ended('unclaimed', '2026-11-23'), '2026-11-04', '2026-11-04'],
    ['to an unknown addressee', ended('unknown-address', '2026-11-06'), undefined, undefined],
    ['without access', ended('no-access', '2026-11-06'), undefined, undefined],
    ['lost on the way', ended('lost', '2026-11-20', deposited), undefined, undefined],
    ['presented, then lost', ended('lost', '2026-11-20', presented), undefined, undefined],
  ])('%s', (_what, dispatch, first, received) => {
    expect(firstPresentedOn(dispatch)).toBe(first);
    expect(receivedOn(dispatch)).toBe(received);
  });

  it('keep a letter fifteen days from the day after the notice, and two working days for the way back', () => {
    expect(keptUntil(day('2026-11-04'))).toBe('2026-11-19');
    expect(backOn(day('2026-11-04'), 'metropole')).toBe('2026-11-23');
  });

  it('give a consumer no interest from a notice that never reached him', () => {
    const notice = postedNotice(['FA1'], day('2026-11-02'), day('2026-11-04'));
    if (notice.state.kind !== 'posted') throw new Error('not posted');
    const since = (state: Dispatch) =>
      formalNoticePresentedOn(
        claimsLedger({
          invoices: [claimsInvoice('FA1', 1000, '2026-08-31')],
          reminders: [{ ...notice, state: { kind: 'posted', ...state } }],
        }),
        'FA1',
      );
    expect(since(presented)).toBe('2026-11-04');
    expect(since(ended('unclaimed', '2026-11-23'))).toBe('2026-11-04');
    expect(since(ended('unknown-address', '2026-11-06'))).toBeUndefined();
    expect(since(ended('lost', '2026-11-20'))).toBeUndefined();
  });
});

const facts = {
  mode: 'registered',
  isNotice: true,
  grantsTime: true,
  startsInterest: true,
  proofs: [],
  calendar: 'metropole',
  today: day('2026-11-24'),
} as const;

describe('what a stage means', () => {
  it.each<[Dispatch, string, RegExp, RegExp]>([
    [deposited, 'note-presentation', /attend la présentation/, /première présentation/],
    [
      presented,
      'note-outcome',
      /lendemain du 04\/11\/2026/,
      /devrait être revenue le 23\/11\/2026\u00A0: notez/,
    ],
    [
      ended('delivered', '2026-11-12'),
      'attach-proof',
      /délai accordé court du 12\/11\/2026/,
      /avis de réception/,
    ],
    [ended('refused', '2026-11-04'), 'attach-proof', /reste valable/, /enveloppe/],
    [ended('unclaimed', '2026-11-23'), 'attach-proof', /n°\u00A019-20\.680/, /enveloppe/],
    [ended('unknown-address', '2026-11-06'), 'resend', /ne court pas/, /corrigez-la, puis renvoyez/],
    [ended('no-access', '2026-11-06'), 'resend', /ne court pas/, /renvoyez/],
    [
      ended('lost', '2026-11-20'),
      'resend',
      /Perdue/,
      /R1\u00A0: 16\u00A0€, R2\u00A0: 153\u00A0€, R3\u00A0: 458\u00A0€/,
    ],
  ])('$outcome.kind', (dispatch, act, meaning, next) => {
    const found = meaningOf(dispatch, facts);
    expect(found.act).toBe(act);
    expect(found.meaning).toMatch(meaning);
    expect(found.next).toMatch(next);
  });

  it('promises no interest and no validity of a notice where there is none', () => {
    const { meaning } = meaningOf(presented, { ...facts, isNotice: false, startsInterest: false });
    expect(meaning).not.toMatch(/mise en demeure|intérêts/i);
    expect(meaningOf(presented, { ...facts, startsInterest: false }).meaning).not.toMatch(/intérêts/);
  });

  it('ends with the proofs joined, and with the letter filed', () => {
    const received = ended('delivered', '2026-11-12');
    expect(
      meaningOf(received, { ...facts, proofs: [{ role: 'deposit' }, { role: 'receipt' }] }),
    ).toMatchObject({
      act: 'file',
      next: 'Ses preuves sont jointes\u00A0: classez ce courrier.',
    });
    const filed = { ...ended('lost', '2026-11-20'), filedOn: day('2026-11-21') };
    expect(meaningOf(filed, facts)).toMatchObject({ act: 'none', next: 'Classée le 21/11/2026.' });
  });
});

describe('what is to be joined next', () => {
  it('is the proof that is missing, and not one that is there', () => {
    const received = ended('delivered', '2026-11-12');
    const next = (...roles: readonly (ProofRole | undefined)[]) =>
      meaningOf(received, { ...facts, proofs: roles.map((role) => ({ role })) });
    expect(next('deposit')).toMatchObject({
      act: 'attach-proof',
      next: expect.stringMatching(/avis de réception/),
    });
    expect(next('receipt')).toMatchObject({
      act: 'attach-proof',
      next: 'Joignez la preuve de dépôt, puis classez ce courrier.',
    });
    expect(next('deposit-and-receipt').act).toBe('file');
    // Joined before roles were known: it may be either.
    expect(next(undefined)).toMatchObject({
      act: 'file',
      next: expect.stringMatching(/lequel est la preuve de dépôt et l’avis de réception signé/),
    });
  });
});

describe('a number from a scanner', () => {
  it.each([
    ['1A 123 456 7890 1', '1A12345678901'],
    [']C11a12345678901', '1A12345678901'],
    ['*1A12345678901*', '1A12345678901'],
    ['\u00021A12345678901\r\n', '1A12345678901'],
    ['https://www.laposte.fr/outils/suivre-vos-envois?code=1A12345678901&x=1', '1A12345678901'],
    ['RK 473 124 829 FR', 'RK473124829FR'],
    ['', ''],
  ])('%j is read as %s', (typed, number) => {
    expect(readTrackingNumber(typed)).toBe(number);
  });
});

import { describe, expect, it } from 'vitest';
import type { MatchProposal, MatchTarget } from '../../../../shared/matching/match-contract.ts';
import {
  confirmationSummary,
  decideMovements,
  type OwnDecision,
} from '../../../../shared/matching/matching-decisions.ts';
import { cents } from '../../../../shared/money/cents.ts';

const payment = (invoiceId: string, amount: number): MatchTarget => ({
  kind: 'payment',
  clientId: 'c',
  shares: [{ invoiceId, cents: cents(amount) }],
  onAccountCents: cents(0),
});
const proposal = (movementId: string, target: MatchTarget, isCertain = true): MatchProposal => ({
  movementId,
  best: { target, score: 90, reasons: [] },
  isCertain,
  alternatives: [],
});
const remaining: Readonly<Record<string, number>> = { f1: 1000, f2: 500 };
const remainingOf = (id: string) => cents(remaining[id] ?? 0);
const decide = (
  proposals: readonly MatchProposal[],
  own: ReadonlyMap<string, OwnDecision> = new Map(),
  ids = proposals.map(({ movementId }) => movementId),
) => decideMovements(ids, new Map(proposals.map((each) => [each.movementId, each])), own, remainingOf);

describe('decisions on movements', () => {
  it('tick what is certain, leave the doubtful and what has no proposal', () => {
    const decided = decide(
      [proposal('a', payment('f1', 1000)), proposal('b', payment('f2', 400), false)],
      new Map(),
      ['a', 'b', 'c'],
    );
    expect([...decided].map(([id, { isTicked, targets }]) => [id, isTicked, targets.length])).toEqual([
      ['a', true, 1],
      ['b', false, 1],
      ['c', false, 0],
    ]);
  });

  it('give an invoice that the user chose to his choice, and say who took it', () => {
    const decided = decide(
      [proposal('a', payment('f1', 1000)), proposal('b', payment('f2', 500))],
      new Map([['b', { targets: [payment('f1', 500)], isTicked: true }]]),
    );
    expect(decided.get('b')).toMatchObject({ isTicked: true, isOwn: true });
    expect(decided.get('a')).toMatchObject({ isTicked: false, isOwn: false, takenInvoiceId: 'f1' });
  });

  it('let an unticked choice take nothing', () => {
    const decided = decide(
      [proposal('a', payment('f1', 1000)), proposal('b', payment('f2', 500))],
      new Map([['b', { targets: [payment('f1', 1000)], isTicked: false }]]),
    );
    expect(decided.get('a')?.isTicked).toBe(true);
  });

  it('use a payment noted by hand, and one that comes back, once', () => {
    const noted: MatchTarget = { kind: 'recorded-payment', paymentId: 'p', clientId: 'c' };
    const decided = decide([proposal('a', noted), proposal('b', noted)]);
    expect([...decided.values()].map(({ isTicked }) => isTicked)).toEqual([true, false]);
  });

  it('never tick a movement without a target', () => {
    expect(decide([], new Map([['a', { isTicked: true }]]), ['a']).get('a')?.isTicked).toBe(false);
  });
});

describe('what is about to be confirmed', () => {
  it('is counted by what becomes of it, unticked ones apart', () => {
    const decided = decide([
      proposal('a', {
        kind: 'payment',
        clientId: 'c',
        shares: [
          {
            invoiceId: 'f1',
            cents: cents(980),
            concession: { reason: 'early-payment-discount', cents: cents(20) },
          },
        ],
        onAccountCents: cents(50),
      }),
      proposal('b', payment('f2', 300)),
      proposal('c', { kind: 'return', paymentId: 'p', clientId: 'c' }),
      proposal('d', { kind: 'no-receipt' }),
      proposal('e', payment('f2', 100), false),
    ]);
    expect(confirmationSummary(decided.values(), remainingOf)).toEqual({
      count: 4,
      receivedCents: 1330,
      settledInvoices: 1,
      returns: 1,
      setAside: 1,
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { feeOnSum } from '../../../../shared/ledger/handover-fee.ts';
import type {
  KnownHandover,
  MatchingInput,
  MatchProposal,
  MoneyMovement,
} from '../../../../shared/matching/match-contract.ts';
import { proposeMatches } from '../../../../shared/matching/propose-matches.ts';
import { cents } from '../../../../shared/money/cents.ts';
import {
  aKnownPayment,
  aMovement,
  anItem,
  aPayer,
  booked,
  reasonKinds,
  someItems,
  somePayers,
} from './sample-matching.ts';

/** Garage Martin's three invoices of 300,00, 200,17 and 111,11 €; 10 % and 20 % VAT on it. */
const garage: KnownHandover = {
  handoverId: 'h1',
  clientId: 'garage',
  invoiceIds: ['g21', 'g22', 'g23'],
  collectorName: 'Recouvra Conseil',
  handedOverOn: day('2026-05-15'),
  fee: { kind: 'share', basisPoints: 1000, vatBasisPoints: 2000 },
  reference: 'DOS-7741',
  keptCents: cents(0),
};
const novalis: KnownHandover = {
  ...garage,
  handoverId: 'h2',
  clientId: 'novalis',
  invoiceIds: ['n31'],
  reference: undefined,
};

const from = (amount: number, label = 'VIR REVERSEMENT', changes: Partial<MoneyMovement> = {}) =>
  aMovement(label, { amountCents: cents(amount), counterparty: 'RECOUVRA CONSEIL', ...changes });

const proposals = (
  movements: readonly MoneyMovement[],
  changes: Partial<MatchingInput> = {},
): readonly MatchProposal[] =>
  proposeMatches({
    movements,
    items: someItems,
    payers: somePayers,
    payments: [],
    handovers: [garage],
    feeToleranceCents: cents(0),
    ...changes,
  });
const proposed = (movement: MoneyMovement, changes: Partial<MatchingInput> = {}): MatchProposal => {
  const [proposal] = proposals([movement], changes);
  if (proposal === undefined) throw new Error('a movement without a proposal');
  return proposal;
};
const collectedIn = ({ best }: MatchProposal) =>
  best?.target.kind === 'payment' ? best.target.collected : undefined;

describe('what a collector passes on', () => {
  it('is what the debtor paid less fee and VAT, with the calculation, and is ticked', () => {
    const proposal = proposed(from(30_000 - 3_600));
    expect(booked(proposal)).toBe('g21=30000');
    expect(collectedIn(proposal)).toEqual({ handoverId: 'h1', feeCents: 3_600 });
    expect(proposal.isCertain).toBe(true);
    expect(proposal.best?.reasons).toEqual([
      { kind: 'collector-name', written: 'RECOUVRA CONSEIL', collector: 'Recouvra Conseil', isSure: true },
      { kind: 'collector-terms', grossCents: 30_000, feeCents: 3_000, vatCents: 600, netCents: 26_400 },
      { kind: 'collected-invoices', count: 1, isAll: false },
    ]);
  });

  it('may be all invoices of the file, or some', () => {
    // 611,28: fee 61,13, VAT 12,23.
    expect(booked(proposed(from(61_128 - 7_336)))).toBe('g21=30000 g22=20017 g23=11111');
    // 500,17: fee 50,02, VAT 10,00.
    const some = proposed(from(50_017 - 6_002));
    expect([booked(some), some.isCertain]).toEqual(['g21=30000 g22=20017', true]);
  });

  it('may be an instalment of which the client agreed', () => {
    const items = someItems.map((item) =>
      item.clientId === 'garage'
        ? { ...item, announced: [{ cents: cents(10_000), on: day('2026-06-10') }] }
        : item,
    );
    const proposal = proposed(from(8_800), { items });
    expect([booked(proposal), proposal.isCertain]).toEqual(['g21=10000', true]);
    expect(reasonKinds(proposal)).toContain('announced-amount');
  });

  it('is a part, to be checked, where no invoice comes to it', () => {
    const proposal = proposed(from(17_600));
    expect([booked(proposal), proposal.isCertain]).toEqual(['g21=20000', false]);
    expect(collectedIn(proposal)?.feeCents).toBe(2_400);
  });

  it('is not ticked when the sum is a cent beside the terms, or nothing was kept', () => {
    const near = proposed(from(26_399));
    expect([booked(near), collectedIn(near)?.feeCents, near.isCertain]).toEqual(['g21=30000', 3_601, false]);
    expect(reasonKinds(near)).toContain('fee-differs');
    const apart = proposed(from(30_000));
    expect([booked(apart), collectedIn(apart)?.feeCents, apart.isCertain]).toEqual(['g21=30000', 0, false]);
    expect(reasonKinds(apart)).toContain('fee-apart');
  });

  it('is not ticked when no fee is agreed, when the name is only alike, or the client is insolvent', () => {
    const none: KnownHandover = { ...garage, fee: { kind: 'none' } };
    expect(proposed(from(30_000), { handovers: [none] })).toMatchObject({ isCertain: false });
    const alike = proposed(from(26_400, 'VIR', { counterparty: 'RECOUVRA PARIS LYON' }));
    expect(alike.isCertain).toBe(false);
    const payers = somePayers.map((payer) => ({ ...payer, isInsolvent: payer.clientId === 'garage' }));
    const insolvent = proposed(from(26_400), { payers });
    expect([booked(insolvent), insolvent.isCertain]).toEqual(['g21=30000', false]);
    expect(reasonKinds(insolvent)).toContain('insolvent-client');
  });

  it('is not ticked when two files give the same sum, unless the text names one', () => {
    const items = [...someItems, anItem('n32', 'novalis', 'FA-2026/032', { totalCents: cents(30_000) })];
    const handovers = [garage, { ...novalis, invoiceIds: ['n31', 'n32'] }];
    const open = proposed(from(26_400), { items, handovers });
    expect(open.isCertain).toBe(false);
    expect(reasonKinds(open)).toContain('several-combinations');
    expect([open.best, ...open.alternatives].map((one) => one?.target)).toHaveLength(2);
    for (const label of ['REVERSEMENT DOS-7741', 'REVERSEMENT FA-2026/021', 'POUR GARAGE MARTIN']) {
      const named = proposed(from(26_400, label), { items, handovers });
      expect([label, booked(named), named.isCertain]).toEqual([label, 'g21=30000', true]);
    }
  });

  it('never is a client’s own payment of an invoice that stays owed by the fee', () => {
    const proposal = proposed(from(26_399, 'VIR POUR GARAGE MARTIN FA-2026/021'));
    for (const candidate of [proposal.best, ...proposal.alternatives])
      if (candidate?.target.kind === 'payment') expect(candidate.target.collected).toBeDefined();
  });

  it('is another client’s money where the name is his as well, or the file was given later', () => {
    const payers = [...somePayers, aPayer('rc', 'Recouvra Conseil')];
    const items = [...someItems, anItem('r1', 'rc', 'FA-2026/077', { totalCents: cents(26_400) })];
    const both = proposed(from(26_400), { payers, items });
    expect(both.isCertain).toBe(false);
    const later = { ...garage, handedOverOn: day('2026-06-11') };
    expect(collectedIn(proposed(from(26_400), { handovers: [later] }))).toBeUndefined();
  });

  it('keeps a fixed fee once, over the lines of one batch too', () => {
    const fixed: KnownHandover = { ...garage, fee: { kind: 'fixed', cents: cents(5_000) } };
    const [first, second] = proposals(
      [from(25_000, 'VIR', { id: 'm1' }), from(20_017, 'VIR', { id: 'm2', bookedOn: day('2026-06-12') })],
      { handovers: [fixed] },
    );
    expect(first && [booked(first), collectedIn(first)?.feeCents]).toEqual(['g21=30000', 5_000]);
    expect(second && [booked(second), collectedIn(second)?.feeCents]).toEqual(['g22=20017', 0]);
  });

  it('is not counted twice: what was noted by hand comes first and waits for the user where both may be', () => {
    const noted = aKnownPayment('p1', 'garage', {
      cents: cents(26_400),
      receivedOn: day('2026-06-09'),
      handoverId: 'h1',
    });
    const paid = someItems.filter(({ invoiceId }) => invoiceId !== 'g21');
    const linked = proposed(from(26_400), { items: paid, payments: [noted] });
    expect(linked).toMatchObject({ isCertain: true, best: { target: { kind: 'recorded-payment' } } });
    const again = proposed(from(26_400), { payments: [noted] });
    expect(again).toMatchObject({ isCertain: false, best: { target: { kind: 'recorded-payment' } } });
    expect(again.alternatives[0]?.target).toMatchObject({ collected: { handoverId: 'h1' } });
  });
});

it('whatever the terms: certain is only what the terms leave to the cent, and shares are what was paid', () => {
  let certain = 0;
  fc.assert(
    fc.property(
      fc.record({
        amounts: fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 1, maxLength: 5 }),
        basisPoints: fc.integer({ min: 1, max: 3_000 }),
        vatBasisPoints: fc.constantFrom(0, 550, 2_000),
        paid: fc.nat({ max: 4 }),
        off: fc.constantFrom(0, 0, 0, 1, -1, 3, 5_000),
      }),
      ({ amounts, basisPoints, vatBasisPoints, paid, off }) => {
        const items = amounts.map((amount, at) =>
          anItem(`f${at}`, 'garage', `FA-2026/10${at}`, { totalCents: cents(amount) }),
        );
        const fee = { kind: 'share', basisPoints, vatBasisPoints } as const;
        const gross = amounts[paid % amounts.length] ?? 0;
        const net = gross - (feeOnSum(fee, gross, 0) ?? 0) + off;
        if (net <= 0) return;
        const handover = { ...garage, fee, invoiceIds: items.map(({ invoiceId }) => invoiceId) };
        const proposal = proposed(from(net), { items, handovers: [handover] });
        for (const { target } of [...(proposal.best ? [proposal.best] : []), ...proposal.alternatives]) {
          if (target.kind !== 'payment' || target.collected === undefined) continue;
          const all = target.shares.reduce((sum, share) => sum + share.cents, 0) + target.onAccountCents;
          expect(all - target.collected.feeCents).toBe(net);
          for (const { invoiceId, cents: share } of target.shares)
            expect(share).toBeLessThanOrEqual(
              items.find((item) => item.invoiceId === invoiceId)?.remainingCents ?? 0,
            );
        }
        if (!proposal.isCertain) return;
        certain += 1;
        const target = proposal.best?.target;
        if (target?.kind !== 'payment') throw new Error('certain, and no payment');
        const all = target.shares.reduce((sum, share) => sum + share.cents, 0);
        expect(target.collected?.feeCents).toBe(feeOnSum(fee, all, 0));
        expect(target.onAccountCents).toBe(0);
      },
    ),
    { seed: 20_261_123, numRuns: 800 },
  );
  expect(certain).toBeGreaterThan(200);
});

import { describe, expect, it } from 'vitest';
import { recordCollectedPayment } from '../../../../../renderer/db/commands/collected-payments.ts';
import { endHandover, type HandoverWish, handOver } from '../../../../../renderer/db/commands/handovers.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const ledger = aLedger({
  invoices: [
    anInvoice('f1', { dueOn: day('2026-10-10'), totalCents: cents(100_000) }),
    anInvoice('f2', { dueOn: day('2026-10-20'), totalCents: cents(0) }),
  ],
});
const wish: HandoverWish = {
  invoiceIds: ['f1'],
  collector: { kind: 'agency', name: 'Recouvra' },
  handedOverOn: day('2026-11-10'),
  fee: { kind: 'share', basisPoints: 1000 },
  note: '',
};
const given = applied(ledger, decided(handOver, ledger, wish));
const [handover] = given.handovers.values();
if (handover === undefined) throw new Error('no hand-over');
const { id: handoverId } = handover;

describe('what is confided', () => {
  it('is what is still owed: neither a settled invoice nor the part that was paid', () => {
    expect(refused(handOver, ledger, { ...wish, invoiceIds: ['f1', 'f2'] }).kind).toBe('settled');
    expect(handover.claimCents).toBe(100_000);
    const collected = {
      handoverId,
      receivedOn: day('2026-11-12'),
      grossCents: cents(40_000),
      feeCents: cents(4000),
    };
    const partly = applied(given, decided(recordCollectedPayment, given, collected));
    const back = applied(
      partly,
      decided(endHandover, partly, { handoverId, on: day('2026-11-20'), outcome: 'not-recovered', note: '' }),
    );
    const [again] = rowsOf(
      decided(handOver, back, { ...wish, handedOverOn: day('2026-11-21') }),
      'handovers',
    );
    expect(again?.claimCents).toBe(60_000);
  });
});

describe('what comes back', () => {
  const end = { handoverId, on: day('2026-11-20'), outcome: 'recovered', note: ' Soldé ' } as const;
  const paid = applied(
    given,
    decided(recordCollectedPayment, given, {
      handoverId,
      receivedOn: day('2026-11-12'),
      grossCents: cents(100_000),
      feeCents: cents(10_000),
    }),
  );

  it('keeps what was recovered and, apart from it, what the third party kept', () => {
    expect(rowsOf(decided(endHandover, paid, end), 'handovers')).toMatchObject([
      {
        id: handoverId,
        ended: {
          on: '2026-11-20',
          outcome: 'recovered',
          recoveredCents: 100_000,
          feeCents: 10_000,
          note: 'Soldé',
        },
      },
    ]);
  });

  it('comes back on the day on which it was given or later, never in the future', () => {
    expect(refused(endHandover, paid, { ...end, on: day('2026-11-09') }).kind).toBe('too-early');
    expect(refused(endHandover, paid, { ...end, on: day('2026-11-24') }).kind).toBe('future');
    expect(decided(endHandover, paid, { ...end, on: day('2026-11-10') }).label).toMatch(
      /^Dossier confié à Recouvra revenu/u,
    );
  });
});

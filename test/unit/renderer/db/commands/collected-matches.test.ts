import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { importBankFile } from '../../../../../renderer/db/commands/bank.ts';
import {
  type CollectedWish,
  recordCollectedPayment,
} from '../../../../../renderer/db/commands/collected-payments.ts';
import { confirmMatches } from '../../../../../renderer/db/commands/confirm-matches.ts';
import { handOver } from '../../../../../renderer/db/commands/handovers.ts';
import { reversePayment } from '../../../../../renderer/db/commands/payments.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import type { OpenLedger } from '../../../../../renderer/db/open-ledger.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import { bankLineState, waitingLines } from '../../../../../shared/ledger/bank-lines.ts';
import { type Command, put } from '../../../../../shared/ledger/decision.ts';
import { handoverFigures } from '../../../../../shared/ledger/handover-figures.ts';
import { matchingInputOf } from '../../../../../shared/matching/ledger-matching.ts';
import type { MatchProposal, MatchTarget } from '../../../../../shared/matching/match-contract.ts';
import { proposeMatches } from '../../../../../shared/matching/propose-matches.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { errorOf, successOf } from '../../../shared/importing/fixture.ts';
import { aClient, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { type LedgerRig, newLedgerRig, writeRows } from '../ledger-rig.ts';

let rig: LedgerRig;
let ledger: OpenLedger;
vi.setConfig({ testTimeout: 60_000 });

const now = () => ledger.memory.current();
const run = async <Wish>(command: Command<Wish>, wish: Wish): Promise<number> =>
  successOf(await ledger.commands.run(command, wish)).groupSequence;
const refusal = async <Wish>(command: Command<Wish>, wish: Wish) =>
  errorOf(await ledger.commands.run(command, wish));
const undo = async (group: number): Promise<void> => {
  const pages = await ledger.database.changes
    .filter(({ groupSequence }) => groupSequence === group)
    .toArray();
  await run(undoChange, { pages });
};

/** f1 of 1 000,00 and f2 of 500,00 € are with Recouvra for 10 % and VAT; f2 was due first. */
beforeEach(async () => {
  rig = await newLedgerRig();
  ledger = await rig.open();
  await run(writeRows, {
    label: 'Clients et factures',
    writes: [
      put('clients', aClient('c1', { name: 'Garage Martin' })),
      put(
        'invoices',
        anInvoice('f1', { clientId: 'c1', dueOn: day('2026-10-10'), totalCents: cents(100_000) }),
      ),
      put(
        'invoices',
        anInvoice('f2', { clientId: 'c1', dueOn: day('2026-09-20'), totalCents: cents(50_000) }),
      ),
      put(
        'invoices',
        anInvoice('f3', { clientId: 'c1', dueOn: day('2026-09-01'), totalCents: cents(70_000) }),
      ),
    ],
  });
  await run(handOver, {
    invoiceIds: ['f1', 'f2'],
    collector: { kind: 'agency', name: 'Recouvra Conseil' },
    handedOverOn: day('2026-11-02'),
    fee: { kind: 'share', basisPoints: 1000, vatBasisPoints: 2000 },
    note: '',
  });
});
afterEach(() => rig.end());

const handover = () => {
  const [only] = now().handovers.values();
  if (!only) throw new Error('no hand-over');
  return only;
};
const receive = async (amount: number, on = '2026-11-18'): Promise<string> => {
  await run(importBankFile, {
    fileName: 'releve.ofx',
    fileHash: 'a'.repeat(64),
    statements: [
      {
        format: 'ofx',
        account: 'FR7630006000011234567890189',
        currency: 'EUR',
        lines: [
          {
            bookedOn: day(on),
            amountCents: cents(amount),
            label: 'VIR REVERSEMENT',
            counterparty: 'RECOUVRA CONSEIL',
          },
        ],
      },
    ],
  });
  const [line] = [...now().bankLines.values()].filter(({ amountCents }) => amountCents === amount);
  if (!line) throw new Error('no movement');
  return line.id;
};
const proposed = (): MatchProposal => {
  const [proposal] = proposeMatches(matchingInputOf(now()));
  if (proposal?.best === undefined) throw new Error('nothing proposed');
  return proposal;
};
const confirm = (movementId: string, target: MatchTarget | undefined) => {
  if (target === undefined) throw new Error('nothing to confirm');
  return run(confirmMatches, { matches: [{ movementId, target }] });
};
/** What a payment and its allocations say, but for ids and instants. */
const books = () =>
  [...now().payments.values()].map(
    ({ id, recordedAt: _at, bankLineId: _line, reference: _text, ...kept }) => ({
      ...kept,
      shares: [...now().allocations.values()]
        .filter(({ source }) => source.kind === 'payment' && source.paymentId === id)
        .map(({ invoiceId, cents: share, effectiveOn }) => `${invoiceId} ${share} ${effectiveOn}`)
        .sort(),
    }),
  );
const byHand: Omit<CollectedWish, 'handoverId'> = {
  receivedOn: day('2026-11-18'),
  grossCents: cents(150_000),
  feeCents: cents(18_000),
};

it('books what the screen of the hand-over books, on the movement, and is undone as one', async () => {
  const line = await receive(132_000);
  const proposal = proposed();
  expect(proposal.isCertain).toBe(true);
  const group = await confirm(line, proposal.best?.target);
  const matched = books();
  expect([...now().payments.values()][0]?.bankLineId).toBe(line);
  expect(waitingLines(now())).toEqual([]);
  expect(now().payerNames.size, 'the collector is not the client').toBe(0);
  expect(handoverFigures(now(), handover())).toEqual({
    recoveredCents: 150_000,
    feeCents: 18_000,
    openCents: 0,
  });
  const [change] = await ledger.database.changes.filter(({ sequence }) => sequence === group).toArray();
  expect(change?.label).toBe(
    '1\u202F500,00\u00A0€ recouvrés par Recouvra Conseil, dont 180,00\u00A0€ de rémunération, 2\u00A0factures soldées',
  );

  await undo(group);
  expect(now().payments.size).toBe(0);
  expect(remainingCents(now(), 'f1')).toBe(100_000);
  expect(waitingLines(now()).map(({ leftCents }) => leftCents)).toEqual([132_000]);

  await run(recordCollectedPayment, { handoverId: handover().id, ...byHand });
  expect(books()).toEqual(matched);
});

it('noted by hand before, the movement is linked to it and nothing is counted twice', async () => {
  await run(recordCollectedPayment, { handoverId: handover().id, ...byHand });
  const line = await receive(132_000, '2026-11-19');
  const proposal = proposed();
  expect(proposal).toMatchObject({ isCertain: true, best: { target: { kind: 'recorded-payment' } } });
  await confirm(line, proposal.best?.target);
  expect(now().payments.size).toBe(1);
  expect(bankLineState(now(), [...now().bankLines.values()][0] ?? never()).kind).toBe('settled');
  expect(now().payerNames.size).toBe(0);
});

const never = (): never => {
  throw new Error('no movement');
};

it('of a transfer for two files one is booked, and what it did not bring waits; reversed, all of it waits', async () => {
  const line = await receive(60_000);
  await confirm(line, collected({ shares: [{ invoiceId: 'f2', cents: cents(50_000) }], fee: 6_000 }));
  expect(waitingLines(now()).map(({ leftCents }) => leftCents)).toEqual([16_000]);
  const [payment] = now().payments.values();
  await run(reversePayment, { paymentId: payment?.id ?? '' });
  expect(waitingLines(now()).map(({ leftCents }) => leftCents)).toEqual([60_000]);
});

const collected = ({
  shares,
  fee,
  onAccount = 0,
}: {
  readonly shares: Extract<MatchTarget, { kind: 'payment' }>['shares'];
  readonly fee: number;
  readonly onAccount?: number;
}): MatchTarget => ({
  kind: 'payment',
  clientId: 'c1',
  shares,
  onAccountCents: cents(onAccount),
  collected: { handoverId: handover().id, feeCents: cents(fee) },
});

it('is refused where it cannot be', async () => {
  const line = await receive(44_000);
  const refusals: readonly [string, MatchTarget][] = [
    ['more than came', collected({ shares: [{ invoiceId: 'f2', cents: cents(50_000) }], fee: 5_999 })],
    [
      'an invoice that he has not',
      collected({ shares: [{ invoiceId: 'f3', cents: cents(50_000) }], fee: 6_000 }),
    ],
    ['more than is owed', collected({ shares: [{ invoiceId: 'f2', cents: cents(50_001) }], fee: 6_001 })],
    ['all was kept', collected({ shares: [{ invoiceId: 'f2', cents: cents(50_000) }], fee: 50_000 })],
    ['a negative fee', collected({ shares: [{ invoiceId: 'f2', cents: cents(40_000) }], fee: -4_000 })],
    [
      'a rest let go',
      collected({
        shares: [
          {
            invoiceId: 'f2',
            cents: cents(49_999),
            concession: { reason: 'rounding', cents: cents(1) },
          },
        ],
        fee: 5_999,
      }),
    ],
  ];
  for (const [why, target] of refusals)
    expect(await refusal(confirmMatches, { matches: [{ movementId: line, target }] }), why).toMatchObject({
      kind: 'changed-since',
    });
  const early = await receive(43_999, '2026-11-01');
  expect(
    await refusal(confirmMatches, {
      matches: [
        {
          movementId: early,
          target: collected({ shares: [{ invoiceId: 'f2', cents: cents(49_999) }], fee: 6_000 }),
        },
      ],
    }),
  ).toMatchObject({ kind: 'changed-since' });
  expect(now().payments.size).toBe(0);
});

it('stands in the database as it was, after a start', async () => {
  const line = await receive(44_000);
  await confirm(line, proposed().best?.target);
  const before = books();
  await rig.stop();
  ledger = await rig.open();
  expect(books()).toEqual(before);
  expect(handover().fee).toEqual({ kind: 'share', basisPoints: 1000, vatBasisPoints: 2000 });
});

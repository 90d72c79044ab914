import { describe, expect, it } from 'vitest';
import { openDispute } from '../../../../../renderer/db/commands/agreements.ts';
import { blockServices } from '../../../../../renderer/db/commands/blocked-services.ts';
import {
  addDisputeEvidence,
  changeDispute,
  closeDispute,
} from '../../../../../renderer/db/commands/disputes.ts';
import { claimStatement } from '../../../../../shared/claims/claim-statement.ts';
import { day } from '../../../../../shared/dates/day.ts';
import type { Dispute } from '../../../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import { openServiceBlock, type ServiceBlock } from '../../../../../shared/ledger/blocked-services.ts';
import { disputeMemo } from '../../../../../shared/ledger/dispute-memo.ts';
import { proposedBlock } from '../../../../../shared/ledger/dispute-service-block.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { disputeNextStep, openDisputes } from '../../../../../shared/ledger/open-disputes.ts';
import { clientTimeline } from '../../../../../shared/ledger/timeline.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { planReminders } from '../../../../../shared/reminders/planning.ts';
import { aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const today = day('2026-11-23');

const start = (disputed?: number): Ledger => {
  const ledger = aLedger({
    invoices: [anInvoice('f1', { dueOn: day('2026-11-10'), totalCents: cents(100_000) })],
  });
  return applied(
    ledger,
    decided(openDispute, ledger, {
      invoiceId: 'f1',
      reason: 'quality',
      note: 'Rayures',
      memo: ' Voir Paul ',
      ...(disputed === undefined ? {} : { disputedCents: cents(disputed) }),
    }),
  );
};

const disputeOf = (ledger: Ledger): Dispute => {
  const [dispute] = ledger.disputes.values();
  if (!dispute) throw new Error('no dispute');
  return dispute;
};

describe('an open dispute', () => {
  it('leaves the undisputed part to the reminders and is listed with its age', () => {
    const ledger = start(30_000);
    expect(disputeOf(ledger).memo).toBe('Voir Paul');
    const [open] = openDisputes(ledger, day('2026-11-30'));
    expect(open).toMatchObject({ ageDays: 7, contestedCents: 30_000, undisputedCents: 70_000 });
    expect(planReminders(ledger, today).proposals[0]?.lines[0]).toMatchObject({
      remainingCents: 70_000,
      disputedCents: 30_000,
    });
  });

  it('freezes a wholly contested invoice, and its interest goes on apart', () => {
    const ledger = start();
    expect(planReminders(ledger, today).proposals).toEqual([]);
    const statement = claimStatement(ledger, { clientId: 'c1', asOf: today, includesSettled: false });
    if (!statement.ok) throw new Error('no statement');
    expect(statement.value.totals.principalCents).toBe(0);
    expect(statement.value.invoices[0]?.disputedInterestCents).toBeGreaterThan(0);
  });

  it('is corrected: from the whole to a part, its memo taken off', () => {
    const ledger = start();
    const change = { disputeId: disputeOf(ledger).id, reason: 'price', note: 'Devis', memo: '' } as const;
    const changed = disputeOf(
      applied(ledger, decided(changeDispute, ledger, { ...change, disputedCents: cents(500) })),
    );
    expect(changed).toMatchObject({ reason: 'price', note: 'Devis', disputedCents: 500 });
    expect(changed.memo).toBeUndefined();
    expect(refused(changeDispute, ledger, { ...change, disputedCents: cents(100_001) }).kind).toBe('invalid');
  });

  it('keeps a file once as its evidence', () => {
    const ledger = start();
    const wish = {
      disputeId: disputeOf(ledger).id,
      documents: [{ hash: 'a'.repeat(64), name: 'Photo.jpg', mediaType: 'image/jpeg' }],
    };
    const kept = applied(ledger, decided(addDisputeEvidence, ledger, wish));
    expect([...kept.pieces.values()]).toMatchObject([
      { kind: 'dispute-evidence', title: 'Photo', disputeId: disputeOf(ledger).id, invoiceId: 'f1' },
    ]);
    expect(refused(addDisputeEvidence, kept, wish).kind).toBe('known');
    const [open] = openDisputes(kept, day('2026-12-30'));
    expect(open && disputeNextStep(open)).toBe('Trancher, ou proposer une médiation');
  });
});

describe('the end of a dispute', () => {
  it('for the creditor: everything is claimed again, with interest from the original due date', () => {
    const never = aLedger({
      invoices: [anInvoice('f1', { dueOn: day('2026-11-10'), totalCents: cents(100_000) })],
    });
    const ledger = start();
    const closed = applied(
      ledger,
      decided(closeDispute, ledger, { disputeId: disputeOf(ledger).id, outcome: 'for-creditor' }),
    );
    const of = (at: Ledger) => {
      const made = claimStatement(at, { clientId: 'c1', asOf: day('2026-12-31'), includesSettled: false });
      if (!made.ok) throw new Error('no statement');
      return made.value.totals;
    };
    expect(of(closed)).toEqual(of(never));
    expect(planReminders(closed, today).proposals).toHaveLength(1);
    expect(clientTimeline(closed, 'c1', today).map(({ title }) => title)).toContain(
      'Litige résolu\u00A0: en notre faveur',
    );
  });

  it('for the debtor: the credit note takes its part off', () => {
    const ledger = start(30_000);
    const decision = decided(closeDispute, ledger, {
      disputeId: disputeOf(ledger).id,
      outcome: 'for-debtor',
      creditNote: { number: 'A-1', cents: cents(30_000) },
    });
    expect(decision.label).toBe(
      'Litige clos sur la facture F1, en faveur du client\u00A0: avoir de 300,00\u00A0€',
    );
    const closed = applied(ledger, decision);
    expect(remainingCents(closed, 'f1')).toBe(70_000);
    expect(openDisputes(closed, today)).toEqual([]);
  });

  it.each([
    ['no-credit', 'for-creditor', 'A-1', 100],
    ['no-number', 'for-debtor', ' ', 100],
    ['duplicate', 'compromise', 'f1', 100],
    ['amount', 'compromise', 'A-1', 100_001],
  ] as const)('refuses a credit note: %s', (kind, outcome, number, amount) => {
    const ledger = start(30_000);
    expect(
      refused(closeDispute, ledger, {
        disputeId: disputeOf(ledger).id,
        outcome,
        creditNote: { number, cents: cents(amount) },
      }).kind,
    ).toBe(kind);
  });
});

describe('what a dispute blocks', () => {
  const blockOf = (ledger: Ledger): ServiceBlock | undefined => {
    const client = ledger.clients.get('c1');
    return client && openServiceBlock(client, today);
  };
  const wish = {
    invoiceId: 'f1',
    reason: 'price',
    note: '',
    block: { deliveries: true, afterSales: false },
  } as const;
  const plain = (): Ledger => aLedger({ invoices: [anInvoice('f1', { totalCents: cents(100_000) })] });

  it('is proposed where the client only argues, never where he waits for something of ours', () => {
    const stops = (['price', 'other'] as const).map(proposedBlock);
    expect(stops).toEqual(stops.map(() => ({ deliveries: true, afterSales: true })));
    for (const reason of ['not-received', 'not-compliant', 'quality', 'administrative'] as const)
      expect(proposedBlock(reason), reason).toEqual({ deliveries: false, afterSales: false });
  });

  it('begins with it, in one change that says so, and is lifted with it where the user wants it', () => {
    const decision = decided(openDispute, plain(), wish);
    expect(decision.label).toBe('Litige ouvert sur la facture F1, livraisons bloquées');
    const ledger = applied(plain(), decision);
    const { id } = disputeOf(ledger);
    expect(blockOf(ledger)).toEqual({
      deliveries: true,
      afterSales: false,
      since: today,
      reason: 'Litige sur la facture F1, prix',
      disputeId: id,
    });
    const closing = { disputeId: id, outcome: 'for-creditor' } as const;
    expect(blockOf(applied(ledger, decided(closeDispute, ledger, closing)))).toBeDefined();
    const lifting = decided(closeDispute, ledger, { ...closing, liftsBlock: true });
    expect(lifting.label).toMatch(/, blocage levé$/);
    expect(blockOf(applied(ledger, lifting))).toBeUndefined();
  });

  it('leaves a block alone that stands for another reason, and blocks nothing unasked', () => {
    const ledger = applied(
      plain(),
      decided(blockServices, plain(), {
        clientId: 'c1',
        deliveries: false,
        afterSales: true,
        since: today,
        reason: 'Impayés',
      }),
    );
    const decision = decided(openDispute, ledger, wish);
    expect(decision.label).toBe('Litige ouvert sur la facture F1');
    expect(blockOf(applied(ledger, decision))?.reason).toBe('Impayés');
    const nothing = { ...wish, block: { deliveries: false, afterSales: false } };
    expect(blockOf(applied(plain(), decided(openDispute, plain(), nothing)))).toBeUndefined();
  });

  it('is in the memo for colleagues, which tells no amounts', () => {
    const ledger = applied(
      plain(),
      decided(openDispute, plain(), { ...wish, disputedCents: cents(12_345), memo: 'Paul revoit le devis' }),
    );
    const [client, invoice] = [ledger.clients.get('c1'), ledger.invoices.get('f1')];
    if (!client || !invoice) throw new Error('no client');
    const company = { name: 'Atelier', signatoryName: 'Anne', phone: '', email: '' };
    const { title, paragraphs } = disputeMemo(client, invoice, disputeOf(ledger), blockOf(ledger), company);
    expect(title).toContain('Facture F1 contestée');
    const text = paragraphs.join('\n');
    expect(text).toMatch(/pour une partie\. Motif\u00A0: prix\./);
    expect(text).toContain('À faire\u00A0: Paul revoit le devis.');
    expect(text).toContain('Livraisons bloquées depuis le 23/11/2026');
    expect(text).toContain('voyez Anne.');
    expect(text).not.toMatch(/€|123|@/);
    const free = disputeMemo(client, invoice, disputeOf(ledger), undefined, company);
    expect(free.paragraphs).toContain('Les livraisons et le SAV continuent.');
  });
});

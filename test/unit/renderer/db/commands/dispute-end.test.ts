import { describe, expect, it } from 'vitest';
import { openDispute } from '../../../../../renderer/db/commands/agreements.ts';
import {
  addDisputeEvidence,
  changeDispute,
  closeDispute,
} from '../../../../../renderer/db/commands/disputes.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { disputeMemo } from '../../../../../shared/ledger/dispute-memo.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const before = aLedger({
  invoices: [anInvoice('f1', { dueOn: day('2026-11-10'), totalCents: cents(100_000) })],
});
const ledger: Ledger = applied(
  before,
  decided(openDispute, before, { invoiceId: 'f1', reason: 'quality', note: 'Rayures', memo: '' }),
);
const [dispute] = ledger.disputes.values();
if (dispute === undefined) throw new Error('no dispute');
const { id: disputeId } = dispute;

describe('a dispute that is corrected', () => {
  const change = { disputeId, reason: 'price', note: ' Hors devis ', memo: ' ' } as const;

  it('contests from one cent to the whole invoice, and no more', () => {
    for (const amount of [0, -1, 100_001])
      expect(
        refused(changeDispute, ledger, { ...change, disputedCents: cents(amount) }).kind,
        `${amount}`,
      ).toBe('invalid');
    for (const amount of [1, 100_000])
      expect(
        rowsOf(decided(changeDispute, ledger, { ...change, disputedCents: cents(amount) }), 'disputes'),
      ).toEqual([{ ...dispute, disputedCents: amount, reason: 'price', note: 'Hors devis' }]);
  });
});

describe('a dispute that ends', () => {
  it.each(['for-creditor', 'for-debtor', 'compromise'] as const)(
    '%s: keeps its day and its outcome',
    (outcome) => {
      const decision = decided(closeDispute, ledger, { disputeId, outcome });
      expect(decision.writes).toHaveLength(1);
      expect(rowsOf(decision, 'disputes')).toEqual([{ ...dispute, resolvedOn: '2026-11-23', outcome }]);
      const closed = applied(ledger, decision);
      expect(refused(closeDispute, closed, { disputeId, outcome }).kind).toBe('no-dispute');
    },
  );

  it('with a credit note: it corrects the price from the due date of the invoice on', () => {
    const decision = decided(closeDispute, ledger, {
      disputeId,
      outcome: 'compromise',
      creditNote: { number: ' A-1 ', cents: cents(30_000) },
    });
    const [creditNote] = rowsOf(decision, 'invoices');
    expect(creditNote).toMatchObject({
      number: 'A-1',
      kind: 'credit-note',
      totalCents: 30_000,
      issuedOn: '2026-11-23',
      clientId: 'c1',
      creditEffect: 'from-due-date',
    });
    expect(rowsOf(decision, 'allocations')).toMatchObject([
      {
        source: { kind: 'credit-note', creditNoteId: creditNote?.id },
        invoiceId: 'f1',
        cents: 30_000,
        effectiveOn: '2026-11-23',
      },
    ]);
  });
});

describe('the evidence of a dispute', () => {
  it('belongs to it, to its invoice and to the pieces of the client', () => {
    const file = { hash: 'a'.repeat(64), name: 'Photo des rayures.jpg', mediaType: 'image/jpeg' };
    const decision = decided(addDisputeEvidence, ledger, { disputeId, documents: [file, file] });
    expect(rowsOf(decision, 'documents')).toEqual([file]);
    expect(rowsOf(decision, 'pieces')).toMatchObject([
      {
        clientId: 'c1',
        invoiceId: 'f1',
        disputeId,
        kind: 'dispute-evidence',
        title: 'Photo des rayures',
        addedOn: '2026-11-23',
        document: file,
      },
    ]);
    expect(
      refused(addDisputeEvidence, applied(ledger, decision), { disputeId, documents: [file] }).kind,
    ).toBe('known');
  });
});

it('the memo for colleagues says whom to ask, that it is internal, and what is blocked', () => {
  const [client, invoice] = [ledger.clients.get('c1'), ledger.invoices.get('f1')];
  if (!client || !invoice) throw new Error('no client');
  const company = { name: 'Atelier', signatoryName: ' Anne ', phone: '01 02 03 04 05', email: '' };
  const said = (block: Parameters<typeof disputeMemo>[3]) =>
    disputeMemo(client, invoice, dispute, block, company).paragraphs.map((text) => text.replace(/\s/gu, ' '));
  const blocked = said({ deliveries: true, afterSales: true, since: day('2026-11-12'), reason: 'Litige' });
  expect(
    blocked.some((text) =>
      /depuis le 12\/11\/2026 : aucune livraison ne part, .*SAV n’est engagée/u.test(text),
    ),
  ).toBe(true);
  expect(blocked).toContain(
    'Si le client appelle, ne promettez ni avoir ni délai : voyez Anne, 01 02 03 04 05.',
  );
  expect(blocked.at(-1)).toBe('Mémo interne : ne pas transmettre hors de l’entreprise.');
  expect(
    said({ deliveries: false, afterSales: true, since: day('2026-11-12'), reason: '' }).join(),
  ).not.toContain('aucune livraison');
  expect(said(undefined)).toContain('Les livraisons et le SAV continuent.');
});

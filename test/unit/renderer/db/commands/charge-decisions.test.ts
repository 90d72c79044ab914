import { describe, expect, test } from 'vitest';
import {
  type ChargeWish,
  decideClientCharge,
  decideInvoiceCharge,
} from '../../../../../renderer/db/commands/charge-decisions.ts';
import { chargeClaimOf } from '../../../../../shared/claims/charge-claim.ts';
import type { Charge } from '../../../../../shared/ledger/charge-decision.ts';
import { settingsOf } from '../../../../../shared/ledger/default-settings.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { aClient, aLedger, anInvoice, noonOf } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused } from './decide.ts';

const ledger = aLedger({
  clients: [
    aClient('c1'),
    aClient('c2', { regime: 'public', name: 'Mairie de Lyon' }),
    aClient('c3', { regime: 'b2c', name: 'Mme Petit' }),
  ],
  invoices: [
    anInvoice('f1', { number: 'F-102' }),
    anInvoice('f2', { number: 'F-103' }),
    anInvoice('a1', { kind: 'credit-note' }),
    anInvoice('x1', { cancelledAt: noonOf('2026-11-01') }),
    anInvoice('p1', { clientId: 'c2' }),
    anInvoice('k1', { clientId: 'c3' }),
  ],
});

const waive: ChargeWish = { kind: 'waive', reason: ' geste commercial ' };

/** The claim that holds for an invoice after everything that was decided. */
const claimIn = (now: Ledger, charge: Charge, invoiceId: string) => {
  const invoice = now.invoices.get(invoiceId);
  const client = now.clients.get(invoice?.clientId ?? '');
  if (!invoice || !client) throw new Error(`no invoice ${invoiceId}`);
  return chargeClaimOf(charge, invoice, client, settingsOf(now, 'reminders'));
};

describe('a decision on one invoice', () => {
  test('waives with its reason, for that invoice and that charge alone, and can be undone', () => {
    const decision = decided(decideInvoiceCharge, ledger, {
      invoiceId: 'f1',
      charge: 'penalties',
      wish: waive,
    });
    expect(decision).toMatchObject({
      label: 'Pénalités de retard de la facture F-102 abandonnées',
      clientId: 'c1',
      undo: 'allowed',
    });
    const now = applied(ledger, decision);
    expect(claimIn(now, 'penalties', 'f1')).toEqual({
      claimed: false,
      decidedBy: 'invoice',
      reason: 'geste commercial',
    });
    expect(now.invoices.get('f1')?.chargeDecisions?.penalties?.decidedAt).toBe(noonOf('2026-11-23'));
    expect(claimIn(now, 'indemnity', 'f1').claimed).toBe(true);
    expect(claimIn(now, 'penalties', 'f2').claimed).toBe(true);
  });

  test('claims over the waiver of the client, and follows him again', () => {
    const waived = applied(
      ledger,
      decided(decideClientCharge, ledger, { clientId: 'c1', charge: 'indemnity', wish: waive }),
    );
    const own = decided(decideInvoiceCharge, waived, {
      invoiceId: 'f1',
      charge: 'indemnity',
      wish: { kind: 'claim' },
    });
    expect(own.label).toBe('Indemnité de 40\u00A0€ de la facture F-102 réclamée');
    const claimed = applied(waived, own);
    expect(claimIn(claimed, 'indemnity', 'f1')).toEqual({ claimed: true, decidedBy: 'invoice', reason: '' });
    const back = decided(decideInvoiceCharge, claimed, {
      invoiceId: 'f1',
      charge: 'indemnity',
      wish: { kind: 'follow' },
    });
    expect(back.label).toBe('Indemnité de 40\u00A0€ de la facture F-102 abandonnée, comme pour le client');
    const following = applied(claimed, back);
    expect(claimIn(following, 'indemnity', 'f1').decidedBy).toBe('client');
    expect(following.invoices.get('f1')).toEqual(ledger.invoices.get('f1'));
  });

  test('keeps the decision on the other charge', () => {
    const first = applied(
      ledger,
      decided(decideInvoiceCharge, ledger, { invoiceId: 'f1', charge: 'indemnity', wish: waive }),
    );
    const second = applied(
      first,
      decided(decideInvoiceCharge, first, { invoiceId: 'f1', charge: 'penalties', wish: waive }),
    );
    const third = applied(
      second,
      decided(decideInvoiceCharge, second, {
        invoiceId: 'f1',
        charge: 'penalties',
        wish: { kind: 'follow' },
      }),
    );
    expect(third.invoices.get('f1')?.chargeDecisions).toEqual(first.invoices.get('f1')?.chargeDecisions);
  });

  test('speaks of interest where the law of the debtor does', () => {
    const label = (invoiceId: string): string =>
      decided(decideInvoiceCharge, ledger, { invoiceId, charge: 'penalties', wish: waive }).label;
    expect(label('p1')).toBe('Intérêts moratoires de la facture P1 abandonnés');
    expect(label('k1')).toBe('Intérêts au taux légal de la facture K1 abandonnés');
  });

  test('is refused where the law gives none', () => {
    for (const wish of [{ kind: 'claim' }, waive] as const)
      expect(refused(decideInvoiceCharge, ledger, { invoiceId: 'k1', charge: 'indemnity', wish }).kind).toBe(
        'not-given-by-law',
      );
  });

  test.each([
    ['a1', 'credit-note'],
    ['x1', 'cancelled'],
    ['gone', 'no-invoice'],
  ])('is refused for %s', (invoiceId, kind) => {
    expect(refused(decideInvoiceCharge, ledger, { invoiceId, charge: 'penalties', wish: waive }).kind).toBe(
      kind,
    );
  });

  test('that a change of regime made void can be taken back', () => {
    const invoice = anInvoice('f1', {
      chargeDecisions: { indemnity: { claimed: true, reason: '', decidedAt: noonOf('2026-11-01') } },
    });
    const changed = aLedger({ clients: [aClient('c1', { regime: 'b2c' })], invoices: [invoice] });
    const now = applied(
      changed,
      decided(decideInvoiceCharge, changed, {
        invoiceId: 'f1',
        charge: 'indemnity',
        wish: { kind: 'follow' },
      }),
    );
    expect(now.invoices.get('f1')?.chargeDecisions).toBeUndefined();
  });
});

describe('a decision for a client', () => {
  test('holds for all his invoices without one of their own', () => {
    const own = applied(
      ledger,
      decided(decideInvoiceCharge, ledger, { invoiceId: 'f2', charge: 'penalties', wish: { kind: 'claim' } }),
    );
    const decision = decided(decideClientCharge, own, { clientId: 'c1', charge: 'penalties', wish: waive });
    expect(decision).toMatchObject({
      label: 'Pénalités de retard abandonnées pour Dupont SARL',
      undo: 'allowed',
    });
    const now = applied(own, decision);
    expect(claimIn(now, 'penalties', 'f1')).toMatchObject({ claimed: false, decidedBy: 'client' });
    expect(claimIn(now, 'penalties', 'f2').claimed).toBe(true);
    expect(claimIn(now, 'penalties', 'p1').claimed).toBe(true);
    const back = decided(decideClientCharge, now, {
      clientId: 'c1',
      charge: 'penalties',
      wish: { kind: 'follow' },
    });
    expect(back.label).toBe('Pénalités de retard réclamées pour Dupont SARL, selon le réglage général');
    expect(applied(now, back).clients.get('c1')).toEqual(ledger.clients.get('c1'));
  });

  test('is refused for a charge that the law does not give, and for a client who is gone', () => {
    expect(
      refused(decideClientCharge, ledger, { clientId: 'c3', charge: 'indemnity', wish: { kind: 'claim' } })
        .kind,
    ).toBe('not-given-by-law');
    expect(
      refused(decideClientCharge, ledger, { clientId: 'gone', charge: 'penalties', wish: waive }).kind,
    ).toBe('no-client');
  });
});

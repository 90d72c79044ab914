import { describe, expect, it } from 'vitest';
import { type InsolvencyClaim, insolvencyClaim } from '../../../../shared/claims/insolvency-claim.ts';
import {
  insolvencyClaimSource,
  insolvencyClaimText,
} from '../../../../shared/claims/insolvency-claim-text.ts';
import { forbiddenPayments } from '../../../../shared/claims/insolvency-payments.ts';
import { interestMethod } from '../../../../shared/claims/interest-method.ts';
import { supportingDocuments } from '../../../../shared/claims/supporting-documents.ts';
import { day } from '../../../../shared/dates/day.ts';
import { csvOfTable } from '../../../../shared/exporting/csv.ts';
import { exportTable } from '../../../../shared/exporting/export-table.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { aClient, aLedger, anAllocation, anInvoice, aPayment, noonOf } from '../reminders/sample-ledger.ts';

const today = day('2026-11-22');

const insolvent = aClient('c1', {
  siren: '732829320',
  insolvency: {
    kind: 'reorganisation',
    judgmentOn: day('2026-09-15'),
    publishedOn: day('2026-09-24'),
    trustee: 'Me Lenoir\n3 rue du Palais\n69003 Lyon',
    court: 'TC de Lyon, RG 2026/1234',
  },
});

/** 4 800 € due 31/07 (46 days late at the judgment), 1 000 € due 14/09, 2 000 € due 15/09 and 3 000 € due 30/10. */
const invoices = [
  anInvoice('f1', { issuedOn: day('2026-07-01'), dueOn: day('2026-07-31'), totalCents: cents(480_000) }),
  anInvoice('f2', { issuedOn: day('2026-08-15'), dueOn: day('2026-09-14'), totalCents: cents(100_000) }),
  anInvoice('f3', { issuedOn: day('2026-08-16'), dueOn: day('2026-09-15'), totalCents: cents(200_000) }),
  anInvoice('f4', { issuedOn: day('2026-08-31'), dueOn: day('2026-10-30'), totalCents: cents(300_000) }),
];

const claimOf = (ledger: Ledger): InsolvencyClaim => {
  const claim = insolvencyClaim(ledger, 'c1', today);
  if (!claim.ok) throw new Error(claim.error.kind);
  return claim.value;
};

const ledgerOf = (rows: Parameters<typeof aLedger>[0] = {}): Ledger =>
  aLedger({ clients: [insolvent], invoices, ...rows });

const amounts = (claim: InsolvencyClaim) =>
  claim.lines.map(({ invoice, part, principalCents, interestCents, indemnityCents }) => [
    invoice.number,
    part,
    principalCents,
    interestCents,
    indemnityCents,
  ]);

describe('the figures of a declaration', () => {
  it('tell what was due from what falls due, with interest to the eve and 40 € for what was late', () => {
    const claim = claimOf(ledgerOf());
    // F1: 1 August to 14 September is 45 days: 4 800 × 12,40 % × 45 / 365 = 73,38.
    expect(amounts(claim)).toEqual([
      ['F1', 'due', 480_000, 7338, 4000],
      // Due on the eve: not a day of interest, but the 40 €, because nothing forbade to pay in time.
      ['F2', 'due', 100_000, 0, 4000],
      ['F3', 'to-fall-due', 200_000, 0, 0],
      ['F4', 'to-fall-due', 300_000, 0, 0],
    ]);
    expect(claim.interestUntil).toBe('2026-09-14');
    expect(claim.due).toEqual({
      principalCents: 580_000,
      interestCents: 7338,
      indemnityCents: 8000,
      totalCents: 595_338,
    });
    expect(claim.toFallDue).toEqual({
      principalCents: 500_000,
      interestCents: 0,
      indemnityCents: 0,
      totalCents: 500_000,
    });
    expect(claim.totalCents).toBe(1_095_338);
    expect(claim.problems).toEqual([]);
  });

  it('do not change from one day to the next', () => {
    const first = insolvencyClaim(ledgerOf(), 'c1', day('2026-09-20'));
    expect(first.ok && first.value.totalCents).toBe(1_095_338);
  });

  it('leave out what was born after the judgment, and keep what was delivered before and invoiced after', () => {
    const later = anInvoice('f8', { issuedOn: day('2026-10-01'), dueOn: day('2026-10-31') });
    const deliveredBefore = anInvoice('f9', {
      issuedOn: day('2026-09-30'),
      dueOn: day('2026-10-31'),
      performedOn: day('2026-09-10'),
    });
    const claim = claimOf(ledgerOf({ invoices: [later, deliveredBefore] }));
    expect(amounts(claim)).toEqual([['F9', 'to-fall-due', 123_456, 0, 0]]);
  });

  it('count payments before the judgment and not those since, which may be annulled', () => {
    const ledger = ledgerOf({
      invoices: invoices.slice(0, 1),
      payments: [
        aPayment('p1', '2026-08-10', 80_000),
        aPayment('p2', '2026-09-15', 100_000),
        aPayment('p3', '2026-10-20', 300_000),
        aPayment('p4', '2026-10-21', 5000, { reversedAt: noonOf('2026-10-22') }),
      ],
      allocations: [
        anAllocation('p1', 'f1', '2026-08-10', 80_000),
        anAllocation('p2', 'f1', '2026-09-15', 100_000),
        anAllocation('p3', 'f1', '2026-10-20', 300_000),
        anAllocation('p4', 'f1', '2026-10-21', 5000),
      ],
    });
    const [line] = claimOf(ledger).lines;
    expect(line).toMatchObject({ paidCents: 80_000, principalCents: 400_000, indemnityCents: 4000 });
    expect(
      forbiddenPayments(ledger, 'c1').map(({ payment, cents: amount, annulableUntil, invoices: paid }) => [
        payment.id,
        amount,
        annulableUntil,
        paid.map(({ number }) => number),
      ]),
    ).toEqual([
      ['p2', 100_000, '2029-09-15', ['F1']],
      ['p3', 300_000, '2029-10-20', ['F1']],
    ]);
  });

  it('flag no payment of a client without procedure, nor for later claims', () => {
    const later = anInvoice('f8', { issuedOn: day('2026-10-01'), dueOn: day('2026-10-31') });
    const paid = {
      invoices: [later],
      payments: [aPayment('p1', '2026-11-02', 123_456)],
      allocations: [anAllocation('p1', 'f8', '2026-11-02', 123_456)],
    };
    expect(forbiddenPayments(ledgerOf(paid), 'c1')).toEqual([]);
    expect(forbiddenPayments(ledgerOf({ ...paid, clients: [aClient('c1')] }), 'c1')).toEqual([]);
  });

  it('declare the contested part too, and say how much it is', () => {
    const claim = claimOf(
      ledgerOf({
        invoices: invoices.slice(0, 1),
        disputes: [
          {
            id: 'd1',
            clientId: 'c1',
            invoiceId: 'f1',
            reason: 'quality',
            note: '',
            disputedCents: cents(80_000),
            openedOn: day('2026-08-20'),
          },
        ],
      }),
    );
    expect(claim.disputedCents).toBe(80_000);
    // 400 000 × 12,40 % × 45 / 365 = 61,15 and 80 000 the same way 12,23.
    expect(amounts(claim)).toEqual([['F1', 'due', 480_000, 7338, 4000]]);
  });

  it('take credit notes off, those of an invoice and those of none', () => {
    const creditNote = (id: string, amount: number) =>
      anInvoice(id, { kind: 'credit-note', issuedOn: day('2026-08-05'), totalCents: cents(amount) });
    const ledger = ledgerOf({
      invoices: [...invoices.slice(0, 1), creditNote('a1', 80_000), creditNote('a2', 12_000)],
      allocations: [
        {
          id: 'x1',
          source: { kind: 'credit-note', creditNoteId: 'a1' },
          invoiceId: 'f1',
          cents: cents(80_000),
          effectiveOn: day('2026-08-05'),
        },
      ],
    });
    const claim = claimOf(ledger);
    expect(claim.lines[0]).toMatchObject({ creditedCents: 80_000, principalCents: 400_000 });
    expect(claim.creditsCents).toBe(12_000);
    // 4 000 × 12,40 % × 45 / 365 = 61,15.
    expect(claim.due.totalCents).toBe(400_000 + 6115 + 4000 - 12_000);
    expect(supportingDocuments(ledger, claim)).toEqual([
      'Facture F1 du 01/07/2026',
      'Avoir A1 du 05/08/2026',
      'Avoir A2 du 05/08/2026',
      'Décompte des intérêts arrêté au 14/09/2026',
    ]);
  });

  it('name what cannot be computed instead of guessing it', () => {
    const { dueOn: _none, ...undated } = anInvoice('f7', { issuedOn: day('2026-07-01') });
    const claim = claimOf(ledgerOf({ invoices: [undated] }));
    expect(claim.lines).toEqual([]);
    expect(claim.problems.map(({ invoice }) => invoice.number)).toEqual(['F7']);
  });

  it('need a client and a procedure', () => {
    expect(insolvencyClaim(ledgerOf(), 'gone', today)).toEqual({ ok: false, error: { kind: 'no-client' } });
    expect(insolvencyClaim(ledgerOf({ clients: [aClient('c1')] }), 'c1', today)).toEqual({
      ok: false,
      error: { kind: 'no-procedure' },
    });
  });
});

describe('the method of interest', () => {
  it('is said in words, with articles, formula, days and rates', () => {
    expect(interestMethod(claimOf(ledgerOf()))).toBe(
      'Intérêts de retard (C. com. L441-10\u00A0II)\u00A0: principal TTC × taux annuel × nombre de jours ÷ 365, du lendemain de l’échéance au 14/09/2026, veille du jugement, qui arrête le cours des intérêts (C.\u00A0com. L622-28). Taux appliqués\u00A0: 12,40\u00A0% du 01/08/2026 au 14/09/2026.',
    );
  });

  it('names each semester once, whatever the number of invoices', () => {
    const early = anInvoice('f0', { issuedOn: day('2026-05-01'), dueOn: day('2026-05-31') });
    expect(interestMethod(claimOf(ledgerOf({ invoices: [early, ...invoices] })))).toContain(
      'Taux appliqués\u00A0: 12,15\u00A0% du 01/06/2026 au 30/06/2026, 12,40\u00A0% du 01/07/2026 au 14/09/2026.',
    );
  });

  it('says that none is claimed', () => {
    expect(interestMethod(claimOf(ledgerOf({ invoices: invoices.slice(3) })))).toContain(
      'Aucun intérêt de retard n’est réclamé au 14/09/2026',
    );
  });
});

describe('what leaves the screen', () => {
  const ledger = ledgerOf({
    reminders: [],
    plans: [
      {
        id: 'pl',
        clientId: 'c1',
        invoiceIds: ['f1'],
        agreedOn: day('2026-08-12'),
        instalments: [{ dueOn: day('2026-09-30'), cents: cents(480_000) }],
      },
    ],
  });

  it('is a text with all that a declaration needs', () => {
    expect(insolvencyClaimText(ledger, claimOf(ledger)).split('\n')).toEqual([
      'ÉLÉMENTS CHIFFRÉS DE LA DÉCLARATION DE CRÉANCE',
      '',
      'Créancier\u00A0: Atelier Dupré SARL',
      'Débiteur\u00A0: Dupont SARL, SIREN\u00A0732\u00A0829\u00A0320',
      'Procédure\u00A0: Redressement judiciaire',
      'Jugement d’ouverture\u00A0: 15/09/2026',
      'Publication au BODACC\u00A0: 24/09/2026',
      'Tribunal\u00A0: TC de Lyon, RG 2026/1234',
      'Mandataire judiciaire\u00A0: Me Lenoir, 3 rue du Palais, 69003 Lyon',
      '',
      'Échu au jugement du 15/09/2026\u00A0: 5\u202F953,38\u00A0€ (principal 5\u202F800,00\u00A0€, intérêts 73,38\u00A0€, indemnités 80,00\u00A0€)',
      '',
      '- Facture F1 du 01/07/2026, échéance 31/07/2026\u202F; montant 4\u202F800,00\u00A0€\u202F; principal 4\u202F800,00\u00A0€\u202F; intérêts 73,38\u00A0€\u202F; indemnité 40,00\u00A0€\u202F; total 4\u202F913,38\u00A0€',
      '- Facture F2 du 15/08/2026, échéance 14/09/2026\u202F; montant 1\u202F000,00\u00A0€\u202F; principal 1\u202F000,00\u00A0€\u202F; indemnité 40,00\u00A0€\u202F; total 1\u202F040,00\u00A0€',
      '',
      'À échoir\u00A0: 5\u202F000,00\u00A0€ (principal 5\u202F000,00\u00A0€)',
      '',
      '- Facture F3 du 16/08/2026, échéance 15/09/2026\u202F; montant 2\u202F000,00\u00A0€\u202F; principal 2\u202F000,00\u00A0€\u202F; total 2\u202F000,00\u00A0€',
      '- Facture F4 du 31/08/2026, échéance 30/10/2026\u202F; montant 3\u202F000,00\u00A0€\u202F; principal 3\u202F000,00\u00A0€\u202F; total 3\u202F000,00\u00A0€',
      '',
      'Total déclaré\u00A0: 10\u202F953,38\u00A0€',
      '',
      interestMethod(claimOf(ledger)),
      '',
      'Bordereau des pièces',
      '1. Facture F1 du 01/07/2026',
      '2. Facture F2 du 15/08/2026',
      '3. Facture F3 du 16/08/2026',
      '4. Facture F4 du 31/08/2026',
      '5. Échéancier accordé le 12/08/2026',
      '6. Décompte des intérêts arrêté au 14/09/2026',
      '',
    ]);
  });

  it('is a table whose last column adds up to the total', () => {
    const lines = csvOfTable(exportTable(insolvencyClaimSource(claimOf(ledger))))
      .trimEnd()
      .split('\r\n');
    expect(lines[1]).toBe('Échu;F1;01/07/2026;31/07/2026;4800,00;0,00;0,00;4800,00;0,00;73,38;40,00;4913,38');
    expect(lines).toHaveLength(5);
    const sum = lines
      .slice(1)
      .reduce((total, line) => total + Number((line.split(';').at(-1) ?? '').replace(',', '')), 0);
    expect(sum).toBe(claimOf(ledger).totalCents);
  });
});

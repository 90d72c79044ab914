import { describe, expect, it } from 'vitest';
import { caseStanding } from '../../../../shared/cases/case-standing.ts';
import { procedureAdvice } from '../../../../shared/cases/procedure-advice.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { CaseFacts, ProcedureKind } from '../../../../shared/ledger/legal-case.ts';
import { claimsClient, claimsDispute, claimsInvoice, claimsLedger } from '../claims/claims-ledger.ts';

const advise = (
  over: {
    client?: Partial<Client>;
    facts?: CaseFacts;
    cents?: number;
    today?: string;
    dueOn?: string;
    currency?: string;
  } = {},
) => {
  const client = claimsClient({ name: 'Durand SAS', ...over.client });
  const invoice = {
    ...claimsInvoice('F-1', over.cents ?? 120_000, over.dueOn ?? '2026-05-31'),
    ...(over.currency === undefined ? {} : { currency: over.currency }),
  };
  const standing = caseStanding(
    claimsLedger({ client, invoices: [invoice] }),
    { clientId: 'c1', invoiceIds: ['F-1'], facts: over.facts ?? {} },
    day(over.today ?? '2026-11-22'),
  );
  if (!standing) throw new Error('no standing');
  const advice = procedureAdvice(standing);
  const of = (kind: ProcedureKind) => {
    const found = advice.procedures.find((one) => one.kind === kind);
    if (!found) throw new Error(kind);
    return found;
  };
  const state = (kind: ProcedureKind, id: string) =>
    of(kind).conditions.find((condition) => condition.id === id)?.state;
  return { advice, of, state };
};

const merchants: CaseFacts = { creditorIsMerchant: true, debtorIsMerchant: true, isContested: false };

describe('the ways after the amicable phase', () => {
  it('suggests an order for payment for a claim that nobody contests', () => {
    const { advice, of } = advise({ facts: merchants });
    expect(advice.suggestion?.kind).toBe('order-for-payment');
    expect(of('order-for-payment').status).toBe('open');
    expect(of('uncontested-commercial-claim').status).toBe('open');
    // L125-1 excludes invoices between merchants since loi 2026-307.
    expect(of('small-claims').status).toBe('closed');
  });

  it('asks what it does not know', () => {
    const { of } = advise({ client: { name: 'Menuiserie Œuvre' }, facts: { creditorIsMerchant: true } });
    const condition = of('uncontested-commercial-claim').conditions.find(
      ({ id }) => id === 'between-merchants',
    );
    expect(condition).toMatchObject({ state: 'unknown', question: 'debtorIsMerchant' });
    expect(of('uncontested-commercial-claim').status).toBe('to-answer');
  });

  it('an answer of the user goes over the form', () => {
    const { state } = advise({ facts: { ...merchants, debtorIsMerchant: false } });
    expect(state('uncontested-commercial-claim', 'between-merchants')).toBe('not-met');
    expect(state('small-claims', 'not-between-merchants')).toBe('met');
  });

  it('counts principal and interest against the ceiling of small claims, to the cent', () => {
    const civil = { client: { regime: 'b2c' as const, name: 'Mme Petit' } };
    expect(advise({ ...civil, cents: 500_000 }).state('small-claims', 'small-amount')).toBe('met');
    expect(advise({ ...civil, cents: 500_001 }).state('small-claims', 'small-amount')).toBe('not-met');
    const withInterest = advise({ facts: { ...merchants, debtorIsMerchant: false }, cents: 500_000 });
    expect(withInterest.state('small-claims', 'small-amount')).toBe('not-met');
  });

  it('concludes nothing from a sum that is not known yet', () => {
    const unknown = advise({ facts: { ...merchants, debtorIsMerchant: false }, currency: 'CHF' });
    expect(unknown.advice.suggestion).toBeUndefined();
    expect(unknown.state('order-for-payment', 'determined-amount')).toBe('unknown');
    expect(unknown.of('order-for-payment').status).toBe('to-answer');
    expect(unknown.state('small-claims', 'small-amount')).toBe('unknown');
    expect(unknown.state('summons', 'prior-attempt')).toBe('unknown');
    expect(unknown.of('summons').costs.join(' ')).toContain('Avocat obligatoire au-dessus de');
  });

  it('names no court for a debtor abroad or a public body, and suggests no judge for them', () => {
    const address = { lines: ['Hauptstraße 12'], postcode: '79098', city: 'Freiburg', country: 'Allemagne' };
    const abroad = advise({ facts: merchants, client: { address } });
    expect(abroad.advice.suggestion).toBeUndefined();
    for (const kind of ['order-for-payment', 'uncontested-commercial-claim', 'summons'] as const) {
      expect(abroad.of(kind).court).toMatch(/^À déterminer avec un conseil.*étranger$/u);
      expect(abroad.state(kind, 'debtor-in-france')).toBe('unknown');
      expect(abroad.of(kind).status).toBe('to-answer');
    }
    const home = advise({ facts: merchants, client: { address: { ...address, country: 'France' } } });
    expect(home.of('summons').status).toBe('open');
    const commune = advise({ client: { regime: 'public' } });
    expect(commune.of('summons').court).toMatch(/organisme public dépend du contrat$/u);
    expect(commune.of('mediation').court).toContain('Médiateur des entreprises');
  });

  it('asks for a lawyer above the threshold only', () => {
    expect(advise({ facts: merchants, cents: 5_000_000 }).of('summons').costs.join(' ')).toContain(
      'Avocat obligatoire',
    );
    expect(advise({ facts: merchants }).of('summons').costs.join(' ')).toContain('Sans avocat obligatoire');
  });

  it('knows both regimes of the service of an order', () => {
    const before = advise({ facts: merchants, today: '2026-08-31' }).of('order-for-payment').delays[0];
    const since = advise({ facts: merchants, today: '2026-09-01' }).of('order-for-payment').delays[0];
    expect(before).toContain('dans les 6\u00A0mois');
    expect(since).toContain('dans les 3\u00A0mois');
  });

  it('opens L126 from the law on', () => {
    expect(
      advise({ facts: merchants, today: '2026-04-23', dueOn: '2026-02-01' }).state(
        'uncontested-commercial-claim',
        'in-force',
      ),
    ).toBe('not-met');
    expect(
      advise({ facts: merchants, today: '2026-04-24', dueOn: '2026-02-01' }).state(
        'uncontested-commercial-claim',
        'in-force',
      ),
    ).toBe('met');
  });

  it('sends a merchant of Alsace-Moselle before the commercial chamber', () => {
    const address = { lines: ['1 rue du Port'], postcode: '67000', city: 'Strasbourg' };
    expect(advise({ facts: merchants, client: { address } }).of('order-for-payment').court).toContain(
      'chambre commerciale du tribunal judiciaire',
    );
    const paris = { ...address, postcode: '75010', city: 'Paris' };
    expect(advise({ facts: merchants, client: { address: paris } }).of('order-for-payment').court).toContain(
      'tribunal de commerce',
    );
  });

  it('closes every action where a collective procedure is open', () => {
    const { advice, of } = advise({
      facts: merchants,
      client: { insolvency: { kind: 'liquidation', judgmentOn: day('2026-10-01') } },
    });
    expect(advice.suggestion?.kind).toBe('claim-declaration');
    expect(of('order-for-payment').status).toBe('closed');
    expect(of('claim-declaration').status).toBe('open');
  });

  it('sends a contested claim to the judge of the merits', () => {
    const { advice, of } = advise({ facts: { ...merchants, isContested: true } });
    expect(advice.suggestion?.kind).toBe('summons');
    expect(of('interim-payment').status).toBe('closed');
  });

  it('closes what is not due yet or barred', () => {
    expect(advise({ facts: merchants, dueOn: '2026-12-31' }).state('order-for-payment', 'due')).toBe(
      'not-met',
    );
    expect(advise({ facts: merchants, today: '2032-01-10' }).state('order-for-payment', 'not-barred')).toBe(
      'not-met',
    );
  });
});

describe('what the ledger knows before the user answers', () => {
  const ledger = {
    ...claimsLedger({
      client: claimsClient({ name: 'Durand SAS' }),
      invoices: [claimsInvoice('F-1', 120_000, '2026-05-31'), claimsInvoice('F-2', 90_000, '2026-05-31')],
      disputes: [
        claimsDispute('F-1', undefined),
        claimsDispute('F-2', undefined, '2026-10-01', '2026-10-20'),
      ],
    }),
    pieces: new Map([
      [
        'p1',
        {
          id: 'p1',
          clientId: 'c1',
          invoiceId: 'F-2',
          kind: 'contract' as const,
          title: 'Devis signé',
          addedOn: day('2026-11-01'),
          document: { hash: 'ab'.repeat(32), name: 'devis.pdf', mediaType: 'application/pdf' },
        },
      ],
    ]),
  };
  const factsOf = (invoiceId: string, facts: CaseFacts = {}) =>
    caseStanding(ledger, { clientId: 'c1', invoiceIds: [invoiceId], facts }, day('2026-11-22'))?.facts;

  it('an open dispute contests the claim, one that is closed does not, and an answer goes over both', () => {
    expect(factsOf('F-1')?.isContested).toBe(true);
    expect(factsOf('F-2')?.isContested).toBeUndefined();
    expect(factsOf('F-1', { isContested: false })?.isContested).toBe(false);
  });

  it('a contract among the pieces of the invoice is in writing', () => {
    expect(factsOf('F-2')?.hasWrittenContract).toBe(true);
    expect(factsOf('F-1')?.hasWrittenContract).toBeUndefined();
  });
});

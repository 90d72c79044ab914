import { describe, expect, it } from 'vitest';
import { type CaseStanding, caseStanding } from '../../../../shared/cases/case-standing.ts';
import { procedureAdvice } from '../../../../shared/cases/procedure-advice.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import type { CaseFacts, ProcedureKind } from '../../../../shared/ledger/legal-case.ts';
import { claimsClient, claimsInvoice, claimsLedger } from '../claims/claims-ledger.ts';

interface Scene {
  readonly client?: Partial<Client>;
  readonly facts?: CaseFacts;
  readonly cents?: number;
  readonly today?: string;
  readonly dueOn?: string;
}

const merchants: CaseFacts = { creditorIsMerchant: true, debtorIsMerchant: true, isContested: false };
const civil: CaseFacts = { ...merchants, debtorIsMerchant: false };

const standing = (scene: Scene): CaseStanding => {
  const found = caseStanding(
    claimsLedger({
      client: claimsClient({ name: 'Durand', ...scene.client }),
      invoices: [claimsInvoice('F-1', scene.cents ?? 120_000, scene.dueOn ?? '2026-05-31')],
    }),
    { clientId: 'c1', invoiceIds: ['F-1'], facts: scene.facts ?? merchants },
    day(scene.today ?? '2026-11-22'),
  );
  if (!found) throw new Error('no standing');
  return found;
};

const of = (scene: Scene, kind: ProcedureKind) => {
  const found = procedureAdvice(standing(scene)).procedures.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
const statuses = (scene: Scene) =>
  Object.fromEntries(procedureAdvice(standing(scene)).procedures.map(({ kind, status }) => [kind, status]));
const suggested = (scene: Scene) => procedureAdvice(standing(scene)).suggestion?.kind;
const state = (scene: Scene, kind: ProcedureKind, id: string) =>
  of(scene, kind).conditions.find((condition) => condition.id === id)?.state;

describe('which ways are open (law-and-formats.md 3.1)', () => {
  it('between merchants, uncontested', () => {
    expect(statuses({})).toEqual({
      'order-for-payment': 'open',
      'uncontested-commercial-claim': 'open',
      'small-claims': 'closed',
      'interim-payment': 'open',
      summons: 'open',
      mediation: 'open',
      'claim-declaration': 'closed',
    });
    expect(suggested({})).toBe('order-for-payment');
  });

  it('between merchants, contested: the judge of the merits, mediation beside', () => {
    const scene = { facts: { ...merchants, isContested: true } };
    expect(statuses(scene)).toMatchObject({
      'order-for-payment': 'open',
      'uncontested-commercial-claim': 'closed',
      'interim-payment': 'closed',
      summons: 'open',
      mediation: 'open',
    });
    expect(suggested(scene)).toBe('summons');
  });

  it('against a consumer: no L126 and no médiateur des entreprises', () => {
    const scene: Scene = { client: { regime: 'b2c' }, facts: { ...civil, amicableAttemptFailed: true } };
    expect(statuses(scene)).toEqual({
      'order-for-payment': 'open',
      'uncontested-commercial-claim': 'closed',
      'small-claims': 'open',
      'interim-payment': 'open',
      summons: 'open',
      mediation: 'closed',
      'claim-declaration': 'closed',
    });
    expect(suggested(scene)).toBe('order-for-payment');
  });

  it('against a public body: mediation, and nothing before a judge without counsel', () => {
    const scene: Scene = { client: { regime: 'public' }, facts: civil };
    for (const kind of ['order-for-payment', 'small-claims', 'interim-payment', 'summons'] as const)
      expect(of(scene, kind).status, kind).not.toBe('open');
    expect(of(scene, 'uncontested-commercial-claim').status).toBe('closed');
    expect(of(scene, 'mediation').status).toBe('open');
    expect(suggested(scene)).toBe('mediation');
    expect(suggested({ ...scene, facts: { ...civil, isContested: true } })).toBe('mediation');
  });

  it('in a collective procedure: the declaration and nothing else, whatever was answered', () => {
    const scene: Scene = { client: { insolvency: { kind: 'safeguard', judgmentOn: day('2026-10-01') } } };
    const { 'claim-declaration': declaration, ...others } = statuses(scene);
    expect(declaration).toBe('open');
    expect([...new Set(Object.values(others))]).toEqual(['closed']);
    expect(suggested(scene)).toBe('claim-declaration');
    expect(suggested({ ...scene, facts: { ...merchants, isContested: true } })).toBe('claim-declaration');
  });

  it('without answers: what has to be known first', () => {
    const scene: Scene = { facts: {} };
    expect(of(scene, 'order-for-payment').status).toBe('open');
    expect(of(scene, 'uncontested-commercial-claim').status).toBe('to-answer');
    expect(of(scene, 'interim-payment').status).toBe('to-answer');
  });
});

describe('the conditions one by one', () => {
  it('a claim is due from the day after its due date', () => {
    const on = (today: string) => state({ today, dueOn: '2026-11-20' }, 'order-for-payment', 'due');
    expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-21')]).toEqual(['not-met', 'not-met', 'met']);
  });

  it('a claim is barred from the day after its last day', () => {
    const { figures } = standing({});
    const last = figures.limitation?.lastDay ?? '';
    expect(last).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(state({ today: last }, 'order-for-payment', 'not-barred')).toBe('met');
    const after = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(state({ today: after }, 'order-for-payment', 'not-barred')).toBe('not-met');
    expect(of({ today: after }, 'order-for-payment').status).toBe('closed');
  });

  it('a summons before the judicial court up to 5 000 € needs an amicable attempt that failed', () => {
    const below: Scene = { facts: civil, cents: 120_000 };
    expect(state(below, 'summons', 'prior-attempt')).toBe('unknown');
    expect(of(below, 'summons').status).toBe('to-answer');
    const tried = (amicableAttemptFailed: boolean) =>
      state({ ...below, facts: { ...civil, amicableAttemptFailed } }, 'summons', 'prior-attempt');
    expect([tried(true), tried(false)]).toEqual(['met', 'not-met']);
    // A consumer owes no interest here: the ceiling is met to the cent.
    const consumer = (cents: number) =>
      state({ client: { regime: 'b2c' }, facts: civil, cents }, 'summons', 'prior-attempt');
    expect([consumer(500_000), consumer(500_001)]).toEqual(['unknown', 'met']);
    expect(state({ cents: 120_000 }, 'summons', 'prior-attempt')).toBe('met');
  });

  it('small claims go up to 5 000 € of principal and interest together, L126 from its law on', () => {
    const small = (cents: number, regime: 'b2b' | 'b2c') =>
      state({ client: { regime }, facts: civil, cents }, 'small-claims', 'small-amount');
    expect([small(500_000, 'b2c'), small(500_001, 'b2c')]).toEqual(['met', 'not-met']);
    expect(small(500_000, 'b2b')).toBe('not-met');
    const inForce = (today: string) =>
      state({ today, dueOn: '2026-02-01' }, 'uncontested-commercial-claim', 'in-force');
    expect([inForce('2026-04-23'), inForce('2026-04-24')]).toEqual(['not-met', 'met']);
  });

  it('a lawyer is needed above 10 000 € of principal and interest, not at it', () => {
    const costs = (cents: number) =>
      of({ client: { regime: 'b2c' }, facts: civil, cents }, 'summons').costs.join(' ');
    expect(costs(1_000_000)).toContain('Sans avocat obligatoire jusqu’à 10');
    expect(costs(1_000_001)).toContain('Avocat obligatoire');
  });

  it('the registry of a commercial court is paid in advance, a judicial one never', () => {
    expect(of({}, 'order-for-payment').costs.join(' ')).toContain('à consigner dans les 15\u00A0jours');
    expect(of({ facts: civil }, 'order-for-payment').costs.join(' ')).toContain('pas de frais de greffe');
  });

  it('an amount is determined where something is owed', () => {
    expect(state({}, 'order-for-payment', 'determined-amount')).toBe('met');
    expect(state({ cents: 0 }, 'order-for-payment', 'determined-amount')).toBe('not-met');
  });

  it('an answer of the user goes over the form, which goes over nothing', () => {
    const asSas = { client: { name: 'Durand SAS' }, facts: { creditorIsMerchant: true } };
    expect(standing(asSas).bothMerchants).toBe(true);
    expect(standing({ ...asSas, facts: civil }).bothMerchants).toBe(false);
    expect(standing({ ...asSas, client: { name: 'SCI Durand' } }).bothMerchants).toBe(false);
    expect(standing({ ...asSas, client: { name: 'Durand' } }).bothMerchants).toBeUndefined();
    expect(standing({ ...asSas, client: { name: 'Durand SAS', regime: 'b2c' } }).bothMerchants).toBe(false);
  });
});

describe('the time limits that are told', () => {
  it('are those of the table of law, each with its article', () => {
    const delays = (kind: ProcedureKind) => of({}, kind).delays.join(' ').replace(/\s/gu, ' ');
    expect(delays('order-for-payment')).toMatch(
      /dans les 3 mois .*CPC art\. 1411.*1 mois à compter de la signification \(CPC art\. 1416\).*1 mois.*2 mois après la signification \(CPC art\. 1422, décret 2026-96\)/u,
    );
    expect(delays('uncontested-commercial-claim')).toMatch(
      /1 mois pour payer ou contester.*8 jours après ce mois \(CPCEx art\. L126-3\).*6 mois \(CPCEx art\. L126-4\)/u,
    );
    expect(delays('small-claims')).toMatch(/1 mois pour accepter ; son silence vaut refus/u);
    expect(delays('claim-declaration')).toMatch(
      /2 mois de la publication au BODACC \(C\. com\. art\. R622-24\) ; la date d’envoi compte/u,
    );
    expect(delays('mediation')).toContain('C. civ. art. 2238');
  });
});

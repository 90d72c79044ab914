import { describe, expect, it } from 'vitest';
import { claimStatement, type StatementWish } from '../../../../shared/claims/claim-statement.ts';
import type { ClaimStatement, InvoiceStatement } from '../../../../shared/claims/statement-contract.ts';
import type { Instant } from '../../../../shared/dates/clock.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../shared/money/cents.ts';
import {
  claimsClient,
  claimsDispute,
  claimsInvoice,
  claimsLedger,
  claimsPayment,
  creditedBy,
  paidBy,
  postedNotice,
} from './claims-ledger.ts';

const asOf = day('2026-11-22');

const statementOf = (ledger: Ledger, over: Partial<StatementWish> = {}): ClaimStatement => {
  const result = claimStatement(ledger, { clientId: 'c1', asOf, ...over });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const only = (statement: ClaimStatement): InvoiceStatement => {
  const [first] = statement.invoices;
  if (!first) throw new Error('no invoice');
  return first;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** kind, day or period, cents. */
const brief = ({ rows }: InvoiceStatement) =>
  rows.map((row) => [row.kind, row.kind === 'interest' ? `${row.from}..${row.to}` : row.on, row.cents]);

const decision = (claimed: boolean) => ({
  claimed,
  reason: 'Geste commercial',
  decidedAt: '2026-11-20T08:00:00.000Z' as Instant,
});

describe('claimStatement', () => {
  it('is the grouped claim of worked example I9, the credit note on its own line', () => {
    const ledger = claimsLedger({
      invoices: [
        claimsInvoice('FA1', 189_000, '2026-08-31'),
        claimsInvoice('FA2', 45_630, '2026-09-30'),
        claimsInvoice('FA3', 1, '2026-09-30'),
        claimsInvoice('AV1', 12_000, undefined, { kind: 'credit-note', issuedOn: day('2026-10-15') }),
      ],
    });
    const statement = statementOf(ledger);
    expect(statement.invoices.map(({ invoice }) => invoice.number)).toEqual(['FA1', 'FA2']);
    expect(statement.totals).toMatchObject({
      principalCents: 234_630,
      interestCents: 6151,
      indemnityCents: 8000,
      creditsCents: 12_000,
      totalCents: 236_781,
    });
    expect(statement.credits).toEqual([
      { kind: 'credit-note', number: 'AV1', on: '2026-10-15', cents: 12_000 },
    ]);
  });

  it('is the other claim of I9 where the credit note was set against the invoice', () => {
    const ledger = claimsLedger({
      invoices: [
        claimsInvoice('FA1', 189_000, '2026-08-31'),
        claimsInvoice('FA2', 45_630, '2026-09-30'),
        claimsInvoice('AV1', 12_000, undefined, { kind: 'credit-note' }),
      ],
      allocations: [creditedBy('AV1', 'FA1', 12_000, '2026-10-15')],
    });
    const statement = statementOf(ledger);
    expect(statement.totals).toMatchObject({ totalCents: 236_443, creditsCents: 0 });
    expect(brief(only(statement))).toEqual([
      ['principal', '2026-08-31', 189_000],
      ['credit-note', '2026-10-15', -12_000],
      ['interest', '2026-09-01..2026-11-22', 4991],
      ['indemnity', '2026-09-01', 4000],
    ]);
  });

  it('takes a later gesture off from its own date only', () => {
    const ledger = claimsLedger({
      invoices: [
        claimsInvoice('FA1', 189_000, '2026-08-31'),
        claimsInvoice('AV1', 12_000, undefined, { kind: 'credit-note', creditEffect: 'from-its-date' }),
      ],
      allocations: [creditedBy('AV1', 'FA1', 12_000, '2026-10-15')],
    });
    expect(brief(only(statementOf(ledger)))).toEqual([
      ['principal', '2026-08-31', 189_000],
      ['interest', '2026-09-01..2026-10-15', 2889],
      ['credit-note', '2026-10-15', -12_000],
      ['interest', '2026-10-16..2026-11-22', 2285],
      ['indemnity', '2026-09-01', 4000],
    ]);
  });

  const partPaid = {
    invoices: [claimsInvoice('FA1', 1_000_000, '2026-04-30')],
    payments: [claimsPayment('p1', '2026-07-01', 400_000)],
  };

  it('tells what a part payment settled, and adds up to worked example I5', () => {
    const ledger = claimsLedger({
      ...partPaid,
      allocations: [paidBy('p1', 'FA1', 400_000, '2026-07-01')],
    });
    const statement = only(statementOf(ledger, { asOf: day('2026-09-03') }));
    expect(brief(statement)).toEqual([
      ['principal', '2026-04-30', 1_000_000],
      ['interest', '2026-05-01..2026-06-30', 20_305],
      ['interest', '2026-07-01..2026-07-01', 340],
      ['payment', '2026-07-01', -400_000],
      ['interest', '2026-07-02..2026-09-03', 13_494],
      ['indemnity', '2026-05-01', 4000],
    ]);
    expect(statement.rows[3]).toMatchObject({
      toInterestCents: 20_645,
      toPrincipalCents: 379_355,
      reference: 'VIR p1',
      basis: { article: 'C. civ. 1343-1' },
    });
    expect(statement).toMatchObject({
      principalCents: 600_000,
      interestCents: 34_139,
      totalCents: 638_139,
      daysLate: 126,
    });
  });

  it('counts money that nobody allocated on the oldest debt, on the day it came (C. civ. 1342-10)', () => {
    const ledger = claimsLedger({
      ...partPaid,
      invoices: [...partPaid.invoices, claimsInvoice('FA2', 500_000, '2026-06-30')],
    });
    const statement = statementOf(ledger, { asOf: day('2026-09-03') });
    expect(only(statement)).toMatchObject({ totalCents: 638_139, principalCents: 600_000 });
    expect(only(statement).rows[3]).toMatchObject({ kind: 'payment', isAllocated: false });
    expect(statement.credits).toEqual([]);
  });

  it('cites the article of each line by the regime of the debtor', () => {
    const articles = (
      over: Parameters<typeof claimsClient>[0],
      reminders = [] as ReturnType<typeof postedNotice>[],
    ) =>
      only(
        statementOf(
          claimsLedger({
            client: claimsClient(over),
            invoices: [claimsInvoice('FA1', 125_000, '2026-08-31')],
            reminders,
          }),
        ),
      ).rows.map(({ basis }) => basis.article);
    expect(articles({})).toEqual(['C. com. L441-10\u00A0I', 'C. com. L441-10\u00A0II', 'C. com. D441-5']);
    expect(articles({ regime: 'public' })).toEqual(['CCP R2192-10', 'CCP R2192-31', 'CCP D2192-35']);
    const notice = postedNotice(['FA1'], day('2026-09-01'), day('2026-09-03'));
    expect(articles({ regime: 'b2c' }, [notice])).toEqual([
      'C. civ. 1103',
      'C. civ. 1231-6\u00A0; CMF L313-2',
    ]);
    expect(articles({ rate: { kind: 'legal-multiple', times: 3 } })[1]).toBe(
      'Contrat\u00A0; C. com. L441-10\u00A0II',
    );
    expect(articles({ capitalisesInterest: true })[1]).not.toContain('1343-2');
  });

  it('says how the rate of a line is made', () => {
    const ledger = claimsLedger({ invoices: [claimsInvoice('FA1', 480_000, '2026-07-31')] });
    expect(only(statementOf(ledger)).rows[1]?.basis.rule).toBe(
      'Taux de refinancement de la BCE au premier jour du 2ᵉ semestre 2026 (2,40\u00A0%) majoré de 10\u00A0points.',
    );
  });

  it('names the capitalised base of the second year', () => {
    const ledger = claimsLedger({
      client: claimsClient({ capitalisesInterest: true }),
      invoices: [claimsInvoice('FA1', 1_000_000, '2025-06-30', { issuedOn: day('2025-05-31') })],
    });
    const interest = only(statementOf(ledger)).rows.filter(({ kind }) => kind === 'interest');
    expect(interest.map((row) => row.cents)).toEqual([121_500, 55_245]);
    expect(interest.map((row) => row.basis.article.includes('1343-2'))).toEqual([false, true]);
  });

  it('runs against a consumer from the presentation of the notice that named the invoice (I8)', () => {
    const consumer = claimsClient({ regime: 'b2c' });
    const invoices = [
      claimsInvoice('FA1', 125_000, '2026-08-31'),
      claimsInvoice('FA2', 100_000, '2026-08-31'),
    ];
    const posted = (presentedOn?: string) =>
      statementOf(
        claimsLedger({
          client: consumer,
          invoices,
          reminders: [postedNotice(['FA1'], day('2026-09-01'), presentedOn ? day(presentedOn) : undefined)],
        }),
      ).invoices;
    expect(posted('2026-09-03').map(({ interestCents }) => interestCents)).toEqual([753, 0]);
    const unknown = posted();
    expect(unknown.map(({ interestCents, indemnityCents }) => [interestCents, indemnityCents])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(unknown[0]?.warnings[0]).toContain('mise en demeure');
    expect(unknown[0]?.indemnity).toMatchObject({ claimed: false, decidedBy: 'law' });
  });

  it('leaves the contested part out and computes its interest apart', () => {
    const ledger = claimsLedger({
      invoices: [claimsInvoice('FA1', 189_000, '2026-08-31')],
      disputes: [claimsDispute('FA1', 12_000)],
    });
    const statement = only(statementOf(ledger));
    expect(brief(statement)).toEqual([
      ['principal', '2026-08-31', 189_000],
      ['disputed', '2026-11-22', -12_000],
      ['interest', '2026-09-01..2026-11-22', 4991],
      ['indemnity', '2026-09-01', 4000],
    ]);
    expect(statement).toMatchObject({ disputedCents: 12_000, disputedInterestCents: 338 });
    expect(only(statementOf(ledger, { asOf: day('2026-09-20') })).disputedCents).toBe(0);
  });

  it('claims again what was resolved in favour of the creditor, from the due date', () => {
    const ledger = claimsLedger({
      invoices: [claimsInvoice('FA1', 189_000, '2026-08-31')],
      disputes: [claimsDispute('FA1', 12_000, '2026-10-01', '2026-11-01')],
    });
    expect(only(statementOf(ledger))).toMatchObject({ interestCents: 5329, disputedCents: 0 });
  });

  it('follows the decision on the invoice, else on the client, else in the settings', () => {
    const ledger = (client: Parameters<typeof claimsClient>[0], invoice = {}) =>
      only(
        statementOf(
          claimsLedger({
            client: claimsClient(client),
            invoices: [claimsInvoice('FA1', 189_000, '2026-08-31', invoice)],
          }),
        ),
      );
    const waived = ledger({ chargeDecisions: { penalties: decision(false) } });
    expect(waived).toMatchObject({
      interestCents: 0,
      waivedInterestCents: 5329,
      indemnityCents: 4000,
      totalCents: 193_000,
      penalties: { claimed: false, decidedBy: 'client', reason: 'Geste commercial' },
    });
    expect(
      ledger(
        { chargeDecisions: { penalties: decision(false) } },
        { chargeDecisions: { penalties: decision(true), indemnity: decision(false) } },
      ),
    ).toMatchObject({
      interestCents: 5329,
      indemnityCents: 0,
      waivedIndemnityCents: 4000,
      penalties: { claimed: true, decidedBy: 'invoice' },
    });
  });

  it('says that a public buyer still owes the interest that was waived', () => {
    const ledger = claimsLedger({
      client: claimsClient({ regime: 'public', chargeDecisions: { penalties: decision(false) } }),
      invoices: [claimsInvoice('FA1', 189_000, '2026-08-31')],
    });
    expect(only(statementOf(ledger)).warnings.join()).toContain('L2192-14');
  });

  it('claims interest and 40 € of an invoice that was paid late, where that is asked for', () => {
    const ledger = claimsLedger({
      invoices: [
        claimsInvoice('FA1', 1_000_000, '2026-09-30'),
        claimsInvoice('FA2', 1_000_000, '2026-09-30'),
      ],
      payments: [claimsPayment('p1', '2026-10-01', 1_000_000), claimsPayment('p2', '2026-09-30', 1_000_000)],
      allocations: [
        paidBy('p1', 'FA1', 1_000_000, '2026-10-01'),
        paidBy('p2', 'FA2', 1_000_000, '2026-09-30'),
      ],
    });
    expect(statementOf(ledger).invoices).toEqual([]);
    const late = statementOf(ledger, { includesSettled: true });
    expect(late.invoices.map(({ invoice }) => invoice.number)).toEqual(['FA1']);
    expect(only(late)).toMatchObject({ principalCents: 0, interestCents: 340, indemnityCents: 4000 });
  });

  it('stops at the judgment for what was born before it, and not for later work', () => {
    const ledger = claimsLedger({
      client: claimsClient({ insolvency: { kind: 'liquidation', judgmentOn: day('2026-10-31') } }),
      invoices: [
        claimsInvoice('FA1', 1_000_000, '2026-09-30'),
        claimsInvoice('FA2', 1_000_000, '2026-11-20', { issuedOn: day('2026-11-05') }),
      ],
    });
    const [earlier, later] = statementOf(ledger).invoices;
    expect(earlier).toMatchObject({ interestCents: 10_192, indemnityCents: 4000, dailyInterestCents: 0 });
    expect(earlier?.warnings.join()).toContain('L622-28');
    expect(later).toMatchObject({ interestCents: 679, indemnityCents: 4000 });
  });

  it('gives no 40 € for what fell due after the judgment', () => {
    const ledger = claimsLedger({
      client: claimsClient({ insolvency: { kind: 'reorganisation', judgmentOn: day('2026-10-01') } }),
      invoices: [claimsInvoice('FA1', 1_000_000, '2026-10-15')],
    });
    expect(only(statementOf(ledger))).toMatchObject({ interestCents: 0, indemnityCents: 0 });
  });

  it('names what cannot be computed and counts it nowhere', () => {
    const ledger = claimsLedger({
      invoices: [
        claimsInvoice('FA1', 189_000, '2026-08-31'),
        claimsInvoice('FA2', 1000, undefined),
        claimsInvoice('FA3', 1000, '2026-08-31', { currency: 'CHF' }),
      ],
    });
    const statement = statementOf(ledger);
    expect(statement.problems.map(({ invoice, message }) => [invoice.number, message.slice(0, 30)])).toEqual([
      ['FA2', 'La facture FA2 n’a pas d’échéa'],
      ['FA3', 'La facture FA3 est en CHF\u00A0: se'],
    ]);
    expect(statement.totals.totalCents).toBe(189_000 + 5329 + 4000);
    const future = statementOf(ledger, { asOf: day('2027-01-10') });
    expect(future.problems.map(({ message }) => message).join()).toContain('1ᵉʳ semestre 2027');
    expect(future.invoices).toEqual([]);
  });

  it('counts with a semester that the user added', () => {
    const ledger = claimsLedger({
      invoices: [claimsInvoice('FA1', 1_000_000, '2026-09-30')],
      settings: [
        {
          id: 'legal-rates',
          semesters: [
            {
              semester: '2027-S1' as never,
              refiBasisPoints: 265,
              legalBusinessBasisPoints: 290,
              source: 'BCE',
              checkedOn: '2027-01-02',
            },
          ],
        },
      ],
    });
    expect(only(statementOf(ledger, { asOf: day('2027-01-10') })).interestCents).toBe(31_255 + 3466);
  });

  it('sees only what was paid, credited and owed by its day', () => {
    const ledger = claimsLedger({
      ...partPaid,
      allocations: [paidBy('p1', 'FA1', 400_000, '2026-07-01')],
    });
    expect(only(statementOf(ledger, { asOf: day('2026-06-30') }))).toMatchObject({
      principalCents: 1_000_000,
      interestCents: 20_305,
    });
  });

  it('takes invoices that are asked for by name, due or not', () => {
    const ledger = claimsLedger({ invoices: [claimsInvoice('FA1', 189_000, '2026-12-31')] });
    expect(statementOf(ledger).invoices).toEqual([]);
    expect(only(statementOf(ledger, { invoiceIds: ['FA1'] }))).toMatchObject({
      daysLate: 0,
      totalCents: 189_000,
      indemnityCents: 0,
    });
  });

  it('shows what the client is ahead', () => {
    const ledger = claimsLedger({
      invoices: [claimsInvoice('FA1', 10_000, '2026-08-31')],
      payments: [claimsPayment('p1', '2026-08-15', 15_000)],
    });
    const statement = statementOf(ledger);
    expect(statement.credits).toEqual([{ kind: 'payment', number: 'VIR p1', on: '2026-08-15', cents: 5000 }]);
  });

  it('claims no 40 € below the amount the user set', () => {
    const invoices = [claimsInvoice('FA1', 4000, '2026-08-31')];
    const reminders = {
      id: 'reminders',
      calendar: 'metropole',
      minimumGapDays: 7,
      toleranceCents: cents(100),
      recallSeconds: 15,
      claimPenalties: true,
      claimIndemnity: true,
      indemnityMinimumCents: cents(5000),
      defaultTermDays: 30,
      notifyAtHour: 9,
    } as const;
    expect(only(statementOf(claimsLedger({ invoices }))).indemnityCents).toBe(4000);
    expect(only(statementOf(claimsLedger({ invoices, settings: [reminders] }))).indemnityCents).toBe(0);
  });

  it('adds up: rows to invoices, invoices and credits to the total', () => {
    const ledger = claimsLedger({
      ...partPaid,
      invoices: [
        ...partPaid.invoices,
        claimsInvoice('FA2', 500_000, '2026-06-30'),
        claimsInvoice('AV1', 12_000, undefined, { kind: 'credit-note' }),
      ],
      disputes: [claimsDispute('FA2', 100_000)],
    });
    const statement = statementOf(ledger);
    for (const one of statement.invoices) {
      expect(sum(one.rows.map((row) => row.cents))).toBe(one.totalCents);
      expect(one.principalCents + one.interestCents + one.indemnityCents).toBe(one.totalCents);
    }
    expect(sum(statement.invoices.map((one) => one.totalCents)) - statement.totals.creditsCents).toBe(
      statement.totals.totalCents,
    );
  });
});

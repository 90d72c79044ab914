import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { type ClientRisk, clientRisk } from '../../../../shared/insight/client-risk.ts';
import { formulaInNumbers } from '../../../../shared/insight/formula.ts';
import { plainNumber } from '../../../../shared/insight/quantity.ts';
import type { PaymentPromise } from '../../../../shared/ledger/agreement.ts';
import type { Contact } from '../../../../shared/ledger/client.ts';
import type { Invoice } from '../../../../shared/ledger/invoice.ts';
import { at, client, invoice, paid } from './few-rows.ts';
import { recomputed } from './recomputed.ts';
import { emailTo } from './reminder-rows.ts';

const today = day('2026-11-23');

const promise = (id: string, on: string, madeOn: string, of: Invoice): PaymentPromise => ({
  id,
  clientId: of.clientId,
  invoiceIds: [of.id],
  promisedOn: day(on),
  recordedAt: at(madeOn),
});

const withPayments = (receipts: readonly ReturnType<typeof paid>[]) => ({
  payments: receipts.map(({ payment }) => payment),
  allocations: receipts.map(({ allocation }) => allocation),
});

type Rated = Extract<ClientRisk, { readonly kind: 'rated' }>;

const rated = (risk: ClientRisk): Rated => {
  if (risk.kind === 'unrated') throw new Error(risk.reason);
  return risk;
};

const pointsOf = ({ parts }: Rated): readonly number[] => parts.map(({ points }) => points);

/** 16 days late until August, 20 since: 18 on average, 4 worse. */
const spring = invoice('F-1', 'a', '2026-04-30', 5_000_000);
const april = invoice('F-2', 'a', '2026-04-30', 5_000_000);
const autumn = invoice('F-3', 'a', '2026-10-15', 10_000_000);
const overdue = invoice('F-4', 'a', '2026-11-01', 3_000_000);
const current = invoice('F-5', 'a', '2026-12-15', 7_000_000);
const receipts = [paid(spring, '2026-05-16'), paid(april, '2026-05-16'), paid(autumn, '2026-11-04')];
const rows = {
  clients: [client('a')],
  invoices: [spring, april, autumn, overdue, current],
  ...withPayments(receipts),
  promises: [
    promise('P-1', '2026-05-15', '2026-05-11', spring),
    promise('P-2', '2026-11-04', '2026-10-30', autumn),
    promise('P-3', '2026-11-16', '2026-11-10', overdue),
  ],
};

describe('the risk of a client', () => {
  it('is that of the worked example (9.7), from rows', () => {
    const risk = rated(clientRisk(ledgerOfRows(rows), 'a', today));
    expect(risk).toMatchObject({ score: 71.5, class: 'B' });
    const points = pointsOf(risk);
    expect(points[0]).toBeCloseTo(12, 10);
    expect(points[2]).toBeCloseTo(5, 10);
    expect([points[1], points[3], points[4]]).toEqual([7.5, 4, 0]);
    expect(formulaInNumbers(risk.formula)).toBe('100 − (12 + 7,5 + 5 + 4 + 0) = 71,5\u00A0points');
  });

  it('shows each cause with numbers that give its points', () => {
    const { parts } = rated(clientRisk(ledgerOfRows(rows), 'a', today));
    const formulas = parts.map(({ explanation }) => explanation);
    expect(formulas.map((one) => (typeof one === 'string' ? one : formulaInNumbers(one)))).toEqual([
      '40 × 18\u00A0jours ÷ 60 = 12\u00A0points',
      '25 × 30\u202F000,00\u00A0€ ÷ 100\u202F000,00\u00A0€ = 7,5\u00A0points',
      '15 × (1 − 2 ÷ 3) = 5\u00A0points',
      '20\u00A0jours − 16\u00A0jours = 4\u00A0points',
      'Ni adresse e-mail refusée, ni facture en retard de plus de 90\u00A0jours.',
    ]);
    for (const part of parts)
      if (typeof part.explanation !== 'string')
        expect(plainNumber(part.explanation.limited ?? part.explanation.result)).toBeCloseTo(part.points, 10);
    for (const one of formulas)
      if (typeof one !== 'string') expect(recomputed(one)).toBeCloseTo(plainNumber(one.result), 10);
  });

  it('is 100 for a client who always paid on time', () => {
    const early = [spring, april, autumn].map((row) => paid(row, row.dueOn ?? ''));
    const ledger = ledgerOfRows({
      ...rows,
      invoices: [spring, april, autumn],
      promises: [],
      ...withPayments(early),
    });
    expect(rated(clientRisk(ledger, 'a', today))).toMatchObject({ score: 100, class: 'A' });
  });

  it('is 0 at worst: every cause at its bound', () => {
    const late = [
      paid(invoice('F-1', 'a', '2026-04-30', 2_000_000), '2026-07-09'),
      paid(invoice('F-2', 'a', '2026-04-30', 2_000_000), '2026-07-09'),
      paid(invoice('F-3', 'a', '2026-08-15', 2_000_000), '2026-11-08'),
    ];
    const old = invoice('F-6', 'a', '2026-08-24', 100_000);
    const ledger = ledgerOfRows({
      clients: [client('a')],
      invoices: [
        invoice('F-1', 'a', '2026-04-30', 2_000_000),
        invoice('F-2', 'a', '2026-04-30', 2_000_000),
        invoice('F-3', 'a', '2026-08-15', 2_000_000),
        old,
      ],
      ...withPayments(late),
      promises: [promise('P-1', '2026-11-12', '2026-11-02', old)],
    });
    const risk = rated(clientRisk(ledger, 'a', today));
    expect(pointsOf(risk)).toEqual([40, 25, 15, 10, 10]);
    expect(risk).toMatchObject({ score: 0, class: 'E' });
    expect(
      risk.parts.map(({ explanation }) =>
        typeof explanation === 'string' ? explanation : formulaInNumbers(explanation),
      ),
    ).toEqual([
      '40 × 75\u00A0jours ÷ 60 = 50\u00A0points, ramené à 40\u00A0points',
      '25 × 1\u202F000,00\u00A0€ ÷ 1\u202F000,00\u00A0€ = 25\u00A0points',
      '15 × (1 − 0 ÷ 1) = 15\u00A0points',
      '85\u00A0jours − 70\u00A0jours = 15\u00A0points, ramené à 10\u00A0points',
      '10\u00A0points d’office\u00A0: facture F-6 en retard de 91\u00A0jours.',
    ]);
  });

  it.each([
    [0, 'Il faut 3\u00A0factures payées\u00A0: il n’y en a pas encore.'],
    [1, 'Il faut 3\u00A0factures payées\u00A0: il y en a une.'],
    [2, 'Il faut 3\u00A0factures payées\u00A0: il y en a 2.'],
  ])('is « Non noté » with %d paid invoices', (count, reason) => {
    const ledger = ledgerOfRows({ ...rows, ...withPayments(receipts.slice(0, count)) });
    expect(clientRisk(ledger, 'a', today)).toEqual({ kind: 'unrated', reason });
  });

  it('does not count an invoice as paid that is so in part, by a credit note, or in the file it came from', () => {
    const part = paid(autumn, '2026-11-04', 1);
    const ledger = ledgerOfRows({ ...rows, ...withPayments([...receipts.slice(0, 2), part]) });
    expect(clientRisk(ledger, 'a', today).kind).toBe('unrated');
    const asImported = withPayments(receipts);
    const imported = ledgerOfRows({
      ...rows,
      invoices: rows.invoices.map((row) => ({ ...row, importId: 'i' })),
      allocations: asImported.allocations,
      payments: asImported.payments.map((row) => ({ ...row, importId: 'i' })),
    });
    expect(clientRisk(imported, 'a', today)).toMatchObject({ kind: 'unrated' });
    expect(clientRisk(ledger, 'nobody', today)).toEqual({ kind: 'unrated', reason: 'Client inconnu.' });
  });

  it('sees no trend with payments on one side only, and takes an improvement for none', () => {
    const firstHalf = ledgerOfRows({
      ...rows,
      ...withPayments([paid(spring, '2026-05-16'), paid(april, '2026-05-16'), paid(autumn, '2026-08-20')]),
    });
    expect(pointsOf(rated(clientRisk(firstHalf, 'a', today)))[3]).toBe(0);
    const better = ledgerOfRows({
      ...rows,
      ...withPayments([paid(spring, '2026-05-16'), paid(april, '2026-05-16'), paid(autumn, '2026-10-20')]),
    });
    const trend = rated(clientRisk(better, 'a', today)).parts[3];
    expect(trend?.points).toBe(0);
    expect(trend && typeof trend.explanation !== 'string' && formulaInNumbers(trend.explanation)).toBe(
      '5\u00A0jours − 16\u00A0jours = −11\u00A0points, ramené à 0\u00A0point'.replace('= −', '= \u2212'),
    );
  });

  it('goes by older payments where nothing was paid for a year', () => {
    const ledger = ledgerOfRows({ ...rows, promises: [] });
    const { parts } = rated(clientRisk(ledger, 'a', day('2027-11-04')));
    const [delay] = parts;
    expect(delay?.points).toBeCloseTo(12, 10);
    expect(delay && typeof delay.explanation !== 'string' && delay.explanation.note).toContain(
      'Rien n’a été payé sur 12\u00A0mois',
    );
    const lastDay = rated(clientRisk(ledger, 'a', day('2027-11-03'))).parts[0];
    expect(lastDay?.points).toBeCloseTo((40 * 20) / 60, 10);
  });

  it('is alarmed by more than 90 days overdue, not by 90', () => {
    const at90 = invoice('F-6', 'a', '2026-08-25', 100);
    const pointsWith = (row: Invoice): number | undefined =>
      pointsOf(
        rated(clientRisk(ledgerOfRows({ ...rows, invoices: [...rows.invoices, row] }), 'a', today)),
      )[4];
    expect(pointsWith(at90)).toBe(0);
    expect(pointsWith({ ...at90, dueOn: day('2026-08-24') })).toBe(10);
  });

  it('is alarmed by an address refused for good that the client still has', () => {
    const contact: Contact = { id: 'k', name: '', role: 'reminders', email: 'Compta@a.fr' };
    const refused = emailTo('compta@a.fr', 'a', {
      kind: 'rejected',
      rejectedAt: at('2026-11-10'),
      explanation: '',
      permanent: true,
    });
    const riskWith = (contacts: readonly Contact[], reminders: readonly ReturnType<typeof emailTo>[]) =>
      rated(
        clientRisk(ledgerOfRows({ ...rows, clients: [client('a', { contacts })], reminders }), 'a', today),
      );
    const { parts } = riskWith([contact], [refused]);
    expect(parts[4]).toMatchObject({
      points: 10,
      explanation: '10\u00A0points d’office\u00A0: adresse Compta@a.fr refusée.',
    });
    const later = emailTo('compta@a.fr', 'a', {
      kind: 'accepted',
      acceptedAt: at('2026-11-12'),
      serverReply: '250',
    });
    expect(pointsOf(riskWith([contact], [refused, later]))[4]).toBe(0);
    expect(pointsOf(riskWith([{ ...contact, email: 'ailleurs@a.fr' }], [refused]))[4]).toBe(0);
    const passing = { ...refused, state: { ...refused.state, permanent: false } } as typeof refused;
    expect(pointsOf(riskWith([contact], [passing]))[4]).toBe(0);
  });
});

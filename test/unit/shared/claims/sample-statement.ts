import type {
  ClaimStatement,
  InvoiceStatement,
  LegalBasis,
  StatementRow,
} from '../../../../shared/claims/statement-contract.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Client } from '../../../../shared/ledger/client.ts';
import { cents, sumCents, zeroCents } from '../../../../shared/money/cents.ts';
import { aClient, anInvoice } from '../reminders/sample-ledger.ts';

const basis = (article: string, rule: string): LegalBasis => ({ article, rule });
const claimed = { claimed: true, decidedBy: 'settings', reason: '' } as const;
const none = { ...claimed, claimed: false };

const penalties = basis('C. com. art. L441-10 II', 'Taux de refinancement de la BCE majoré de 10 points.');
const indemnity = basis('C. com. art. L441-10 II et D441-5', 'Indemnité forfaitaire de 40,00 €.');

/** The worked example of law-and-formats.md 9.1: 10 000 €, 4 000 € paid, interest settled first. */
export const partlyPaid: readonly StatementRow[] = [
  {
    kind: 'principal',
    on: day('2026-06-30'),
    cents: cents(1_000_000),
    basis: basis('C. com. art. L441-10 I', 'Somme due à l’échéance de la facture, TTC.'),
  },
  {
    kind: 'interest',
    from: day('2026-07-01'),
    to: day('2026-08-30'),
    days: 61,
    baseCents: cents(1_000_000),
    rateBasisPoints: 1240,
    cents: cents(20_723),
    basis: penalties,
  },
  {
    kind: 'payment',
    on: day('2026-08-30'),
    reference: 'VIR-77',
    toInterestCents: cents(20_723),
    toPrincipalCents: cents(379_277),
    isAllocated: true,
    cents: cents(-400_000),
    basis: basis(
      'C. civ. art. 1343-1',
      'Un paiement partiel s’impute d’abord sur les intérêts, puis sur le principal.',
    ),
  },
  {
    kind: 'interest',
    from: day('2026-08-31'),
    to: day('2026-11-23'),
    days: 85,
    baseCents: cents(620_723),
    rateBasisPoints: 1240,
    cents: cents(17_924),
    basis: penalties,
  },
  { kind: 'indemnity', on: day('2026-07-01'), cents: cents(4_000), basis: indemnity },
];

/** A credit note, a contested part, nothing late enough for interest. */
export const contested: readonly StatementRow[] = [
  {
    kind: 'principal',
    on: day('2026-11-20'),
    cents: cents(50_000),
    basis: basis('C. com. art. L441-10 I', 'Somme due à l’échéance de la facture, TTC.'),
  },
  {
    kind: 'credit-note',
    on: day('2026-11-20'),
    reference: 'A-7',
    cents: cents(-10_000),
    basis: basis('Avoir A-7', 'Corrige la facture.'),
  },
  {
    kind: 'disputed',
    on: day('2026-11-21'),
    cents: cents(-15_000),
    basis: basis('Litige en cours', 'Part contestée : comptée à part.'),
  },
  {
    kind: 'interest',
    from: day('2026-11-21'),
    to: day('2026-11-23'),
    days: 3,
    baseCents: cents(25_000),
    rateBasisPoints: 1240,
    cents: cents(25),
    basis: penalties,
  },
];

const sumOf = (rows: readonly StatementRow[], kind: StatementRow['kind']): ReturnType<typeof cents> =>
  sumCents(rows.filter((row) => row.kind === kind).map((row) => row.cents));

/** One invoice of a statement; the figures follow from the rows. */
export const invoiceStatement = (
  number: string,
  rows: readonly StatementRow[],
  changes: Partial<InvoiceStatement> = {},
): InvoiceStatement => {
  const interestCents = sumOf(rows, 'interest');
  const indemnityCents = sumOf(rows, 'indemnity');
  const totalCents = sumCents(rows.map((row) => row.cents));
  return {
    invoice: anInvoice(number.toLowerCase(), {
      number,
      issuedOn: day('2026-06-01'),
      dueOn: day('2026-06-30'),
    }),
    dueOn: day('2026-06-30'),
    daysLate: 146,
    rows,
    principalCents: cents(totalCents - interestCents - indemnityCents),
    interestCents,
    indemnityCents,
    totalCents,
    disputedCents: cents(-sumOf(rows, 'disputed')),
    disputedInterestCents: zeroCents,
    penalties: claimed,
    indemnity: indemnityCents > 0 ? claimed : none,
    waivedInterestCents: zeroCents,
    waivedIndemnityCents: zeroCents,
    dailyInterestCents: cents(211),
    warnings: [],
    ...changes,
  };
};

/** A statement over invoices, with the totals that follow from them. */
export const statementOver = (
  invoices: readonly InvoiceStatement[],
  changes: Partial<ClaimStatement> = {},
  client: Partial<Client> = {},
): ClaimStatement => {
  const credits = changes.credits ?? [];
  const total = (of: (one: InvoiceStatement) => number) => sumCents(invoices.map(of));
  const creditsCents = sumCents(credits.map((credit) => credit.cents));
  return {
    client: aClient('c1', { siren: '732829320', ...client }),
    asOf: day('2026-11-23'),
    invoices,
    credits,
    totals: {
      principalCents: total((one) => one.principalCents),
      interestCents: total((one) => one.interestCents),
      indemnityCents: total((one) => one.indemnityCents),
      creditsCents,
      totalCents: cents(total((one) => one.totalCents) - creditsCents),
      dailyInterestCents: total((one) => one.dailyInterestCents),
      disputedCents: total((one) => one.disputedCents),
      waivedCents: total((one) => one.waivedInterestCents + one.waivedIndemnityCents),
    },
    problems: [],
    ...changes,
  };
};

/** Two invoices and a free credit note. */
export const sampleStatement = (): ClaimStatement =>
  statementOver([invoiceStatement('F-102', partlyPaid), invoiceStatement('F-103', contested)], {
    credits: [{ kind: 'credit-note', number: 'A-9', on: day('2026-10-01'), cents: cents(2_500) }],
  });

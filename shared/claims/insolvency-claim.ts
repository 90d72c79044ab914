import { addDays, type Day } from '../dates/day.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import type { Client, Insolvency } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { claimStatement } from './claim-statement.ts';
import { openAtJudgment } from './open-at-judgment.ts';
import type { ClaimStatement, InvoiceStatement } from './statement-contract.ts';

/** One earlier invoice as it is declared, in amounts of the day of the judgment. */
export interface InsolvencyClaimLine {
  readonly statement: InvoiceStatement;
  readonly invoice: Invoice;
  readonly dueOn: Day;
  /** `due`: before the judgment. What falls due on its day or later is declared with its date. */
  readonly part: 'due' | 'to-fall-due';
  /** Received before the judgment; money that nobody set against the invoice yet, but the law does, included. */
  readonly paidCents: Cents;
  /** Credit notes set against the invoice. */
  readonly creditedCents: Cents;
  /** Total less payments and credit notes; the contested part is declared too. */
  readonly principalCents: Cents;
  readonly disputedCents: Cents;
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
  readonly totalCents: Cents;
}

export interface InsolvencyClaimTotals {
  readonly principalCents: Cents;
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
  readonly totalCents: Cents;
}

/** Figures for the « déclaration de créance » (C. com. L622-25, R622-23). */
export interface InsolvencyClaim {
  readonly client: Client;
  readonly insolvency: Insolvency;
  /** Last day that bears interest: the day before the judgment. */
  readonly interestUntil: Day;
  /** Those that are due first, each part by due date. */
  readonly lines: readonly InsolvencyClaimLine[];
  /** Credit notes without an invoice, taken off what is due. Positive cents. */
  readonly credits: ClaimStatement['credits'];
  readonly creditsCents: Cents;
  /** « Échu », less the credit notes without an invoice. */
  readonly due: InsolvencyClaimTotals;
  /** « À échoir ». */
  readonly toFallDue: InsolvencyClaimTotals;
  readonly totalCents: Cents;
  readonly disputedCents: Cents;
  /** Interest and 40 € that the user's decisions leave out. */
  readonly waivedCents: Cents;
  /** Earlier invoices that could not be computed and count nowhere, with what to do (French). */
  readonly problems: ClaimStatement['problems'];
}

/**
 * The ledger without the money that came on or after the judgment: the claim is declared as it stood on that
 * day (L622-25), and what was paid since may be annulled (L622-7 III).
 */
const asOfJudgment = (ledger: Ledger, { judgmentOn }: Insolvency): Ledger => ({
  ...ledger,
  payments: new Map([...ledger.payments].filter(([, { receivedOn }]) => receivedOn < judgmentOn)),
});

const lineOf = (statement: InvoiceStatement, { judgmentOn }: Insolvency): InsolvencyClaimLine => {
  const { invoice, dueOn, rows, disputedCents, indemnityCents, penalties } = statement;
  const settled = (kind: 'payment' | 'credit-note'): Cents =>
    cents(-sumCents(rows.flatMap((row) => (row.kind === kind ? [row.cents] : []))));
  const principalCents = cents(statement.principalCents + disputedCents);
  const interestCents = cents(
    statement.interestCents + (penalties.claimed ? statement.disputedInterestCents : 0),
  );
  return {
    statement,
    invoice,
    dueOn,
    part: dueOn < judgmentOn ? 'due' : 'to-fall-due',
    paidCents: settled('payment'),
    creditedCents: settled('credit-note'),
    principalCents,
    disputedCents,
    interestCents,
    indemnityCents,
    totalCents: cents(principalCents + interestCents + indemnityCents),
  };
};

const totalsOf = (lines: readonly InsolvencyClaimLine[], creditsCents: number): InsolvencyClaimTotals => ({
  principalCents: sumCents(lines.map((line) => line.principalCents)),
  interestCents: sumCents(lines.map((line) => line.interestCents)),
  indemnityCents: sumCents(lines.map((line) => line.indemnityCents)),
  totalCents: cents(sumCents(lines.map((line) => line.totalCents)) - creditsCents),
});

/**
 * What is to be declared to the trustee of a client: for each invoice born before the judgment and open on
 * that day the principal, interest to the day before the judgment (L622-28), the 40 € where the due date came
 * before it (L441-10 II); what was due apart from what falls due later. Contested amounts are declared whole,
 * because what is not declared is lost. Never a filled form: the creditor certifies his claim (L622-25).
 * @param today day of the computation; credit notes issued by then count.
 */
export const insolvencyClaim = (
  ledger: Ledger,
  clientId: string,
  today: Day,
): Result<InsolvencyClaim, { readonly kind: 'no-client' | 'no-procedure' }> => {
  const client = ledger.clients.get(clientId);
  if (!client) return fail({ kind: 'no-client' });
  const { insolvency } = client;
  if (insolvency === undefined) return fail({ kind: 'no-procedure' });
  const then = asOfJudgment(ledger, insolvency);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const invoiceIds = [...ledger.invoices.values()]
    .filter(
      (invoice) =>
        invoice.clientId === clientId &&
        invoice.kind === 'invoice' &&
        isPriorClaim(invoice, insolvency) &&
        invoice.cancelledAt === undefined &&
        openAtJudgment(ledger, invoice, insolvency) > toleranceCents,
    )
    .map(({ id }) => id);
  const statement = claimStatement(then, { clientId, asOf: today, invoiceIds });
  if (!statement.ok) return statement;
  const { invoices, credits, totals, problems } = statement.value;
  const lines = invoices.map((one) => lineOf(one, insolvency));
  const dueLines = lines.filter(({ part }) => part === 'due');
  const laterLines = lines.filter(({ part }) => part === 'to-fall-due');
  const due = totalsOf(dueLines, totals.creditsCents);
  const toFallDue = totalsOf(laterLines, 0);
  return ok({
    client,
    insolvency,
    interestUntil: addDays(insolvency.judgmentOn, -1),
    lines: [...dueLines, ...laterLines],
    credits,
    creditsCents: totals.creditsCents,
    due,
    toFallDue,
    totalCents: cents(due.totalCents + toFallDue.totalCents),
    disputedCents: totals.disputedCents,
    waivedCents: totals.waivedCents,
    problems,
  });
};

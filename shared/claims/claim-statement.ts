import type { Day } from '../dates/day.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { fail, ok, type Result } from '../result.ts';
import { chargeClaimOf } from './charge-claim.ts';
import { describeClaimError } from './claim-problem.ts';
import type { CreditShare } from './credit-shares.ts';
import { type ClaimBasis, invoiceClaim } from './invoice-claim.ts';
import { invoiceStatement } from './invoice-statement.ts';
import { type ClientClaims, clientClaims } from './ledger-claims.ts';
import type { ClaimStatement, InvoiceStatement } from './statement-contract.ts';

export interface StatementWish {
  readonly clientId: string;
  /** Last day that bears interest; any day. */
  readonly asOf: Day;
  /** These invoices alone, due or not; all that are open and due where undefined. */
  readonly invoiceIds?: readonly string[] | undefined;
  /** Also invoices paid late, for the interest and 40 € they still owe. */
  readonly includesSettled?: boolean | undefined;
}

const byDueDate = (a: Invoice, b: Invoice): number => {
  const [first, second] = [`${a.dueOn ?? ''} ${a.number}`, `${b.dueOn ?? ''} ${b.number}`];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** Invoices of the client that the statement speaks of, whether they can be computed or not. */
const concerned = (
  ledger: Ledger,
  { clientId, asOf, invoiceIds, includesSettled }: StatementWish,
  { balances }: ClientClaims,
): readonly Invoice[] => {
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const chosen = invoiceIds && new Set(invoiceIds);
  const found: Invoice[] = [];
  for (const invoice of ledger.invoices.values()) {
    if (invoice.clientId !== clientId || invoice.kind !== 'invoice' || invoice.cancelledAt !== undefined)
      continue;
    const openCents = balances.remainingByInvoice.get(invoice.id);
    if (openCents === undefined) continue;
    if (chosen) {
      if (chosen.has(invoice.id)) found.push(invoice);
      continue;
    }
    // A residue is neither reminded nor charged with 40 € (law-and-formats.md 1.3, 8).
    const isOpen = openCents > toleranceCents;
    const isDue = invoice.dueOn === undefined || invoice.dueOn <= asOf;
    if (isDue && (isOpen || includesSettled)) found.push(invoice);
  }
  return found.sort(byDueDate);
};

/** An invoice that is settled counts its payments on the principal first: interest is a claim of its own. */
const basisFor = (basis: ClaimBasis, openCents: number): ClaimBasis =>
  openCents > 0 ? basis : { ...basis, imputation: 'principal-first' };

/** Free credits that the invoices of the statement take up, and with all invoices what is left of them. */
const creditsOf = (
  { sharing, client }: ClientClaims,
  invoices: readonly InvoiceStatement[],
  isWhole: boolean,
): ClaimStatement['credits'] => {
  const shares: CreditShare[] = invoices.flatMap(({ invoice }) =>
    (sharing.byInvoice.get(invoice.id) ?? []).filter(({ kind }) => kind === 'credit-note'),
  );
  if (isWhole) shares.push(...(sharing.leftByClient.get(client.id) ?? []));
  const bySource = new Map<string, ClaimStatement['credits'][number]>();
  for (const { sourceId, on, reference, kind, cents: amount } of shares) {
    const known = bySource.get(sourceId);
    bySource.set(sourceId, {
      kind,
      number: reference,
      on,
      cents: cents((known?.cents ?? 0) + amount),
    });
  }
  return [...bySource.values()];
};

const totalsOf = (
  invoices: readonly InvoiceStatement[],
  credits: ClaimStatement['credits'],
): ClaimStatement['totals'] => {
  const sum = (amount: (statement: InvoiceStatement) => Cents): Cents => sumCents(invoices.map(amount));
  const creditsCents = sumCents(credits.map((credit) => credit.cents));
  const gross = sum(({ totalCents }) => totalCents);
  return {
    principalCents: sum(({ principalCents }) => principalCents),
    interestCents: sum(({ interestCents }) => interestCents),
    indemnityCents: sum(({ indemnityCents }) => indemnityCents),
    creditsCents,
    totalCents: cents(gross - creditsCents),
    dailyInterestCents: sum(({ dailyInterestCents }) => dailyInterestCents),
    disputedCents: sum(({ disputedCents }) => disputedCents),
    waivedCents: cents(
      sum(({ waivedInterestCents }) => waivedInterestCents) +
        sum(({ waivedIndemnityCents }) => waivedIndemnityCents),
    ),
  };
};

const decidedFor = (ledger: Ledger, client: Client, invoice: Invoice) => {
  const settings = settingsOf(ledger, 'reminders');
  return {
    penalties: chargeClaimOf('penalties', invoice, client, settings),
    indemnity: chargeClaimOf('indemnity', invoice, client, settings),
  };
};

/**
 * « Décompte » of a client on a day: what each invoice claims, line by line with what each rests on, and the
 * credit notes to be taken off. The same figures as every letter and message of that day. What cannot be
 * computed is named among the problems and counts nowhere; nothing is guessed.
 */
export const claimStatement = (
  ledger: Ledger,
  wish: StatementWish,
): Result<ClaimStatement, { readonly kind: 'no-client' }> => {
  const client = ledger.clients.get(wish.clientId);
  if (!client) return fail({ kind: 'no-client' });
  const claims = clientClaims(ledger, client, wish.asOf);
  const invoices: InvoiceStatement[] = [];
  const problems: ClaimStatement['problems'][number][] = [];
  const isNamed = wish.invoiceIds !== undefined;
  for (const invoice of concerned(ledger, wish, claims)) {
    const openCents = claims.balances.remainingByInvoice.get(invoice.id) ?? 0;
    const basis = basisFor(claims.basis, openCents);
    const claim = invoiceClaim(claims.lineOf(invoice), basis);
    if (!claim.ok) {
      problems.push({ invoice, message: describeClaimError(claim.error) });
      continue;
    }
    const { totalCents, waivedInterestCents, waivedIndemnityCents } = claim.value;
    // Paid in time: there is nothing to say of it.
    if (!isNamed && openCents <= 0 && totalCents + waivedInterestCents + waivedIndemnityCents <= 0) continue;
    invoices.push(invoiceStatement(claim.value, basis, decidedFor(ledger, client, invoice)));
  }
  const credits = creditsOf(claims, invoices, !isNamed);
  return ok({ client, asOf: wish.asOf, invoices, credits, totals: totalsOf(invoices, credits), problems });
};

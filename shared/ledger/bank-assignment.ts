import { addDays, type Day } from '../dates/day.ts';
import type { MatchShare, MatchTarget } from '../matching/match-contract.ts';
import { type Cents, cents } from '../money/cents.ts';
import { currentBalances } from './balance.ts';
import type { EarlyPaymentDiscount } from './client.ts';
import type { Invoice } from './invoice.ts';
import type { Ledger } from './ledger.ts';
import type { ConcessionReason } from './payment.ts';

/** An invoice that money can be set against. */
export interface AssignableInvoice {
  readonly invoice: Invoice;
  /** More than 0. */
  readonly remainingCents: Cents;
}

/**
 * Open invoices of a client in one currency, in the order in which the law spreads money of which nobody
 * said what it is for: debts already due first, then the oldest (C. civ. 1342-10).
 * @param on day on which the money came.
 */
export const assignableInvoices = (
  ledger: Ledger,
  clientId: string,
  currency: string,
  on: Day,
): readonly AssignableInvoice[] => {
  const open: AssignableInvoice[] = [];
  for (const [invoiceId, remainingCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || remainingCents <= 0 || invoice.clientId !== clientId || invoice.currency !== currency)
      continue;
    open.push({ invoice, remainingCents });
  }
  const rank = ({ invoice }: AssignableInvoice): string => {
    const { dueOn, issuedOn, number } = invoice;
    return `${dueOn !== undefined && dueOn <= on ? 0 : 1} ${dueOn ?? issuedOn} ${issuedOn} ${number}`;
  };
  return open.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
};

/** What the user decided about one movement, as far as he has got. */
export interface AssignmentDraft {
  /** Whose money it is; several for a deposit of cheques. The rest waits on the account of the first. */
  readonly clientIds: readonly string[];
  /** Ids of the invoices ticked. */
  readonly picked: ReadonlySet<string>;
  /** Amounts typed, by invoice; the others get what is left, in order. */
  readonly typed: ReadonlyMap<string, Cents>;
  /** Invoices whose rest is let go, and why. */
  readonly concessions: ReadonlyMap<string, ConcessionReason>;
}

/** One invoice as the draft stands. */
export interface AssignedInvoice extends AssignableInvoice {
  readonly isPicked: boolean;
  /** What it gets, 0 or more. */
  readonly shareCents: Cents;
  /** What would remain, without the concession; 0 or more. */
  readonly restCents: Cents;
  readonly concession?: ConcessionReason | undefined;
}

/** The draft worked out. */
export interface Assignment {
  readonly byClient: readonly {
    readonly clientId: string;
    readonly invoices: readonly AssignedInvoice[];
    readonly assignedCents: Cents;
  }[];
  /** What settles no invoice: 0 or more. */
  readonly leftCents: Cents;
  /** More was typed than came; then nothing can be confirmed. 0 or more. */
  readonly tooMuchCents: Cents;
}

/** Spreads the money over the ticked invoices: amounts typed first, then the others in the given order. */
export const assignmentOf = (
  draft: AssignmentDraft,
  receivedCents: Cents,
  invoicesOf: (clientId: string) => readonly AssignableInvoice[],
): Assignment => {
  const clients = draft.clientIds.map((clientId) => ({ clientId, invoices: invoicesOf(clientId) }));
  const picked = clients.flatMap(({ invoices }) =>
    invoices.filter(({ invoice }) => draft.picked.has(invoice.id)),
  );
  const shares = new Map<string, number>();
  let left: number = receivedCents;
  for (const { invoice, remainingCents } of picked) {
    const typed = draft.typed.get(invoice.id);
    if (typed === undefined) continue;
    const share = Math.min(typed, remainingCents);
    shares.set(invoice.id, share);
    left -= share;
  }
  const tooMuch = Math.max(0, -left);
  left = Math.max(0, left);
  for (const { invoice, remainingCents } of picked) {
    if (draft.typed.has(invoice.id)) continue;
    const share = Math.min(left, remainingCents);
    shares.set(invoice.id, share);
    left -= share;
  }
  return {
    byClient: clients.map(({ clientId, invoices }) => {
      const assigned = invoices.map(({ invoice, remainingCents }): AssignedInvoice => {
        const share = shares.get(invoice.id) ?? 0;
        const rest = remainingCents - share;
        return {
          invoice,
          remainingCents,
          isPicked: draft.picked.has(invoice.id),
          shareCents: cents(share),
          restCents: cents(rest),
          concession: share > 0 && rest > 0 ? draft.concessions.get(invoice.id) : undefined,
        };
      });
      const sum = assigned.reduce((total, { shareCents }) => total + shareCents, 0);
      return { clientId, invoices: assigned, assignedCents: cents(sum) };
    }),
    leftCents: cents(left),
    tooMuchCents: cents(tooMuch),
  };
};

const shareOf = ({ invoice, shareCents, restCents, concession }: AssignedInvoice): MatchShare => ({
  invoiceId: invoice.id,
  cents: shareCents,
  ...(concession !== undefined && { concession: { reason: concession, cents: restCents } }),
});

/** What is confirmed: one payment for each client who gets some of the money; empty when nothing does. */
export const targetsOfAssignment = ({
  byClient,
  leftCents,
  tooMuchCents,
}: Assignment): readonly Extract<MatchTarget, { readonly kind: 'payment' }>[] => {
  if (tooMuchCents > 0) return [];
  return byClient.flatMap(({ clientId, invoices }, index) => {
    const shares = invoices.filter(({ shareCents }) => shareCents > 0).map(shareOf);
    const onAccountCents = index === 0 ? leftCents : cents(0);
    return shares.length === 0 && onAccountCents === 0
      ? []
      : [{ kind: 'payment' as const, clientId, shares, onAccountCents }];
  });
};

/** Rests up to this are differences of rounding. */
const roundingCents = 2;

/** A reason for which the rest of an invoice may be let go. */
export interface ConcessionOffer {
  readonly reason: ConcessionReason;
  /** The money came within the days of the escompte, or it is but a cent: ticked at once. */
  readonly isClear: boolean;
}

/**
 * What may be let go of an invoice that got less than it was owed, likeliest first; nothing where the rest is
 * no small difference.
 * @param rest what remains, more than 0.
 * @param discount escompte agreed with the client (C. com. L441-9).
 * @param feeToleranceCents what a payer's bank may keep.
 */
export const concessionOffers = (
  { invoice, restCents }: Pick<AssignedInvoice, 'invoice' | 'restCents'>,
  receivedOn: Day,
  discount: EarlyPaymentDiscount | undefined,
  feeToleranceCents: Cents,
): readonly ConcessionOffer[] => {
  if (restCents <= 0) return [];
  const offers: ConcessionOffer[] = [];
  if (restCents <= roundingCents) offers.push({ reason: 'rounding', isClear: true });
  if (discount) {
    const taken = Math.round((invoice.totalCents * discount.basisPoints) / 10_000);
    if (restCents <= taken + roundingCents && restCents > roundingCents)
      offers.push({
        reason: 'early-payment-discount',
        isClear:
          restCents >= taken - roundingCents && receivedOn <= addDays(invoice.issuedOn, discount.withinDays),
      });
  }
  if (restCents > roundingCents && restCents <= feeToleranceCents)
    offers.push({ reason: 'bank-fees', isClear: false });
  return offers;
};

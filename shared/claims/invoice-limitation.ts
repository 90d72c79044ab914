import type { Day } from '../dates/day.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import { type InterruptingAct, type Limitation, limitation } from '../law/limitation.ts';
import type { MissingParameter } from '../law/parameters.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice, RecordedInterruption } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Payment } from '../ledger/payment.ts';
import { fail, ok, type Result } from '../result.ts';
import { legalParametersOf } from './legal-parameters.ts';

/** Something the ledger knows that may have interrupted the period, and where it knows it from. */
export type LedgerAct = InterruptingAct & {
  readonly on: Day;
  readonly source:
    | { readonly kind: 'payment'; readonly payment: Payment }
    | { readonly kind: 'recorded'; readonly interruption: RecordedInterruption }
    | { readonly kind: 'declaration' };
};

export interface InvoiceLimitation extends Limitation<LedgerAct> {
  /** Money that a file says was received, on a day that nobody knows: it interrupts nothing. */
  readonly undatedPayments: readonly Payment[];
}

export type InvoiceLimitationError =
  | MissingParameter
  | { readonly kind: 'no-client' }
  /** Nobody sues for a credit note. */
  | { readonly kind: 'credit-note' };

/** Whether the year of carriage holds: as said on the invoice, else by what is sold to the client. */
export const isCarriageClaim = (
  invoice: Pick<Invoice, 'isCarriage'>,
  client: Pick<Client, 'termActivity'>,
): boolean => invoice.isCarriage ?? client.termActivity === 'transport';

const paymentsOn = (ledger: Ledger, invoice: Invoice): readonly Payment[] => {
  const found = new Set<Payment>();
  for (const { source } of allocationsOf(ledger, invoice.id)) {
    const payment = source.kind === 'payment' ? ledger.payments.get(source.paymentId) : undefined;
    if (payment) found.add(payment);
  }
  return [...found];
};

/** The declaration of a claim born before the judgment counts like a claim in court (C. com. L622-25-1). */
const declarationOf = (client: Client, invoice: Invoice): readonly LedgerAct[] => {
  const { insolvency } = client;
  if (insolvency?.declaredOn === undefined || !isPriorClaim(invoice, insolvency)) return [];
  return [{ on: insolvency.declaredOn, cause: 'claim-declaration', source: { kind: 'declaration' } }];
};

/**
 * Until when an invoice can be brought to court, by all that the ledger knows of it (law-and-formats.md 1.10):
 * regime of the client, performance, carriage, title, acts recorded by the user, declaration of the claim, and
 * the payments set against it, which acknowledge the debt (C. civ. 2240). A payment « selon l’import » has no
 * known day and is left out; a credit note is the creditor's own act and interrupts nothing.
 * @param asOf leaves out acts dated later; everything counts where undefined.
 */
export const invoiceLimitation = (
  ledger: Ledger,
  invoice: Invoice,
  asOf?: Day,
): Result<InvoiceLimitation, InvoiceLimitationError> => {
  const client = ledger.clients.get(invoice.clientId);
  if (!client) return fail({ kind: 'no-client' });
  if (invoice.kind === 'credit-note') return fail({ kind: 'credit-note' });
  const payments = paymentsOn(ledger, invoice);
  const acts: LedgerAct[] = [
    ...payments
      .filter(({ method }) => method !== 'as-imported')
      .map(
        (payment): LedgerAct => ({
          on: payment.receivedOn,
          cause: 'partial-payment',
          source: { kind: 'payment', payment },
        }),
      ),
    ...(invoice.interruptions ?? []).map(
      (interruption): LedgerAct => ({
        on: interruption.on,
        cause: interruption.cause,
        source: { kind: 'recorded', interruption },
      }),
    ),
    ...declarationOf(client, invoice),
  ];
  const found = limitation(
    {
      regime: client.regime,
      isTransport: isCarriageClaim(invoice, client),
      issuedOn: invoice.issuedOn,
      performedOn: invoice.performedOn,
      dueOn: invoice.dueOn,
      titleOn: invoice.titleOn,
      interruptions: asOf === undefined ? acts : acts.filter(({ on }) => on <= asOf),
    },
    legalParametersOf(ledger),
  );
  if (!found.ok) return found;
  const undatedPayments = payments.filter(({ method }) => method === 'as-imported');
  return ok({ ...found.value, undatedPayments });
};

import type { Day } from '../dates/day.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import { concessionNames } from '../ledger/allocation-source.ts';
import { allocationsOf, type Balances, balancesAsOf } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Allocation } from '../ledger/payment.ts';
import { cents, sumCents } from '../money/cents.ts';
import { chargeClaimOf } from './charge-claim.ts';
import { type CreditShare, type CreditSharing, creditSharesOf } from './credit-shares.ts';
import { disputedPartOf } from './disputed-part.ts';
import { formalNoticePresentedOn } from './formal-notice.ts';
import type { ClaimBasis, ClaimLine, Settlement } from './invoice-claim.ts';
import { legalParametersOf } from './legal-parameters.ts';

/** What the claims of a client's invoices on a day are computed from. */
export interface ClientClaims {
  readonly client: Client;
  readonly balances: Balances;
  readonly sharing: CreditSharing;
  readonly basis: ClaimBasis;
  readonly lineOf: (invoice: Invoice) => ClaimLine;
}

const allocated = (ledger: Ledger, { source, effectiveOn, cents: amount }: Allocation): Settlement => {
  if (source.kind === 'payment')
    return {
      on: effectiveOn,
      cents: amount,
      kind: 'payment',
      reference: ledger.payments.get(source.paymentId)?.reference ?? '',
      isAllocated: true,
    };
  if (source.kind === 'concession')
    return {
      on: effectiveOn,
      cents: amount,
      kind: 'concession',
      reference: concessionNames[source.reason],
      isAllocated: true,
    };
  const creditNote = ledger.invoices.get(source.creditNoteId);
  return {
    on: effectiveOn,
    cents: amount,
    kind: 'credit-note',
    effect: creditNote?.creditEffect ?? 'from-due-date',
    reference: creditNote?.number ?? '',
    isAllocated: true,
  };
};

const free = ({ on, cents: amount, reference }: CreditShare): Settlement => ({
  on,
  cents: amount,
  kind: 'payment',
  reference,
  isAllocated: false,
});

/**
 * The claims of one client as of a day: what was paid, credited and contested by then, money that nobody
 * allocated counted against the oldest invoice, the user's decisions on interest and the 40 €, the judgment
 * that stops interest of what was born before it. An invoice that is settled counts its payments on the
 * principal first: who pays exactly the invoice has paid it, and interest is a claim of its own.
 */
export const clientClaims = (ledger: Ledger, client: Client, asOf: Day): ClientClaims => {
  const balances = balancesAsOf(ledger, asOf);
  const sharing = creditSharesOf(ledger, balances, asOf);
  const settings = settingsOf(ledger, 'reminders');
  const { insolvency } = client;
  const basis: ClaimBasis = {
    regime: client.regime,
    rate: client.rate,
    capitalises: client.capitalisesInterest,
    asOf,
    imputation: 'interest-first',
    minimumIndemnityCents: settings.indemnityMinimumCents,
    parameters: legalParametersOf(ledger),
  };
  const lineOf = (invoice: Invoice): ClaimLine => {
    const openCents = balances.remainingByInvoice.get(invoice.id) ?? 0;
    const disputedCents = disputedPartOf(ledger, invoice.id, Math.max(0, openCents), asOf);
    const shares = sharing.byInvoice.get(invoice.id) ?? [];
    const money = shares.filter(({ kind }) => kind === 'payment');
    const credits = shares.filter(({ kind }) => kind === 'credit-note');
    const moneyCents = sumCents(money.map((share) => share.cents));
    return {
      invoice,
      settlements: [
        ...allocationsOf(ledger, invoice.id)
          .filter(({ effectiveOn }) => effectiveOn <= asOf)
          .map((allocation) => allocated(ledger, allocation)),
        ...money.map(free),
      ],
      remainingCents: cents(openCents - disputedCents - moneyCents),
      disputedCents,
      creditedCents: sumCents(credits.map((share) => share.cents)),
      ...(credits.length === 0 ? {} : { creditNumbers: credits.map(({ reference }) => reference) }),
      charges: {
        penalties: chargeClaimOf('penalties', invoice, client, settings).claimed,
        indemnity: chargeClaimOf('indemnity', invoice, client, settings).claimed,
      },
      formalNoticeOn: formalNoticePresentedOn(ledger, invoice.id),
      insolvencyOpenedOn: insolvency && isPriorClaim(invoice, insolvency) ? insolvency.judgmentOn : undefined,
    };
  };
  return { client, balances, sharing, basis, lineOf };
};

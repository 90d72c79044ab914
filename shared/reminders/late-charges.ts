import type { Day } from '../dates/day.ts';
import { recoveryIndemnity } from '../law/indemnity.ts';
import { lateInterest } from '../law/late-interest.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { ProposalLine } from './proposal.ts';
import { reminderHistory } from './reminder-history.ts';

/** What a message claims on top of the balances. */
export interface LateCharges {
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
}

/** First day on which a formal notice for the invoice was posted; consumers owe interest from then on only. */
const formalNoticeOn = (ledger: Ledger, invoiceId: string): Day | undefined => {
  let first: Day | undefined;
  for (const { reminder, doneOn } of reminderHistory(ledger).doneByInvoice.get(invoiceId) ?? [])
    if (reminder.level === 'formal-notice' && reminder.state.kind === 'posted')
      if (first === undefined || doneOn < first) first = doneOn;
  return first;
};

/**
 * Penalties and flat indemnities of the lines of a message on a day, as the settings allow them; undefined
 * where a rate is not known, because a guess must not reach a client. Interest runs on what is claimed:
 * neither on the contested part nor on what a credit covers.
 */
export const lateChargesOf = (
  ledger: Ledger,
  client: Client,
  lines: readonly ProposalLine[],
  asOf: Day,
): LateCharges | undefined => {
  const settings = settingsOf(ledger, 'reminders');
  let interestCents = 0;
  let indemnityCents = 0;
  for (const { invoice, disputedCents, creditedCents } of lines) {
    if (invoice.dueOn === undefined) continue;
    const principalCents = Math.max(0, invoice.totalCents - disputedCents - creditedCents);
    const allocations = allocationsOf(ledger, invoice.id);
    if (settings.claimPenalties) {
      const interest = lateInterest({
        regime: client.regime,
        principalCents,
        dueOn: invoice.dueOn,
        asOf,
        formalNoticeOn: formalNoticeOn(ledger, invoice.id),
        payments: allocations.map(({ effectiveOn, cents: amount, source }) => ({
          on: effectiveOn,
          cents: amount,
          kind: source.kind,
        })),
        // The balance of the invoice in the ledger is its principal: receipts lower it first.
        imputation: 'principal-first',
        rate: client.rate,
      });
      if (!interest.ok) return undefined;
      interestCents += interest.value.interestDueCents;
    }
    if (settings.claimIndemnity) {
      const { dueOn } = invoice;
      const paidInTime = allocations
        .filter(({ effectiveOn }) => effectiveOn <= dueOn)
        .reduce((sum, { cents: amount }) => sum + amount, 0);
      const indemnity = recoveryIndemnity({
        regime: client.regime,
        documentKind: invoice.kind,
        lateCents: principalCents - paidInTime,
        dueOn,
        asOf,
        insolvencyOpenedOn: client.insolvency?.judgmentOn,
      });
      if (!indemnity.ok) return undefined;
      indemnityCents += indemnity.value.cents;
    }
  }
  return { interestCents: cents(interestCents), indemnityCents: cents(indemnityCents) };
};

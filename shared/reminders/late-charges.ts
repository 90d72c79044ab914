import type { Day } from '../dates/day.ts';
import { shippedParameters } from '../law/parameter-data.ts';
import { regimeRules } from '../law/regime.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Client } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { computeLine, type Settlement } from '../letters/letter-line.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { ProposalLine } from './proposal.ts';
import { reminderHistory } from './reminder-history.ts';

/** What a message claims on top of the balances. */
export interface LateCharges {
  readonly interestCents: Cents;
  readonly indemnityCents: Cents;
}

/** What has reduced an invoice so far, as a letter counts it. */
export const settlementsOf = (ledger: Ledger, invoiceId: string): readonly Settlement[] =>
  allocationsOf(ledger, invoiceId).map(({ effectiveOn, cents: amount, source }) => ({
    on: effectiveOn,
    cents: amount,
    kind: source.kind,
  }));

/** First day on which a formal notice for one of the invoices was posted; a consumer owes interest from then on only. */
export const formalNoticePostedOn = (ledger: Ledger, invoiceIds: readonly string[]): Day | undefined => {
  let first: Day | undefined;
  for (const invoiceId of invoiceIds)
    for (const { reminder, doneOn } of reminderHistory(ledger).doneByInvoice.get(invoiceId) ?? [])
      if (reminder.level === 'formal-notice' && reminder.state.kind === 'posted')
        if (first === undefined || doneOn < first) first = doneOn;
  return first;
};

/**
 * Penalties and flat indemnities of the lines of a message on a day, as the settings allow them and exactly
 * as the letter's table shows them (letters/letter-line.ts). Undefined where they cannot be computed (a rate
 * that is not known, another currency): a guess must not reach a client.
 */
export const lateChargesOf = (
  ledger: Ledger,
  client: Client,
  lines: readonly ProposalLine[],
  asOf: Day,
): LateCharges | undefined => {
  const { claimPenalties, claimIndemnity } = settingsOf(ledger, 'reminders');
  const rules = regimeRules[client.regime];
  const formalNoticeOn = formalNoticePostedOn(
    ledger,
    lines.map((line) => line.invoice.id),
  );
  let interestCents = 0;
  let indemnityCents = 0;
  for (const { invoice, remainingCents } of lines) {
    const computed = computeLine(
      { invoice, settlements: settlementsOf(ledger, invoice.id), remainingCents },
      {
        regime: client.regime,
        rate: client.rate,
        asOf,
        formalNoticeOn,
        penalties:
          claimPenalties && (rules.interestStartsAfter === 'due-date' || formalNoticeOn !== undefined),
        indemnity: claimIndemnity && rules.hasIndemnity,
        imputation: 'interest-first',
        insolvencyOpenedOn: client.insolvency?.judgmentOn,
        parameters: shippedParameters,
      },
    );
    if (!computed.ok) return undefined;
    interestCents += computed.value.row.interestCents;
    indemnityCents += computed.value.row.indemnityCents;
  }
  return { interestCents: cents(interestCents), indemnityCents: cents(indemnityCents) };
};

import { day } from '../dates/day.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { type Cents, cents, zeroCents } from '../money/cents.ts';
import { ok, type Result } from '../result.ts';
import { shippedParameters } from './parameter-data.ts';
import { type LegalParameters, type MissingParameter, parameterOn } from './parameters.ts';
import { regimeRules } from './regime.ts';

export interface IndemnityInput {
  readonly regime: DebtorRegime;
  readonly documentKind: 'invoice' | 'credit-note';
  /** What was still owed when the due date was over, whether paid since or not. */
  readonly lateCents: number;
  readonly dueOn: string;
  readonly asOf: string;
  /** Judgment that forbids payment at the due date: none is owed for due dates on or after it. */
  readonly insolvencyOpenedOn?: string | undefined;
  /** Smallest late amount for which the indemnity is claimed, 1,00 € by default. */
  readonly minimumCents?: number | undefined;
}

export interface Indemnity {
  readonly cents: Cents;
  readonly reason: 'due' | 'regime' | 'credit-note' | 'not-late' | 'below-minimum' | 'insolvency';
}

const defaultMinimumCents = 100;

const noIndemnity = (reason: Exclude<Indemnity['reason'], 'due'>): { ok: true; value: Indemnity } => ({
  ok: true,
  value: { cents: zeroCents, reason },
});

/**
 * The flat indemnity for recovery costs of one invoice: from the first day late, once an invoice, whatever
 * its amount and even when part was paid in time; outside VAT and outside the base of interest
 * (C. com. L441-10 II, D441-5; CCP D2192-35). Never owed by a consumer, for a credit note, or on a residue.
 */
export const recoveryIndemnity = (
  input: IndemnityInput,
  parameters: LegalParameters = shippedParameters,
): Result<Indemnity, MissingParameter> => {
  const dueOn = day(input.dueOn);
  if (!regimeRules[input.regime].hasIndemnity) return noIndemnity('regime');
  if (input.documentKind === 'credit-note') return noIndemnity('credit-note');
  if (day(input.asOf) <= dueOn) return noIndemnity('not-late');
  if (input.lateCents < Math.max(1, input.minimumCents ?? defaultMinimumCents))
    return noIndemnity('below-minimum');
  if (input.insolvencyOpenedOn !== undefined && dueOn >= day(input.insolvencyOpenedOn))
    return noIndemnity('insolvency');
  const amount = parameterOn(parameters, 'recovery-indemnity', dueOn);
  return amount.ok ? ok({ cents: cents(amount.value.value), reason: 'due' }) : amount;
};

import type { Insolvency } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';

/**
 * Whether a claim was born before a collective procedure: it may neither be paid nor reminded (C. com.
 * L622-7, L622-21), and is lost to the procedure when it is not declared (L622-24). A claim is born when the
 * work is done, not when it is invoiced: the day of performance decides, the day of issue where it is not
 * known. What was due by the judgment is earlier whatever the rest says.
 *
 * The judgment takes effect at the first hour of its day (R621-4), so that a claim of that very day is a later
 * one in law; it is taken for an earlier one all the same, because to declare too much is harmless and to
 * remind a debtor who may not pay is not.
 */
export const isPriorClaim = (
  invoice: Pick<Invoice, 'issuedOn' | 'dueOn' | 'performedOn'>,
  insolvency: Pick<Insolvency, 'judgmentOn'>,
): boolean =>
  (invoice.performedOn ?? invoice.issuedOn) <= insolvency.judgmentOn ||
  (invoice.dueOn !== undefined && invoice.dueOn <= insolvency.judgmentOn);

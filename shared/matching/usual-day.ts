import { addDays, type Day, daysBetween } from '../dates/day.ts';
import type { KnownPayer, MatchReason, MatchShare, OpenItem } from './match-contract.ts';

/** So many days round the usual one still count as usual. */
const tolerance = 4;

/**
 * The reason that money came when this client usually pays: some days after the due day of the one invoice
 * that it settles. Supports a proposal, never makes it certain: most clients of a firm pay on the same days.
 */
export const usualDayReason = (
  payer: KnownPayer | undefined,
  items: readonly OpenItem[],
  shares: readonly MatchShare[],
  on: Day,
): MatchReason | undefined => {
  const [share] = shares;
  if (payer?.usualDelayDays === undefined || share === undefined || shares.length > 1) return undefined;
  const dueOn = items.find(({ invoiceId }) => invoiceId === share.invoiceId)?.dueOn;
  if (dueOn === undefined) return undefined;
  const distance = Math.abs(daysBetween(addDays(dueOn, payer.usualDelayDays), on));
  return distance <= tolerance ? { kind: 'usual-delay', days: payer.usualDelayDays } : undefined;
};

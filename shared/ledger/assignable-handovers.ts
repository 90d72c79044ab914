import type { Day } from '../dates/day.ts';
import type { Cents } from '../money/cents.ts';
import type { Handover } from './handover.ts';
import { handoverFigures } from './handover-figures.ts';
import type { Ledger } from './ledger.ts';

/**
 * Hand-overs through which a movement of the bank may have come, those with most of it open first. None for money
 * that goes out, for another currency than the euro, and for a day before the hand-over.
 */
export const assignableHandovers = (
  ledger: Ledger,
  {
    bookedOn,
    currency,
    amountCents,
  }: { readonly bookedOn: Day; readonly currency: string; readonly amountCents: number },
): readonly { readonly handover: Handover; readonly openCents: Cents }[] =>
  currency !== 'EUR' || amountCents <= 0
    ? []
    : [...ledger.handovers.values()]
        .filter(({ handedOverOn }) => handedOverOn <= bookedOn)
        .map((handover) => ({ handover, openCents: handoverFigures(ledger, handover).openCents }))
        .filter(({ handover, openCents }) => handover.ended === undefined || openCents > 0)
        .sort((a, b) => b.openCents - a.openCents || (a.handover.id < b.handover.id ? -1 : 1));

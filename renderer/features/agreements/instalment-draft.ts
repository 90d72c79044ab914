import { addMonths, type Day } from '../../../shared/dates/day.ts';
import type { Instalment } from '../../../shared/ledger/agreement.ts';
import { type Cents, cents, sumCents } from '../../../shared/money/cents.ts';
import { splitEqually } from '../../../shared/money/split.ts';

/** An instalment being typed; a part of it may be missing. */
export interface DraftInstalment {
  readonly dueOn: Day | undefined;
  readonly cents: Cents | undefined;
}

/** Equal instalments, one a month from `firstOn`; the last one takes the odd cents. */
export const monthlyInstalments = (
  owedCents: Cents,
  count: number,
  firstOn: Day,
): readonly DraftInstalment[] =>
  splitEqually(owedCents, count).map((share, index) => ({
    dueOn: addMonths(firstOn, index),
    cents: share,
  }));

/** What is not yet spread over the instalments; negative when they ask for too much. */
export const unspreadCents = (owedCents: Cents, drafts: readonly DraftInstalment[]): Cents =>
  cents(owedCents - sumCents(drafts.map((draft) => draft.cents ?? 0)));

/** The instalments when every one has a day and an amount. */
export const completeInstalments = (
  drafts: readonly DraftInstalment[],
): readonly Instalment[] | undefined => {
  const complete: Instalment[] = [];
  for (const { dueOn, cents: amount } of drafts) {
    if (dueOn === undefined || amount === undefined) return undefined;
    complete.push({ dueOn, cents: amount });
  }
  return complete;
};

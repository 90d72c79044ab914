import { addDays, type Day } from '../dates/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../dates/working-days.ts';
import type { Dispatch, DispatchOutcomeKind } from '../ledger/dispatch.ts';

/** La Poste keeps a letter 15 days from the day after the notice; an LRE may be accepted as long (CPCE-P R53-3). */
export const keptDays = 15;
/** The provider of an electronic registered letter need not keep its proofs longer (CPCE-P R53-2 and R53-3). */
const providerKeepsDays = 365;
/** Working days that a letter takes, there or back. */
export const postWorkingDays = 2;

const undelivered: ReadonlySet<DispatchOutcomeKind> = new Set<DispatchOutcomeKind>([
  'unknown-address',
  'no-access',
  'lost',
]);

/** True for an outcome by which the letter never came before the client: it is to be sent again. */
export const isUndelivered = (kind: DispatchOutcomeKind): boolean => undelivered.has(kind);

/**
 * First presentation at the client's, from which a formal notice has its effects: as noted, or the day on which
 * it was handed over or refused where only that is known. A letter that was refused or never fetched was
 * presented all the same (Cass. 1re civ., 20 January 2021, no. 19-20.680). One to a wrong address was not, and
 * one that the post lost after its notice could no longer be fetched: neither starts anything.
 */
export const firstPresentedOn = ({ presentedOn, outcome }: Dispatch): Day | undefined => {
  if (outcome !== undefined && isUndelivered(outcome.kind)) return undefined;
  if (presentedOn !== undefined) return presentedOn;
  return outcome?.kind === 'delivered' || outcome?.kind === 'refused' ? outcome.on : undefined;
};

/**
 * Day from which « à compter de la réception » counts: that of delivery, else the first presentation, which
 * stands for a receipt that the client avoids. Undefined while neither is known, and for a letter that never
 * reached him.
 */
export const receivedOn = (dispatch: Dispatch): Day | undefined => {
  const { outcome } = dispatch;
  return outcome?.kind === 'delivered' ? outcome.on : firstPresentedOn(dispatch);
};

/** Last day on which a letter that was presented can still be fetched. */
export const keptUntil = (presentedOn: Day): Day => addDays(presentedOn, keptDays);

/** Day by which a letter that nobody fetched should be back: after the days of keeping and the way back. */
export const backOn = (presentedOn: Day, calendar: HolidayCalendar): Day =>
  addWorkingDays(keptUntil(presentedOn), postWorkingDays, calendar);

/** Day until which the provider of an electronic registered letter keeps its proofs at least. */
export const providerKeepsUntil = (depositedOn: Day): Day => addDays(depositedOn, providerKeepsDays);

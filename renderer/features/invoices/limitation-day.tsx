import type { LimitationMark } from '../../../shared/claims/limitation-mark.ts';
import { formatDay, formatFullDay } from '../../../shared/dates/format-day.ts';
import classes from './limitation.module.css';

/** Last day to act on an invoice, for a list: quiet until six months before, « prescrite » once it is over. */
export const LimitationDay = ({ mark }: { readonly mark: LimitationMark | undefined }) => {
  if (mark === undefined) return null;
  const { lastDay, urgency, reason } = mark;
  return (
    <time
      className={`figures ${classes.cell ?? ''}`}
      dateTime={lastDay}
      data-tone={urgency === undefined ? undefined : 'alert'}
      title={`Dernier jour pour agir\u00A0: ${formatFullDay(lastDay)}. ${reason}.`}
    >
      {urgency === 'over' ? 'prescrite' : formatDay(lastDay)}
    </time>
  );
};

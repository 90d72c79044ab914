import { catchUpNotice } from '../../../shared/reminders/catch-up.ts';
import type { Planning } from '../../../shared/reminders/planning.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What the days without the application did to the queue; nothing where no reminder was folded into another. */
export const CatchUpNotice = ({ planning }: { readonly planning: Planning }) => {
  const text = catchUpNotice(planning, useToday());
  return text === undefined ? null : <Notice tone="info">{text}</Notice>;
};

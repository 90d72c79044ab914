import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { ProposalTitle } from '../reminders/proposal-title.tsx';
import { momentText } from './call-list.tsx';
import classes from './calls.module.css';
import { PhoneActions } from './phone-actions.tsx';

/** « Pourquoi maintenant », one sentence. */
export const Reason = ({ task }: { readonly task: CallTask }) => (
  <p className={classes.reason}>
    <span className={classes.why}>{'Pourquoi maintenant\u00A0:'}</span> {task.proposal.reason}
  </p>
);

/** Who, how much, and on which number. */
export const TaskHead = ({ task }: { readonly task: CallTask }) => {
  const { proposal, clientName } = task;
  const moment = momentText(task);
  return (
    <header className={classes.head}>
      <ProposalTitle proposal={proposal} clientName={clientName}>
        {moment !== '' && <span className={classes.moment}>{moment}</span>}
        <PhoneActions task={task} />
      </ProposalTitle>
    </header>
  );
};

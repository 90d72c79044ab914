import { Link } from 'wouter';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { places } from '../../application/places.ts';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
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
      <div className={classes.titleLine}>
        <h2 className={classes.client} title={clientName}>
          <Link href={places.client(proposal.clientId)}>{clientName}</Link>
        </h2>
        <span className={`${classes.total} figures`}>
          {formatMoney(proposal.totalCents, proposal.currency)}
        </span>
      </div>
      <div className={classes.marks}>
        <LevelBadge level={proposal.level} />
        <ChannelMark channel={proposal.channel} />
        {moment !== '' && <span className={classes.moment}>{moment}</span>}
        <PhoneActions task={task} />
      </div>
    </header>
  );
};

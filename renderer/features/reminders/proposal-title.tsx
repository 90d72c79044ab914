import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { places } from '../../application/places.ts';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
import classes from './proposal-title.module.css';

/** Who owes how much, how hard it is said and by which way; what else belongs to the line stands after it. */
export const ProposalTitle = ({
  proposal,
  clientName,
  children,
}: {
  readonly proposal: Proposal;
  readonly clientName: string;
  readonly children?: ReactNode;
}) => (
  <>
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
      {children}
    </div>
  </>
);

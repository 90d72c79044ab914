import type { KeyboardEvent } from 'react';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { CursorList, RowTick } from '../../ui/cursor-list.tsx';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
import classes from './proposal-list.module.css';
import type { QueuedMessage } from './use-queue.ts';

const rowHeightPx = 88;

const lateness = ({ lines }: Proposal): string => {
  const days = lines[0]?.daysLate ?? 0;
  if (days > 0) return `${days}\u00A0j de retard`;
  return days === 0 ? 'à échéance aujourd’hui' : `échéance dans ${-days}\u00A0j`;
};

const Row = ({
  proposal,
  message,
  chosen,
}: {
  readonly proposal: Proposal;
  readonly message: QueuedMessage;
  readonly chosen: boolean;
}) => {
  const name = useLedger().clients.get(proposal.clientId)?.name ?? '';
  return (
    <>
      <RowTick isOn={chosen} />
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={`${classes.amount} figures`}>
        {formatMoney(proposal.totalCents, proposal.currency)}
      </span>
      <span className={classes.marks}>
        <LevelBadge level={proposal.level} />
        <ChannelMark channel={proposal.channel} />
        {!message.ok && <span className={classes.toFix}>À compléter</span>}
        {message.ok && message.value.kind === 'edited' && <span className={classes.flag}>Modifiée</span>}
        <span className={classes.late}>{lateness(proposal)}</span>
        {proposal.lines.length > 1 && (
          <span className={`${classes.late} ${classes.count}`}>{proposal.lines.length} factures</span>
        )}
      </span>
      <span className={classes.reason} title={proposal.reason}>
        {proposal.firstTime ? 'Première relance : c’est à vous de décider. ' : ''}
        {proposal.reason}
      </span>
    </>
  );
};

/** The queue, one row a client: the row under the cursor is shown on the right, ticked rows are approved together. */
export const ProposalList = ({
  proposals,
  activeId,
  chosen,
  messageOf,
  onActivate,
  onChoose,
  onKey,
}: {
  readonly proposals: readonly Proposal[];
  readonly activeId: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly messageOf: (proposal: Proposal) => QueuedMessage;
  readonly onActivate: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onKey: (key: string, event: KeyboardEvent) => boolean;
}) => (
  <CursorList
    label="Relances à valider"
    items={proposals}
    idOf={({ id }) => id}
    activeId={activeId}
    rowHeightPx={rowHeightPx}
    listClass={classes.list}
    rowClass={classes.row}
    isTicked={({ id }) => chosen.has(id)}
    onActivate={onActivate}
    onTick={onChoose}
    onKey={onKey}
  >
    {(proposal) => <Row proposal={proposal} message={messageOf(proposal)} chosen={chosen.has(proposal.id)} />}
  </CursorList>
);

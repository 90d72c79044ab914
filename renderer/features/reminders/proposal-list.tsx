import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { useLedger } from '../../application/ledger-context.tsx';
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
  onChoose,
}: {
  readonly proposal: Proposal;
  readonly message: QueuedMessage;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) => {
  const name = useLedger().clients.get(proposal.clientId)?.name ?? '';
  return (
    <>
      <span
        className={classes.tick}
        data-on={chosen || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onChoose();
        }}
      >
        {chosen && <Check size={14} strokeWidth={3} />}
      </span>
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

/** Keys of the list, by what they do to the proposal under the cursor. */
export interface ProposalKeys {
  readonly onKey: (key: string, event: KeyboardEvent) => boolean;
}

/**
 * The queue, one row a client. The list takes the focus as a whole; the row under the cursor is shown on the
 * right, ticked rows are approved together.
 */
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
} & ProposalKeys) => {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: proposals.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const activeIndex = proposals.findIndex(({ id }) => id === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [activeIndex, virtualizer]);
  const moveTo = (index: number): void => {
    const goal = proposals[Math.max(0, Math.min(proposals.length - 1, index))];
    if (goal) onActivate(goal.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      Home: 0,
      End: proposals.length - 1,
      PageDown: activeIndex + 6,
      PageUp: activeIndex - 6,
    };
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const goal = plain ? moves[event.key] : undefined;
    if (goal !== undefined) {
      event.preventDefault();
      moveTo(goal);
    } else if (onKey(event.key, event)) event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label="Relances à valider"
      aria-multiselectable="true"
      aria-activedescendant={activeIndex >= 0 ? `${base}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const proposal = proposals[index];
          if (!proposal) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names the active option
            <div
              key={proposal.id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.has(proposal.id)}
              aria-setsize={proposals.length}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeightPx }}
              onClick={() => onActivate(proposal.id)}
            >
              <Row
                proposal={proposal}
                message={messageOf(proposal)}
                chosen={chosen.has(proposal.id)}
                onChoose={() => onChoose(proposal.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};

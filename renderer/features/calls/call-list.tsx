import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { formatWeekday } from '../../../shared/dates/format-day.ts';
import { formatTimeOfDay } from '../../../shared/dates/time-of-day.ts';
import { printedPhone } from '../../../shared/identifiers/printed-phone.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { ChannelMark } from '../../ui/level-badge.tsx';
import classes from './call-list.module.css';

const rowHeightPx = 84;

const oldest = ({ proposal }: CallTask): string => {
  const [first] = proposal.lines;
  const count = proposal.lines.length;
  const days = first?.daysLate ?? 0;
  const late = days > 0 ? `${days}\u00A0j de retard` : 'pas encore échue';
  return count > 1 ? `${count} factures, jusqu’à ${late}` : `${first?.invoice.number ?? ''}, ${late}`;
};

/** When to try, or how often it was tried; empty for a first call due now. */
export const momentText = ({ appointment, waitsUntil, tries }: CallTask): string => {
  const at = appointment?.at === undefined ? '' : ` à ${formatTimeOfDay(appointment.at)}`;
  if (appointment !== undefined && waitsUntil === undefined) return `À rappeler aujourd’hui${at}`;
  if (waitsUntil !== undefined) return `À rappeler ${formatWeekday(waitsUntil)}${at}`;
  if (tries === 0) return '';
  return tries === 1 ? 'Injoignable une fois' : `Injoignable ${tries} fois`;
};

const Row = ({ task }: { readonly task: CallTask }) => {
  const { proposal, clientName, contact } = task;
  const phone = contact?.phone?.trim();
  const moment = momentText(task);
  return (
    <>
      <span className={classes.name} title={clientName}>
        {clientName}
      </span>
      <span className={`${classes.amount} figures`}>
        {formatMoney(proposal.totalCents, proposal.currency)}
      </span>
      <span className={classes.line}>
        <ChannelMark channel={proposal.channel} />
        {phone ? (
          <span className="figures">{printedPhone(phone)}</span>
        ) : (
          <span className={classes.missing}>Pas de numéro</span>
        )}
        {contact?.name && <span className={classes.quiet}>{contact.name}</span>}
      </span>
      <span className={classes.line}>
        <span className={classes.quiet}>{oldest(task)}</span>
        {moment !== '' && <span className={classes.moment}>{moment}</span>}
      </span>
    </>
  );
};

/**
 * The calls and text messages, one row a client, those of today before those that wait. The list takes the
 * focus as a whole: arrows, J and K move; other keys are for what is under the cursor.
 */
export const CallList = ({
  tasks,
  activeId,
  onActivate,
  onKey,
}: {
  readonly tasks: readonly CallTask[];
  readonly activeId: string | undefined;
  readonly onActivate: (id: string) => void;
  readonly onKey: (key: string) => boolean;
}) => {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const activeIndex = tasks.findIndex(({ proposal }) => proposal.id === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [activeIndex, virtualizer]);
  const moveTo = (index: number): void => {
    const goal = tasks[Math.max(0, Math.min(tasks.length - 1, index))];
    if (goal) onActivate(goal.proposal.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      Home: 0,
      End: tasks.length - 1,
      PageDown: activeIndex + 6,
      PageUp: activeIndex - 6,
    };
    const goal = moves[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      moveTo(goal);
    } else if (onKey(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label="Appels et SMS"
      aria-activedescendant={activeIndex >= 0 ? `${base}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const task = tasks[index];
          if (!task) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names the active option
            <div
              key={task.proposal.id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === activeIndex}
              aria-setsize={tasks.length}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              data-later={task.waitsUntil !== undefined || undefined}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeightPx }}
              onClick={() => onActivate(task.proposal.id)}
            >
              <Row task={task} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

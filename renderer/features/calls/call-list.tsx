import { formatWeekday } from '../../../shared/dates/format-day.ts';
import { formatTimeOfDay } from '../../../shared/dates/time-of-day.ts';
import { printedPhone } from '../../../shared/identifiers/printed-phone.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { CursorList } from '../../ui/cursor-list.tsx';
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

/** The calls and text messages, one row a client, those of today before those that wait. */
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
}) => (
  <CursorList
    label="Appels et SMS"
    items={tasks}
    idOf={({ proposal }) => proposal.id}
    activeId={activeId}
    rowHeightPx={rowHeightPx}
    rowClass={classes.row}
    isWaiting={({ waitsUntil }) => waitsUntil !== undefined}
    onActivate={onActivate}
    onKey={(key, { ctrlKey, metaKey, altKey }) =>
      !ctrlKey && !metaKey && !altKey && onKey(key.length === 1 ? key.toLowerCase() : key)
    }
  >
    {(task) => <Row task={task} />}
  </CursorList>
);

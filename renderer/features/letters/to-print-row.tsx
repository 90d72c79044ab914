import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { businessTime } from '../../../shared/dates/clock.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { LetterReadiness } from '../../../shared/letters/letter-readiness.ts';
import { clientLetterNames, isRegistered, type PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
import type { useRowFocus } from '../../ui/use-row-focus.ts';
import { useWithdraw } from './letter-actions.ts';
import classes from './to-print.module.css';

const standing = (
  readiness: LetterReadiness | undefined,
): { readonly text: string; readonly tone: string } => {
  switch (readiness?.kind) {
    case 'ready':
      return readiness.advice.length > 0
        ? { text: 'Prêt, à relire', tone: 'caution' }
        : { text: 'Prêt', tone: 'good' };
    case 'incomplete':
      return {
        text: readiness.problems.length > 1 ? `${readiness.problems.length} à corriger` : 'À corriger',
        tone: 'alert',
      };
    case 'outdated':
      return { text: 'À retirer', tone: 'alert' };
    case undefined:
      return { text: '', tone: 'quiet' };
  }
};

/** Day since which a letter waits for the printer. */
const waitingSince = ({ row: { state } }: PaperLetter): Day | undefined =>
  state.kind === 'to-print'
    ? businessTime(Date.parse('approvedAt' in state ? state.approvedAt : state.writtenAt)).day
    : undefined;

/** One letter to print: ticked or not, with what it still lacks. */
export const ToPrintRow = ({
  letter,
  readiness,
  active,
  chosen,
  rowProps,
  onActivate,
  onToggle,
}: {
  readonly letter: PaperLetter;
  readonly readiness: LetterReadiness | undefined;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly rowProps: ReturnType<ReturnType<typeof useRowFocus>['rowProps']>;
  readonly onActivate: () => void;
  readonly onToggle: () => void;
}) => {
  const { row } = letter;
  const name = useLedger().clients.get(row.clientId)?.name ?? '';
  const withdraw = useWithdraw();
  const { text, tone } = standing(readiness);
  const ready = readiness?.kind === 'ready';
  const approvedOn = waitingSince(letter);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus moves with the arrows and shows the letter (onFocus)
    <li
      {...rowProps}
      className={classes.row}
      data-active={active || undefined}
      aria-current={active || undefined}
      onFocus={() => {
        rowProps.onFocus();
        onActivate();
      }}
      onClick={onActivate}
    >
      <Checkbox
        aria-label={`Imprimer le courrier à ${name}`}
        checked={ready && chosen}
        disabled={!ready}
        onChange={onToggle}
      />
      <span className={classes.name} title={name}>
        {name}
      </span>
      <span className={`${classes.amount} figures`}>
        {row.totalCents === undefined ? '' : formatAmount(row.totalCents)}
      </span>
      <span className={classes.marks}>
        {letter.table === 'reminders' ? (
          <LevelBadge level={letter.row.level} />
        ) : (
          <span>{clientLetterNames[letter.row.kind]}</span>
        )}
        <ChannelMark channel={isRegistered(letter) ? 'registered-letter' : 'letter'} />
        <span className={classes.standing} data-tone={tone}>
          {text}
        </span>
      </span>
      <span className={classes.dates}>
        {approvedOn !== undefined &&
          `${letter.table === 'reminders' ? 'Approuvé' : 'Écrit'} le ${formatDay(approvedOn)}`}
        {row.deadlineOn !== undefined && `, à régler le ${formatDay(row.deadlineOn)} au plus tard`}
      </span>
      <Tooltip
        label={
          letter.table === 'reminders'
            ? 'Retirer\u00A0: le courrier ne part pas, la relance est de nouveau à valider'
            : 'Retirer\u00A0: le courrier ne part pas'
        }
      >
        <ActionIcon
          className={classes.withdraw ?? ''}
          aria-label={`Retirer le courrier à ${name}`}
          onClick={() => void withdraw(letter)}
        >
          <Undo2 size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </li>
  );
};

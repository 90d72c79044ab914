import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatShortDay } from '../../../shared/dates/format-short.ts';
import { isDoubt, matchReasonText } from '../../../shared/matching/match-reason-text.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import classes from './match-list.module.css';
import { isOpenReason, type MatchRow, standingOfRow } from './match-rows.ts';
import { targetsText } from './target-text.ts';

const rowHeightPx = 80;

/** Why a row is not ticked by itself; undefined where there is no doubt. */
const doubtText = (row: MatchRow, numberOf: (invoiceId: string) => string): string | undefined => {
  const { proposal, decision } = row;
  if (decision.takenInvoiceId !== undefined)
    return `La facture ${numberOf(decision.takenInvoiceId)} est déjà prise par un autre mouvement.`;
  if (decision.isOwn || proposal?.best === undefined || proposal.isCertain) return undefined;
  const { reasons } = proposal.best;
  const doubt = reasons.find(isDoubt) ?? reasons.find(isOpenReason);
  return doubt ? matchReasonText(doubt) : 'Trop peu d’indices pour en être sûr.';
};

/** The year is said where it is another one. */
const dayText = (on: Day, today: Day): string =>
  on.slice(0, 4) === today.slice(0, 4) ? formatShortDay(on) : formatDay(on);

const hintOf = (row: MatchRow, isRunning: boolean): string => {
  if (row.decision.isOwn) return 'Choisi par vous';
  if (row.proposal === undefined) return isRunning ? 'Recherche en cours…' : 'Cherchez le client avec /';
  const [reason] = row.proposal.best?.reasons.filter((candidate) => !isDoubt(candidate)) ?? [];
  if (reason) return matchReasonText(reason);
  return row.proposal.best ? '' : 'Rien ne désigne un client : cherchez avec /';
};

/** Drawn anew only when its movement changes: the cursor passes over many. */
const Row = memo(function Row({ row, isRunning }: { readonly row: MatchRow; readonly isRunning: boolean }) {
  const ledger = useLedger();
  const today = useToday();
  const { decision, title, amountCents, currency, line } = row;
  const what = targetsText(ledger, decision.targets);
  const doubt = doubtText(row, (id) => ledger.invoices.get(id)?.number ?? '');
  return (
    <>
      <span className={classes.tick} data-on={decision.isTicked || undefined} data-tick aria-hidden="true">
        {decision.isTicked && <Check size={14} strokeWidth={3} />}
      </span>
      <span className={classes.title} title={line.label}>
        <span className={`${classes.day} figures`}>{dayText(line.bookedOn, today)}</span> {title}
      </span>
      <span className={`${classes.amount} figures`} data-outgoing={amountCents < 0 || undefined}>
        {formatMoney(amountCents, currency)}
      </span>
      <span className={classes.target} data-standing={standingOfRow(row)} title={what}>
        {what}
      </span>
      <span className={classes.hint} data-doubt={doubt !== undefined || undefined} title={doubt}>
        {doubt ?? hintOf(row, isRunning)}
      </span>
    </>
  );
});

/** The movements that wait, each with what it is taken for. The list takes the focus as a whole. */
export const MatchList = ({
  rows,
  activeId,
  isRunning,
  onActivate,
  onTick,
  onKey,
}: {
  readonly rows: readonly MatchRow[];
  readonly activeId: string | undefined;
  readonly isRunning: boolean;
  readonly onActivate: (id: string) => void;
  readonly onTick: (id: string) => void;
  readonly onKey: (key: string, event: KeyboardEvent) => boolean;
}) => {
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  const activeIndex = rows.findIndex(({ id }) => id === activeId);
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [activeIndex, virtualizer]);
  const moveTo = (index: number): void => {
    const goal = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (goal) onActivate(goal.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      Home: 0,
      End: rows.length - 1,
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
      aria-label="Mouvements à rapprocher"
      aria-multiselectable="true"
      aria-activedescendant={activeIndex >= 0 ? `${base}-${activeIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.sizer} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names the active option
            <div
              key={row.id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={row.decision.isTicked}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeightPx }}
              onClick={({ target }) => {
                // The tick of a row is a part of it, so that the row need not be drawn anew for its handler.
                if (target instanceof Element && target.closest('[data-tick]')) onTick(row.id);
                else onActivate(row.id);
              }}
            >
              <Row row={row} isRunning={isRunning} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

import { type KeyboardEvent, memo } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatShortDay } from '../../../shared/dates/format-short.ts';
import { isDoubt, matchReasonText } from '../../../shared/matching/match-reason-text.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { CursorList, RowTick } from '../../ui/cursor-list.tsx';
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
  if (row.proposal.best) return '';
  return row.amountCents < 0
    ? 'Aucun paiement enregistré ne correspond\u00A0: cherchez avec /'
    : 'Rien ne désigne un client\u00A0: cherchez avec /';
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
      <RowTick isOn={decision.isTicked} />
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

/** The movements that wait, each with what it is taken for. */
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
}) => (
  <CursorList
    label="Mouvements à rapprocher"
    items={rows}
    idOf={({ id }) => id}
    activeId={activeId}
    rowHeightPx={rowHeightPx}
    rowClass={classes.row}
    isTicked={({ decision }) => decision.isTicked}
    onActivate={onActivate}
    onTick={onTick}
    onKey={onKey}
  >
    {(row) => <Row row={row} isRunning={isRunning} />}
  </CursorList>
);

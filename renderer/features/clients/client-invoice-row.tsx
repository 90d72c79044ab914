import { Checkbox } from '@mantine/core';
import type { LimitationMark } from '../../../shared/claims/limitation-mark.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { InvoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { cents } from '../../../shared/money/cents.ts';
import { Amount } from '../../ui/amount.tsx';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import type { RowProps } from '../../ui/use-row-focus.ts';
import type { InvoiceAction } from '../invoices/invoice-actions.tsx';
import { LimitationDay } from '../invoices/limitation-day.tsx';
import { ClientInvoiceMenu } from './client-invoice-menu.tsx';
import classes from './client-invoices.module.css';
import { StandingBadges } from './standing-badges.tsx';

export interface InvoiceRow {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
  /** Of open invoices alone. */
  readonly limitation: LimitationMark | undefined;
}

/** Something is still owed on it, or left of it. */
export const isOpenRow = ({ standing }: InvoiceRow): boolean =>
  standing.kind === 'open' || (standing.kind === 'credit-note' && standing.unusedCents > 0);

const lateText = (standing: InvoiceStanding): string =>
  standing.kind === 'open' && standing.daysLate !== undefined && standing.daysLate > 0
    ? `${standing.daysLate} j`
    : '';

/** One invoice or credit note of a client. */
export const ClientInvoiceRow = ({
  row,
  isWanted,
  isSelected,
  rowProps,
  onToggle,
  onAsk,
}: {
  readonly row: InvoiceRow;
  /** The user came for this one. */
  readonly isWanted: boolean;
  readonly isSelected: boolean;
  readonly rowProps: RowProps;
  readonly onToggle: () => void;
  readonly onAsk: (action: InvoiceAction) => void;
}) => {
  const { invoice, standing, limitation } = row;
  const left =
    standing.kind === 'open'
      ? standing.remainingCents
      : standing.kind === 'credit-note'
        ? cents(-standing.unusedCents)
        : cents(0);
  return (
    <tr
      data-wanted={isWanted}
      data-quiet={!isOpenRow(row)}
      data-selected={isSelected && standing.kind === 'open'}
      {...rowProps}
    >
      <td>
        {standing.kind === 'open' && (
          <Checkbox
            size="xs"
            aria-label={`Sélectionner la facture ${invoice.number}`}
            checked={isSelected}
            onChange={onToggle}
          />
        )}
      </td>
      <td
        title={
          invoice.orderReference === undefined
            ? invoice.number
            : `${invoice.number}, commande ${invoice.orderReference}`
        }
      >
        {invoice.number}
      </td>
      <td className={classes.wide}>
        <DayText day={invoice.issuedOn} />
      </td>
      <td>
        <DayText day={invoice.dueOn} />
      </td>
      <td className={table.amount}>
        <span className="figures">{lateText(standing)}</span>
      </td>
      <td className={table.amount}>
        <Amount cents={invoice.kind === 'invoice' ? invoice.totalCents : cents(-invoice.totalCents)} />
      </td>
      <td className={table.amount}>
        <Amount cents={left} dashForZero strong={standing.kind === 'open'} />
      </td>
      <td className={classes.limitation}>
        <LimitationDay mark={limitation} />
      </td>
      <td>
        <StandingBadges standing={standing} limitation={limitation} />
      </td>
      <td>
        <ClientInvoiceMenu invoice={invoice} standing={standing} onAsk={onAsk} />
      </td>
    </tr>
  );
};

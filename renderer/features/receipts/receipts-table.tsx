import { ActionIcon, Button, Menu, Popover } from '@mantine/core';
import { Ellipsis, Landmark, MailCheck, Undo2, Unplug } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { businessDay } from '../../../shared/dates/clock.ts';
import { formatDay, formatMonth } from '../../../shared/dates/format-day.ts';
import type { Receipt, ReceiptMonth } from '../../../shared/ledger/receipts.ts';
import { paymentMethodNames } from '../../../shared/ledger/timeline-title.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { reversePayment } from '../../db/commands/payments.ts';
import { Amount } from '../../ui/amount.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { StopDayDialog } from '../invoices/stop-day-dialog.tsx';
import classes from './receipts-screen.module.css';

/** Rows in the page at first and with each « Afficher la suite ». */
const rowsPerPage = 150;

const settledText = ({ invoices, payment }: Receipt): string => {
  if (payment.reversedAt !== undefined)
    return `Annulé le ${formatDay(businessDay(Date.parse(payment.reversedAt)))}`;
  return invoices.map(({ number }) => number).join(', ');
};

/** The movement of the bank by which a payment came, behind a button. */
const Origin = ({ bankLineId }: { readonly bankLineId: string }) => {
  const { bankLines, bankAccounts } = useLedger();
  const line = bankLines.get(bankLineId);
  if (!line) return null;
  const account = bankAccounts.get(line.accountId)?.name ?? '';
  return (
    <Popover width={360} position="bottom-end" withinPortal trapFocus={false}>
      <Popover.Target>
        <button type="button" className={classes.origin} aria-label={`Vu sur le relevé de ${account}`}>
          <Landmark size={14} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.originHead}>
          {account}, le {formatDay(line.bookedOn)}
        </div>
        {line.counterparty !== undefined && <div>{line.counterparty}</div>}
        <div className={classes.originLabel}>{line.label}</div>
      </Popover.Dropdown>
    </Popover>
  );
};

const ReceiptRow = ({
  receipt,
  rowProps,
}: {
  readonly receipt: Receipt;
  readonly rowProps: ReturnType<ReturnType<typeof useRowFocus>['rowProps']>;
}) => {
  const run = useRun();
  const [isRejecting, setRejecting] = useState(false);
  const { payment, clientName, unallocatedCents } = receipt;
  const isReversed = payment.reversedAt !== undefined;
  const settled = settledText(receipt);
  const waiting = `${formatAmount(unallocatedCents)} à affecter`;
  return (
    <tr data-quiet={isReversed} {...rowProps}>
      <td>
        <DayText day={payment.receivedOn} />
      </td>
      <td title={clientName}>
        <Link href={places.client(payment.clientId)} className={classes.client}>
          {clientName}
        </Link>
      </td>
      <td className={table.amount}>
        {isReversed ? (
          <s>
            <Amount cents={payment.cents} />
          </s>
        ) : (
          <Amount cents={payment.cents} strong />
        )}
      </td>
      <td>
        {capitalised(paymentMethodNames[payment.method])}
        {payment.bankLineId !== undefined && <Origin bankLineId={payment.bankLineId} />}
      </td>
      <td title={unallocatedCents > 0 ? [waiting, settled].filter(Boolean).join(', ') : settled}>
        {unallocatedCents > 0 && <span className={classes.unallocated}>{waiting}</span>}
        {unallocatedCents > 0 && settled !== '' && ', '}
        {settled}
      </td>
      <td className={classes.wide} title={payment.reference}>
        {payment.reference}
      </td>
      <td>
        {!isReversed && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                aria-label={`Actions sur le paiement de ${formatAmount(payment.cents)} de ${clientName}`}
              >
                <Ellipsis size={16} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {payment.method === 'direct-debit' && (
                <Menu.Item
                  leftSection={<Unplug size={16} aria-hidden="true" />}
                  onClick={() => setRejecting(true)}
                >
                  Prélèvement rejeté
                </Menu.Item>
              )}
              <Menu.Item
                component={Link}
                href={places.newLetter(payment.clientId, { kind: 'thanks', paymentId: payment.id })}
                leftSection={<MailCheck size={16} aria-hidden="true" />}
              >
                Accusé de réception
              </Menu.Item>
              <Menu.Item
                leftSection={<Undo2 size={16} aria-hidden="true" />}
                onClick={() => void run(reversePayment, { paymentId: payment.id })}
              >
                Annuler ce paiement
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        <StopDayDialog
          event={{ kind: 'debit-rejected', paymentId: payment.id }}
          opened={isRejecting}
          onClose={() => setRejecting(false)}
        />
      </td>
    </tr>
  );
};

/** The first `limit` rows, month by month. */
const firstRowsOf = (
  months: readonly ReceiptMonth[],
  limit: number,
): readonly { readonly month: ReceiptMonth; readonly receipts: readonly Receipt[] }[] => {
  const shown: { readonly month: ReceiptMonth; readonly receipts: readonly Receipt[] }[] = [];
  let left = limit;
  for (const month of months) {
    if (left <= 0) break;
    shown.push({ month, receipts: month.receipts.slice(0, left) });
    left -= month.receipts.length;
  }
  return shown;
};

/** Payments by month, newest first, each month with its total. */
export const ReceiptsTable = ({ months }: { readonly months: readonly ReceiptMonth[] }) => {
  const [limit, setLimit] = useState(rowsPerPage);
  const { listProps, rowProps } = useRowFocus(months[0]?.receipts[0]?.payment.id);
  const rowCount = months.reduce((sum, { receipts }) => sum + receipts.length, 0);
  return (
    <>
      <div className={classes.surface}>
        <table className={table.table} {...listProps}>
          <caption className="visually-hidden">Encaissements par mois, les plus récents d’abord</caption>
          <colgroup>
            <col className={classes.day} />
            <col />
            <col className={classes.money} />
            <col className={classes.method} />
            <col />
            <col className={`${classes.reference} ${classes.wide}`} />
            <col className={classes.menu} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Reçu le</th>
              <th scope="col">Client</th>
              <th scope="col" className={table.amount}>
                Montant
              </th>
              <th scope="col">Moyen</th>
              <th scope="col">Factures réglées</th>
              <th scope="col" className={classes.wide}>
                Référence
              </th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          {firstRowsOf(months, limit).map(({ month, receipts }) => (
            <tbody key={month.month}>
              <tr className={table.group}>
                <th scope="rowgroup" colSpan={2}>
                  {capitalised(formatMonth(`${month.month}-01`))}
                </th>
                <th scope="rowgroup" className={table.amount}>
                  <Amount cents={month.totalCents} strong />
                </th>
                <td colSpan={3} />
                <td className={classes.wide} />
              </tr>
              {receipts.map((receipt) => (
                <ReceiptRow
                  key={receipt.payment.id}
                  receipt={receipt}
                  rowProps={rowProps(receipt.payment.id)}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {rowCount > limit && (
        <Button variant="subtle" mt="sm" onClick={() => setLimit((was) => was + rowsPerPage)}>
          Afficher la suite ({rowCount - limit} encaissements plus anciens)
        </Button>
      )}
    </>
  );
};

import { Paperclip } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatAmount, formatPlainAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import tableClasses from '../../ui/plain-table.module.css';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import type { InvoiceDocument } from './document-batch.ts';
import { profileName } from './document-profile.ts';
import classes from './documents-step.module.css';

const pageRows = 100;

const amountText = (cents: Parameters<typeof formatAmount>[0], currency: string): string =>
  currency === 'EUR' ? formatAmount(cents) : `${formatPlainAmount(cents)}\u00A0${currency}`;

const InvoiceRowView = ({ document }: { readonly document: InvoiceDocument }) => {
  const { row, file, form } = document;
  const sign = row.kind === 'credit-note' ? '−\u00A0' : '';
  return (
    <tr>
      <td className={`${classes.quiet} figures`}>{row.line}</td>
      <th scope="row" title={`${row.number} (${file.name})`}>
        <span className={classes.attached}>
          {row.number}
          {form === 'pdf' && (
            <Paperclip size={14} role="img" aria-label="PDF à joindre" className={classes.quiet} />
          )}
        </span>
      </th>
      <td title={row.clientName}>{row.clientName}</td>
      <td className="figures">{formatDay(row.issuedOn)}</td>
      <td className="figures">{row.dueOn === undefined ? '—' : formatDay(row.dueOn)}</td>
      <td className={`${tableClasses.amount} figures`}>
        {sign}
        {amountText(row.totalCents, row.currency)}
      </td>
      <td className={`${tableClasses.amount} figures`}>
        {sign}
        {amountText(row.remainingCents, row.currency)}
      </td>
      <td className={`${classes.quiet} ${classes.wide}`} title={document.profile}>
        {profileName(document)}
      </td>
    </tr>
  );
};

/** Electronic invoices as they were read. */
export const ReadInvoicesCard = ({ invoices }: { readonly invoices: readonly InvoiceDocument[] }) => {
  const { rows, more } = usePagedRows(invoices, pageRows);
  return (
    <Card
      title={counted(invoices.length, 'facture électronique lue', 'factures électroniques lues')}
      padded={false}
    >
      <div className={classes.scroller}>
        <table className={tableClasses.table}>
          <caption className="visually-hidden">Factures électroniques lues</caption>
          <colgroup>
            <col className={classes.number} />
            <col />
            <col />
            <col className={classes.day} />
            <col className={classes.day} />
            <col className={classes.money} />
            <col className={classes.money} />
            <col className={`${classes.profile} ${classes.wide}`} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Rang</span>
              </th>
              <th scope="col">Numéro</th>
              <th scope="col">Client</th>
              <th scope="col">Date</th>
              <th scope="col">Échéance</th>
              <th scope="col" className={tableClasses.amount}>
                Total TTC
              </th>
              <th scope="col" className={tableClasses.amount}>
                Reste à payer
              </th>
              <th scope="col" className={classes.wide}>
                Format
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((document) => (
              <InvoiceRowView key={document.row.line} document={document} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </Card>
  );
};

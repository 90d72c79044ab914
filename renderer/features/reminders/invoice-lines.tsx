import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { levelNames } from '../../../shared/reminders/reminder-names.ts';
import { DayText } from '../../ui/day-text.tsx';
import classes from './invoice-lines.module.css';

/** The invoices that a message claims, the oldest due date first. */
export const InvoiceLines = ({ proposal }: { readonly proposal: Proposal }) => (
  <div className={classes.scroller}>
    <table className={classes.lines}>
      <caption className="visually-hidden">Factures réclamées par cette relance</caption>
      <thead>
        <tr>
          <th scope="col">Facture</th>
          <th scope="col">Échéance</th>
          <th scope="col" data-right="">
            Retard
          </th>
          <th scope="col" className={classes.step}>
            Étape
          </th>
          <th scope="col" data-right="">
            Réclamé
          </th>
        </tr>
      </thead>
      <tbody>
        {proposal.lines.map((line) => (
          <tr key={line.invoice.id}>
            <th scope="row" title={line.invoice.number}>
              {line.invoice.number}
            </th>
            <td>
              <DayText day={line.invoice.dueOn} />
            </td>
            <td data-right="" className="figures">
              {line.daysLate > 0 ? `${line.daysLate}\u00A0j` : '–'}
            </td>
            <td className={classes.step}>{levelNames[line.step.level]}</td>
            <td data-right="" className="figures">
              {formatMoney(line.remainingCents, proposal.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

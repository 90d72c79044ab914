import { Fragment, useId, useState } from 'react';
import type { InvoiceStatement } from '../../../shared/claims/statement-contract.ts';
import { type StatementLine, statementLine } from '../../../shared/claims/statement-line.ts';
import { formatRate } from '../../../shared/law/format-rate.ts';
import type { DebtorRegime } from '../../../shared/ledger/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { DayText } from '../../ui/day-text.tsx';
import table from '../../ui/plain-table.module.css';
import classes from './claims.module.css';

const Figures = ({ line }: { readonly line: StatementLine }) =>
  line.to === undefined ? (
    // An event has no period, no base and no rate: the room tells what it settled.
    <td colSpan={4} className={classes.detail} title={line.detail}>
      {line.detail}
    </td>
  ) : (
    <>
      <td>
        <DayText day={line.to} />
      </td>
      <td className={table.amount}>
        <span className="figures">{line.days}</span>
      </td>
      <td className={table.amount}>{line.baseCents !== undefined && <Amount cents={line.baseCents} />}</td>
      <td className={table.amount}>
        <span className="figures">
          {line.rateBasisPoints === undefined ? '' : formatRate(line.rateBasisPoints)}
        </span>
      </td>
    </>
  );

/** The lines of one invoice; a click on an article shows the rule that the line applies. */
export const StatementRows = ({
  statement,
  regime,
}: {
  readonly statement: InvoiceStatement;
  readonly regime: DebtorRegime;
}) => {
  const id = useId();
  const [shown, setShown] = useState<number>();
  const { number } = statement.invoice;
  const lines = statement.rows.map((row) => statementLine(row, regime));
  return (
    <div className={classes.scroll}>
      <table className={`${table.table} ${classes.table}`}>
        <caption className="visually-hidden">Décompte de la facture {number}, ligne par ligne</caption>
        <colgroup>
          <col />
          <col className={classes.dayColumn} />
          <col className={classes.dayColumn} />
          <col className={classes.daysColumn} />
          <col className={classes.moneyColumn} />
          <col className={classes.rateColumn} />
          <col className={classes.moneyColumn} />
          <col className={classes.articleColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Du</th>
            <th scope="col">Au</th>
            <th scope="col" className={table.amount}>
              Jours
            </th>
            <th scope="col" className={table.amount}>
              Base
            </th>
            <th scope="col" className={table.amount}>
              Taux
            </th>
            <th scope="col" className={table.amount}>
              Montant
            </th>
            <th scope="col">Fondement</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a statement have no identity but their place
            <Fragment key={index}>
              <tr data-opened={shown === index || undefined}>
                <th scope="row" className={classes.label} title={line.label}>
                  <span className={classes.clamp}>{line.label}</span>
                </th>
                <td>
                  <DayText day={line.from} />
                </td>
                <Figures line={line} />
                <td className={table.amount}>
                  <Amount cents={line.cents} />
                </td>
                <td className={classes.articleCell}>
                  <button
                    type="button"
                    className={classes.article}
                    title={line.basis.rule}
                    aria-expanded={shown === index}
                    aria-controls={shown === index ? `${id}-${index}` : undefined}
                    onClick={() => setShown((was) => (was === index ? undefined : index))}
                  >
                    {line.basis.article}
                  </button>
                </td>
              </tr>
              {shown === index && (
                <tr className={classes.ruleRow}>
                  <td id={`${id}-${index}`} colSpan={8} className={classes.rule}>
                    {line.basis.rule}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={6}>
              Total de la facture
            </th>
            <td className={table.amount}>
              <Amount cents={statement.totalCents} strong />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { daysLateOf, settledOn } from '../../../shared/claims/settled-late.ts';
import type { InvoiceStatement } from '../../../shared/claims/statement-contract.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Amount } from '../../ui/amount.tsx';
import { chargeName } from './charge-words.ts';
import classes from './claims.module.css';
import { InvoiceCharge } from './invoice-charge.tsx';
import { StatementRows } from './statement-rows.tsx';

/** What is left out of the total: waived by the user, or contested by the client. */
const leftOut = (one: InvoiceStatement, client: Client): readonly string[] => {
  const waived = [
    ...(one.waivedInterestCents > 0
      ? [`${chargeName('penalties', client.regime).toLowerCase()} ${formatAmount(one.waivedInterestCents)}`]
      : []),
    ...(one.waivedIndemnityCents > 0 ? [`indemnité ${formatAmount(one.waivedIndemnityCents)}`] : []),
  ];
  const interest =
    one.disputedInterestCents > 0
      ? `, et ${formatAmount(one.disputedInterestCents)} d’intérêts courus dessus`
      : '';
  return [
    ...(waived.length > 0 ? [`Non réclamé\u00A0: ${waived.join(', ')}.`] : []),
    ...(one.disputedCents > 0
      ? [`Part contestée, comptée à part\u00A0: ${formatAmount(one.disputedCents)}${interest}.`]
      : []),
  ];
};

/** One invoice of the décompte: its lines, what it comes to, what is claimed of it and who decided. */
export const InvoiceBlock = memo(
  ({
    client,
    statement,
    isOpen,
    onToggle,
    onWaive,
  }: {
    readonly client: Client;
    readonly statement: InvoiceStatement;
    readonly isOpen: boolean;
    readonly onToggle: (invoiceId: string) => void;
    readonly onWaive: (charge: Charge, invoice: Invoice) => void;
  }) => {
    const { invoice, dueOn } = statement;
    const daysLate = daysLateOf(statement);
    const paidOn = settledOn(statement);
    const notes = leftOut(statement, client);
    const bodyId = `decompte-${invoice.id}`;
    return (
      <section
        className={classes.block}
        aria-label={`Facture ${invoice.number}`}
        data-open={isOpen || undefined}
      >
        <h3 className={classes.blockHeading}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={() => onToggle(invoice.id)}
          >
            <ChevronRight size={16} aria-hidden="true" className={classes.chevron} />
            <span className={classes.number} title={invoice.number}>
              Facture {invoice.number}
            </span>
            <span className={classes.facts}>
              du {formatDay(invoice.issuedOn)}, échéance {formatDay(dueOn)}
              {paidOn === undefined ? '' : `, réglée le ${formatDay(paidOn)}`}
              {daysLate > 0 ? ` · ${counted(daysLate, 'jour', 'jours')} de retard` : ''}
            </span>
            <span className={classes.blockTotal}>
              <Amount cents={statement.totalCents} strong />
            </span>
          </button>
        </h3>
        {isOpen && (
          <div id={bodyId} className={classes.blockBody}>
            <StatementRows statement={statement} regime={client.regime} />
            <div className={classes.charges}>
              <InvoiceCharge
                client={client}
                statement={statement}
                charge="penalties"
                onWaive={(charge) => onWaive(charge, invoice)}
              />
              <InvoiceCharge
                client={client}
                statement={statement}
                charge="indemnity"
                onWaive={(charge) => onWaive(charge, invoice)}
              />
            </div>
            {(notes.length > 0 || statement.warnings.length > 0) && (
              <ul className={classes.notes}>
                {[...notes, ...statement.warnings].map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </section>
    );
  },
);

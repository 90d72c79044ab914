import { ActionIcon } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { InvoiceLimitation, LedgerAct } from '../../../shared/claims/invoice-limitation.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { interruptionNames } from '../../../shared/law/interruption.ts';
import type { ActEffect } from '../../../shared/law/limitation.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { unreachable } from '../../../shared/result.ts';
import { useRun } from '../../application/use-run.tsx';
import { removeInterruption } from '../../db/commands/limitation.ts';
import { DayText } from '../../ui/day-text.tsx';
import classes from './limitation.module.css';

const effectNames: Readonly<Record<ActEffect, string>> = {
  renews: 'Nouveau délai',
  'too-late': 'Après le dernier jour',
  'before-start': 'Avant le délai',
  'not-interrupting': 'Sans effet',
};

const detailOf = (act: LedgerAct): string => {
  const { source } = act;
  switch (source.kind) {
    case 'payment':
      return `${formatAmount(source.payment.cents)} reçus`;
    case 'recorded':
      return source.interruption.note;
    case 'declaration':
      return 'noté avec la procédure collective';
    default:
      return unreachable(source);
  }
};

/** What interrupted the period or came too late for it, by date; what the user noted can be taken back. */
export const LimitationActs = ({
  invoice,
  found,
  isPublic,
}: {
  readonly invoice: Invoice;
  readonly found: InvoiceLimitation;
  readonly isPublic: boolean;
}) => {
  const run = useRun();
  const { acts, undatedPayments } = found;
  return (
    <section>
      <h3 className={classes.heading}>Ce qui a interrompu le délai</h3>
      {acts.length === 0 && <p className={`${classes.text} ${classes.quiet}`}>Rien pour le moment.</p>}
      <ul className={classes.acts}>
        {acts.map(({ act, effect }) => {
          const { title, article } = interruptionNames(act.cause, isPublic);
          const detail = detailOf(act);
          const { source } = act;
          return (
            <li
              key={
                source.kind === 'payment'
                  ? source.payment.id
                  : source.kind === 'recorded'
                    ? source.interruption.id
                    : source.kind
              }
              className={classes.act}
            >
              <DayText day={act.on} />
              <span className={classes.what} title={article}>
                {title}
                {detail !== '' && <span className={classes.quiet}>, {detail}</span>}
              </span>
              <span className={classes.effect} data-tone={effect}>
                {effectNames[effect]}
              </span>
              {source.kind === 'recorded' && (
                <ActionIcon
                  size="sm"
                  aria-label={`Retirer l’acte du ${formatDay(act.on)}`}
                  onClick={() =>
                    void run(removeInterruption, {
                      invoiceId: invoice.id,
                      interruptionId: source.interruption.id,
                    })
                  }
                >
                  <Trash2 size={16} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {undatedPayments.length > 0 && (
        <p className={`${classes.text} ${classes.quiet}`}>
          {undatedPayments.length === 1
            ? 'Un règlement repris d’un import n’est pas compté, faute de date certaine.'
            : `${undatedPayments.length} règlements repris d’un import ne sont pas comptés, faute de date certaine.`}{' '}
          Si vous en connaissez la date, notez-le comme paiement partiel.
        </p>
      )}
    </section>
  );
};

import { Button, Checkbox } from '@mantine/core';
import { type InvoiceLimitation, isCarriageClaim } from '../../../shared/claims/invoice-limitation.ts';
import { limitationUrgency } from '../../../shared/claims/limitation-urgency.ts';
import { unrecordedPlans } from '../../../shared/claims/unrecorded-plans.ts';
import { type Day, daysBetween } from '../../../shared/dates/day.ts';
import { formatDay, formatFullDay } from '../../../shared/dates/format-day.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { setCarriage } from '../../db/commands/limitation.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './limitation.module.css';
import { LimitationActs } from './limitation-acts.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

const leftText = (lastDay: Day, today: Day): string => {
  const days = daysBetween(today, lastDay);
  if (days < 0) return 'Prescrite';
  if (days === 0) return 'Dernier jour aujourd’hui';
  return days === 1 ? 'Demain' : `Dans ${days}\u00A0jours`;
};

/** What most people take for an interruption, and what is one. */
const NotInterrupting = ({ isPublic }: { readonly isPublic: boolean }) => (
  <Notice tone="info">
    {isPublic ? (
      <>
        Contre l’administration, une réclamation écrite interrompt la prescription (loi du 31 décembre 1968,
        art. 2). Acquit ne compte que celles que vous notez ici, avec leur preuve.
      </>
    ) : (
      <>
        Une relance ou une mise en demeure, même recommandée, n’interrompt pas la prescription (Cass. com. 18
        mai 2022, n° 20-23.204). Une médiation ou une conciliation la suspend seulement (C. civ. art.
        2238)&nbsp;: Acquit n’en tient pas compte.
      </>
    )}
  </Notice>
);

/** Until when the invoice can be brought to court, why, and what changes it. */
export const LimitationOverview = ({
  invoice,
  client,
  found,
  onRecord,
  onTitle,
}: {
  readonly invoice: Invoice;
  readonly client: Client;
  readonly found: InvoiceLimitation;
  /** With the day of an agreed plan, when the user says that it was signed. */
  readonly onRecord: (signedPlanOn: Day | undefined) => void;
  readonly onTitle: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const container = useFocusOnMount('button');
  const { lastDay, optimisticLastDay, optimisticReason, reason, start } = found;
  const isPublic = client.regime === 'public';
  const tone = limitationUrgency(lastDay, today) === undefined ? undefined : 'alert';
  return (
    <>
      <section>
        <div className={classes.label}>Dernier jour pour agir</div>
        <div className={classes.last}>
          <span className={classes.lastDay} data-tone={tone}>
            {formatFullDay(lastDay)}
          </span>
          <span className={classes.label} data-tone={tone}>
            {tone && leftText(lastDay, today)}
          </span>
        </div>
        <p className={classes.text}>{reason}.</p>
        {start === 'issue' && invoice.performedOn === undefined && (
          <p className={`${classes.text} ${classes.quiet}`}>
            La date de la prestation ou de la livraison n’est pas renseignée&nbsp;: si elle précède la
            facture, le délai court depuis ce jour.
          </p>
        )}
        {optimisticReason !== undefined && (
          <p className={`${classes.text} ${classes.quiet}`}>
            Au mieux, jusqu’au {formatDay(optimisticLastDay)}. {optimisticReason}. Par prudence, l’alerte suit
            la première date.
          </p>
        )}
      </section>
      <LimitationActs invoice={invoice} found={found} isPublic={isPublic} />
      {unrecordedPlans(ledger, invoice).map(({ id, agreedOn }) => (
        <Notice
          key={id}
          tone="caution"
          action={
            <Button size="compact-sm" variant="default" onClick={() => onRecord(agreedOn)}>
              Il est signé
            </Button>
          }
        >
          L’échéancier du {formatDay(agreedOn)} n’interrompt la prescription que si le client l’a signé (C.
          civ. art. 2240).
        </Notice>
      ))}
      <NotInterrupting isPublic={isPublic} />
      <div className={classes.actions} ref={container}>
        <Button onClick={() => onRecord(undefined)} data-autofocus>
          Noter un acte interruptif
        </Button>
        <Button variant="default" onClick={onTitle}>
          {invoice.titleOn === undefined
            ? 'Titre exécutoire…'
            : `Titre exécutoire du ${formatDay(invoice.titleOn)}`}
        </Button>
      </div>
      <Checkbox
        label="Transport de marchandises&nbsp;: un an (C. com. art. L133-6)"
        checked={isCarriageClaim(invoice, client)}
        onChange={(event) =>
          void run(setCarriage, { invoiceId: invoice.id, isCarriage: event.currentTarget.checked })
        }
      />
    </>
  );
};

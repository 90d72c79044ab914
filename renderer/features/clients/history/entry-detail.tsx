import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import { formatTimeOfDay } from '../../../../shared/dates/time-of-day.ts';
import { concessionNames } from '../../../../shared/ledger/allocation-source.ts';
import { currentBalances } from '../../../../shared/ledger/balance.ts';
import type { Allocation } from '../../../../shared/ledger/payment.ts';
import { openInstalments } from '../../../../shared/ledger/plan-schedule.ts';
import { promiseOutcome } from '../../../../shared/ledger/promise-outcome.ts';
import type { TimelineEvent } from '../../../../shared/ledger/timeline-entry.ts';
import { disputeOutcomeNames } from '../../../../shared/ledger/timeline-title.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { places } from '../../../application/places.ts';
import { useRun } from '../../../application/use-run.tsx';
import { endPause, endPlan, withdrawPromise } from '../../../db/commands/agreements.ts';
import { removeNote } from '../../../db/commands/notes.ts';
import { reversePayment } from '../../../db/commands/payments.ts';
import { CloseDisputeButton } from '../../agreements/close-dispute-button.tsx';
import { ProofList } from '../../letters/proof-list.tsx';
import { ClientLetterDetail } from './client-letter-detail.tsx';
import { MessageDetail, openDocument } from './message-detail.tsx';
import classes from './timeline.module.css';

const Act = ({ children, onAct }: { readonly children: ReactNode; readonly onAct: () => void }) => (
  <Group>
    <Button size="compact-sm" variant="default" onClick={onAct}>
      {children}
    </Button>
  </Group>
);

const Allocations = ({
  sourceId,
  allocations,
}: {
  readonly sourceId: string;
  readonly allocations: readonly Allocation[];
}) => {
  const ledger = useLedger();
  const unused = currentBalances(ledger).unallocatedBySource.get(sourceId) ?? 0;
  return (
    <ul className={classes.facts}>
      {allocations.map((allocation) => (
        <li key={allocation.id}>
          Facture {ledger.invoices.get(allocation.invoiceId)?.number ?? ''} :{' '}
          <span className="figures">{formatAmount(allocation.cents)}</span>
          {allocation.source.kind === 'concession' &&
            ` (${concessionNames[allocation.source.reason].toLocaleLowerCase('fr')})`}
        </li>
      ))}
      {unused > 0 && <li>À affecter : {formatAmount(unused)}</li>}
    </ul>
  );
};

/** Kinds that unfold. */
export const hasDetail = ({ kind }: TimelineEvent): boolean =>
  kind === 'email' ||
  kind === 'letter' ||
  kind === 'client-letter' ||
  kind === 'call-step' ||
  kind === 'letter-presented' ||
  kind === 'letter-concluded' ||
  kind === 'note' ||
  kind === 'payment' ||
  kind === 'credit-note' ||
  kind === 'dispute-opened' ||
  kind === 'promise' ||
  kind === 'plan' ||
  kind === 'pause' ||
  kind === 'import';

/** What an entry tells when it is unfolded, and what can be done about it. */
export const EntryDetail = ({ event }: { readonly event: TimelineEvent }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  switch (event.kind) {
    case 'email':
    case 'letter':
    case 'call-step':
      return <MessageDetail reminder={event.reminder} />;
    case 'client-letter':
      return <ClientLetterDetail letter={event.letter} />;
    case 'letter-presented':
    case 'letter-concluded':
      return (
        <>
          <ProofList letter={event.letter} />
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={places.letter(event.letter.row.id)}
            >
              Voir le suivi
            </Button>
          </Group>
        </>
      );
    case 'note': {
      const { followUpOn, followUpTime, id, documents = [] } = event.note;
      return (
        <>
          {followUpOn !== undefined && (
            <p className={classes.fact}>
              Reprendre contact le {formatDay(followUpOn)}
              {followUpTime !== undefined && ` à ${formatTimeOfDay(followUpTime)}`}
            </p>
          )}
          {documents.map((document) => (
            <Act key={document.hash} onAct={() => void openDocument(document)}>
              Ouvrir l’e-mail (.eml)
            </Act>
          ))}
          <Act onAct={() => void run(removeNote, { noteId: id })}>Supprimer cette note</Act>
        </>
      );
    }
    case 'payment': {
      const { payment } = event;
      return (
        <>
          {payment.reversedAt === undefined ? (
            <>
              <Allocations sourceId={payment.id} allocations={event.allocations} />
              <Group gap="xs">
                <Button
                  component={Link}
                  href={places.newLetter(payment.clientId, { kind: 'thanks', paymentId: payment.id })}
                  size="compact-sm"
                  variant="default"
                >
                  Accusé de réception
                </Button>
                <Act onAct={() => void run(reversePayment, { paymentId: payment.id })}>
                  Annuler ce paiement
                </Act>
              </Group>
            </>
          ) : (
            <p className={classes.fact}>Ce paiement a été annulé : il ne solde plus rien.</p>
          )}
        </>
      );
    }
    case 'credit-note':
      return <Allocations sourceId={event.creditNote.id} allocations={event.allocations} />;
    case 'dispute-opened': {
      const { dispute } = event;
      return dispute.resolvedOn === undefined ? (
        <Group>
          <CloseDisputeButton dispute={dispute} />
        </Group>
      ) : (
        <p className={classes.fact}>
          Résolu le {formatDay(dispute.resolvedOn)}
          {dispute.outcome === undefined ? '' : `, ${disputeOutcomeNames[dispute.outcome]}`}.
        </p>
      );
    }
    case 'promise': {
      const { promise } = event;
      return promiseOutcome(ledger, promise, today).kind === 'pending' ? (
        <Act onAct={() => void run(withdrawPromise, { promiseId: promise.id })}>Retirer la promesse</Act>
      ) : (
        <p className={classes.fact}>Cette promesse est échue ou retirée.</p>
      );
    }
    case 'plan': {
      const { plan } = event;
      const open = new Map(openInstalments(ledger, plan).map(({ dueOn, leftCents }) => [dueOn, leftCents]));
      return (
        <>
          <ul className={classes.facts}>
            {plan.instalments.map((instalment, index) => {
              const left = open.get(instalment.dueOn);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place in the plan
                <li key={index}>
                  {formatDay(instalment.dueOn)} :{' '}
                  <span className="figures">{formatAmount(instalment.cents)}</span>
                  {left === undefined
                    ? ', réglée'
                    : left < instalment.cents
                      ? `, reste ${formatAmount(left)}`
                      : instalment.dueOn < today
                        ? ', en retard'
                        : ''}
                </li>
              );
            })}
          </ul>
          {plan.endedOn === undefined && (
            <Group gap="xs">
              <Button
                component={Link}
                href={places.newLetter(plan.clientId, { kind: 'payment-plan', planId: plan.id })}
                size="compact-sm"
                variant="default"
              >
                Imprimer l’échéancier
              </Button>
              <Act onAct={() => void run(endPlan, { planId: plan.id })}>Mettre fin à l’échéancier</Act>
            </Group>
          )}
        </>
      );
    }
    case 'pause': {
      const { pause } = event;
      return pause.endedAt === undefined && pause.until > today ? (
        <Act onAct={() => void run(endPause, { pauseId: pause.id })}>Reprendre les relances</Act>
      ) : (
        <p className={classes.fact}>Ce report est terminé.</p>
      );
    }
    case 'import':
      return (
        <ul className={classes.facts}>
          {event.invoices.slice(0, 30).map((invoice) => (
            <li key={invoice.id}>
              {invoice.kind === 'invoice' ? 'Facture' : 'Avoir'} {invoice.number}{' '}
              <span className="figures">{formatAmount(invoice.totalCents)}</span>
            </li>
          ))}
          {event.invoices.length > 30 && <li>et {event.invoices.length - 30} autres</li>}
        </ul>
      );
    default:
      return null;
  }
};

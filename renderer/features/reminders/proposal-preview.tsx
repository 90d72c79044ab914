import { Button, Tooltip } from '@mantine/core';
import { CalendarClock, Check, Pencil, Scale, SkipForward, Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { instantOf } from '../../../shared/dates/clock.ts';
import { draftReadiness } from '../../../shared/letters/letter-readiness.ts';
import { buildReminder } from '../../../shared/reminders/build-reminder.ts';
import type { ComposedMessage } from '../../../shared/reminders/compose-message.ts';
import { attachmentsOf, type MessageAttachments } from '../../../shared/reminders/message-attachments.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import { isOnPaper } from '../../../shared/reminders/reminder-names.ts';
import { scenarioSentence } from '../../../shared/reminders/scenario-sentence.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { MessageView } from '../../ui/message-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import layout from '../../ui/queue-layout.module.css';
import { LetterFrame } from '../letters/letter-frame.tsx';
import { ProblemList } from '../letters/problem-list.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { EditMessageForm } from './edit-message-form.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import classes from './proposal-preview.module.css';
import { ProposalTitle } from './proposal-title.tsx';
import type { QueuedMessage } from './use-queue.ts';

/** What the user can do with the proposal before him; the letter is the key in the list. */
export interface ProposalActions {
  readonly approve: () => void;
  readonly skip: () => void;
  readonly postpone: () => void;
  readonly edit: () => void;
  readonly dispute: () => void;
  readonly pay: () => void;
}

const LetterPreview = ({
  proposal,
  message,
}: {
  readonly proposal: Proposal;
  readonly message: ComposedMessage;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const readiness = useMemo(
    () =>
      draftReadiness(
        ledger,
        buildReminder(proposal, message, { kind: 'to-print', approvedAt: instantOf(Date.parse(today)) }),
        today,
      ),
    [ledger, proposal, message, today],
  );
  if (readiness.kind === 'incomplete')
    return (
      <>
        <Notice tone="alert">
          <ProblemList problems={readiness.problems} clientId={proposal.clientId} />
        </Notice>
        <MessageView body={message.body} />
      </>
    );
  return (
    <>
      {readiness.advice.length > 0 && (
        <Notice tone="caution">
          <ProblemList problems={readiness.advice} clientId={proposal.clientId} />
        </Notice>
      )}
      <LetterFrame model={readiness.model} />
    </>
  );
};

const failurePlace = (kind: string, clientId: string): { readonly place: string; readonly label: string } => {
  switch (kind) {
    case 'no-recipient':
    case 'no-address':
    case 'unknown-client':
      return { place: places.client(clientId), label: 'Ouvrir la fiche' };
    case 'empty-field':
      return { place: places.settingsSection('societe'), label: 'Réglages › Société' };
    case 'no-template':
      return { place: places.settingsSection('scenario'), label: 'Réglages › Scénario' };
    default:
      return { place: places.settingsSection('modeles'), label: 'Réglages › Modèles' };
  }
};

const Failure = ({
  kind,
  message,
  clientId,
}: {
  readonly kind: string;
  readonly message: string;
  readonly clientId: string;
}) => {
  const { place, label } = failurePlace(kind, clientId);
  return (
    <Notice
      tone="alert"
      action={
        <Button component={Link} href={place} size="compact-sm" variant="default">
          {label}
        </Button>
      }
    >
      {message}
    </Notice>
  );
};

const Action = ({
  label,
  shortcut,
  icon,
  onClick,
  strong = false,
}: {
  readonly label: string;
  readonly shortcut: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly strong?: boolean;
}) => (
  <Tooltip label={`Touche ${shortcut} dans la liste`}>
    <Button
      size="compact-sm"
      variant={strong ? 'default' : 'subtle'}
      leftSection={icon}
      onClick={onClick}
      aria-keyshortcuts={shortcut}
    >
      {label}
    </Button>
  </Tooltip>
);

/** Header of the e-mail: to whom, under which subject, with what. */
const Envelope = ({
  name,
  message,
  attachments,
}: {
  readonly name: string;
  readonly message: ComposedMessage;
  readonly attachments: MessageAttachments;
}) => (
  <dl className={classes.envelope}>
    <div>
      <dt>À</dt>
      <dd>
        {message.recipientName ?? name}
        {message.recipientEmail !== undefined && (
          <span className={classes.address}>{` <${message.recipientEmail}>`}</span>
        )}
      </dd>
    </div>
    <div>
      <dt>Objet</dt>
      <dd className={classes.subject}>{message.subject}</dd>
    </div>
    <AttachmentList attachments={attachments} />
  </dl>
);

/** One proposal in full: why now, for which invoices, to whom, and word for word what would leave. */
export const ProposalPreview = ({
  proposal,
  message,
  base,
  chosen,
  editing,
  onEdited,
  actions,
}: {
  readonly proposal: Proposal;
  readonly message: QueuedMessage;
  /** As the template gives it, before the user's changes. */
  readonly base: ComposedMessage | undefined;
  readonly chosen: boolean;
  readonly editing: boolean;
  readonly onEdited: () => void;
  readonly actions: ProposalActions;
}) => {
  const ledger = useLedger();
  const name = ledger.clients.get(proposal.clientId)?.name ?? '';
  const onPaper = isOnPaper(proposal.channel);
  const written = message.ok ? message.value.message : undefined;
  return (
    <section className={layout.panel} aria-label={`Relance de ${name}`}>
      <header className={classes.header}>
        <ProposalTitle proposal={proposal} clientName={name}>
          {proposal.scenario.mode === 'automatic' && (
            <span className={classes.mode}>Scénario automatique</span>
          )}
        </ProposalTitle>
        <p className={classes.reason}>
          <span className={classes.why}>Pourquoi maintenant :</span> {proposal.reason}
        </p>
        <p className={classes.reason}>
          <span className={classes.why}>{'Scénario\u00A0:'}</span> {scenarioSentence(ledger, proposal)}
        </p>
        <div className={classes.actions}>
          <Action
            label={chosen ? 'Ne plus approuver' : 'Approuver'}
            shortcut="A"
            strong
            icon={<Check size={16} aria-hidden />}
            onClick={actions.approve}
          />
          {written && (
            <Action
              label="Modifier"
              shortcut="E"
              icon={<Pencil size={16} aria-hidden />}
              onClick={actions.edit}
            />
          )}
          <Action
            label="Sauter"
            shortcut="S"
            icon={<SkipForward size={16} aria-hidden />}
            onClick={actions.skip}
          />
          <Action
            label="Reporter"
            shortcut="R"
            icon={<CalendarClock size={16} aria-hidden />}
            onClick={actions.postpone}
          />
          <Action
            label="Litige"
            shortcut="L"
            icon={<Scale size={16} aria-hidden />}
            onClick={actions.dispute}
          />
          <Action label="Payée" shortcut="P" icon={<Wallet size={16} aria-hidden />} onClick={actions.pay} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.body} aria-label="Message" tabIndex={0}>
        {proposal.firstTime && (
          <Notice tone="info">
            Première relance pour une facture importée déjà en retard : elle ne part jamais sans vous.
          </Notice>
        )}
        {proposal.warnings.map((warning) => (
          <Notice key={warning} tone="caution">
            {warning}
          </Notice>
        ))}
        {message.ok && message.value.kind === 'outdated' && (
          <Notice tone="caution">
            Les montants ou les dates ont changé depuis votre modification : voici de nouveau le texte du
            modèle.
          </Notice>
        )}
        {!message.ok && (
          <Failure kind={message.error.kind} message={message.error.message} clientId={proposal.clientId} />
        )}
        {proposal.lines.length > 1 && !editing && <InvoiceLines proposal={proposal} />}
        {editing && written && base ? (
          <EditMessageForm
            key={proposal.id}
            proposal={proposal}
            base={base}
            current={written}
            onDone={onEdited}
          />
        ) : (
          written && (
            <>
              {!onPaper && (
                <Envelope
                  name={name}
                  message={written}
                  attachments={attachmentsOf(
                    proposal.channel === 'email' ? proposal.lines.map(({ invoice }) => invoice) : [],
                  )}
                />
              )}
              {onPaper ? (
                <LetterPreview proposal={proposal} message={written} />
              ) : (
                <MessageView body={written.body} />
              )}
            </>
          )
        )}
      </section>
    </section>
  );
};

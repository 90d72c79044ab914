import { Checkbox, Select } from '@mantine/core';
import { CornerUpLeft, Hourglass, type LucideIcon, Mail, MailX, Reply, ShieldAlert } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { mailKindNames } from '../../../shared/mail/mail-proposal.ts';
import type { ReturnedMailKind } from '../../../shared/mail/returned-mail-contract.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { type MailDecision, type MailStanding, pauseChoices, pauseEnd, type ReadMail } from './mail-draft.ts';
import classes from './mails-step.module.css';

const icons: Readonly<Record<ReturnedMailKind, LucideIcon>> = {
  bounce: MailX,
  delay: Hourglass,
  'auto-reply': CornerUpLeft,
  complaint: ShieldAlert,
  reply: Reply,
  other: Mail,
};

/** What the client choice offers: those that fit first, then all. */
export interface ClientChoice {
  readonly value: string;
  readonly label: string;
}

const whyThisClient = ({ match }: MailStanding, clientId: string | undefined): string => {
  if (clientId === undefined)
    return match.candidateIds.length > 1
      ? 'Plusieurs clients ont cette adresse.'
      : 'Adresse inconnue d’Acquit.';
  if (match.reminder?.clientId === clientId)
    return `Au sujet de votre relance «\u00A0${match.reminder.subject}\u00A0»`;
  return match.candidateIds.includes(clientId) ? 'Reconnu à l’adresse' : 'Choisi par vous';
};

/** One e-mail: what came back, for whom, and what is proposed. */
export const MailRow = ({
  read: { file, mail },
  decision,
  standing,
  clients,
  onDecide,
}: {
  readonly read: ReadMail;
  readonly decision: MailDecision;
  readonly standing: MailStanding;
  readonly clients: readonly ClientChoice[];
  readonly onDecide: (changes: Partial<MailDecision>) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const Icon = icons[mail.kind];
  const { proposal, match, isKnown } = standing;
  // A full mailbox or a delay passes by itself.
  const isUrgent =
    mail.kind === 'complaint' || mail.recipients.some(({ permanence }) => permanence === 'permanent');
  const title = mail.subject === '' ? file.name : mail.subject;
  const unmarked = (proposal?.contactsToMark ?? []).filter(
    ({ clientId, contactId }) =>
      ledger.clients.get(clientId)?.contacts.find(({ id }) => id === contactId)?.bouncedOn === undefined,
  );
  const addresses = [...new Set(unmarked.map(({ email }) => email))].join(', ');
  const alreadyMarked = (proposal?.contactsToMark.length ?? 0) > 0 && unmarked.length === 0;
  const isSure = match.clientId !== undefined && match.clientId === decision.clientId;
  const clientName =
    decision.clientId === undefined ? '' : (ledger.clients.get(decision.clientId)?.name ?? '');
  const isFiled = decision.isIncluded && !isKnown;
  return (
    <li className={classes.mail} data-left-out={!isFiled || undefined}>
      <Icon
        size={20}
        strokeWidth={1.5}
        aria-hidden="true"
        className={classes.icon}
        data-urgent={isUrgent || undefined}
      />
      <div className={classes.what}>
        <p className={classes.kind} data-urgent={isUrgent || undefined}>
          {mailKindNames[mail.kind]}
          {mail.day !== undefined && <span className={classes.quiet}> · {formatDay(mail.day)}</span>}
        </p>
        <h3 className={classes.title} title={title}>
          {title}
        </h3>
        {mail.recipients.length === 0 || mail.kind === 'reply' || mail.kind === 'other' ? (
          <p className={classes.quiet}>
            {mail.from
              ? `De ${mail.from.name === '' ? mail.from.address : `${mail.from.name}, ${mail.from.address}`}`
              : mail.meaning}
          </p>
        ) : (
          <ul className={classes.recipients}>
            {mail.recipients.slice(0, 5).map(({ address, meaning, diagnostic }) => (
              <li key={address} title={diagnostic}>
                <strong>{address}</strong> {meaning ?? mail.meaning}
              </li>
            ))}
            {mail.recipients.length > 5 && <li>et {mail.recipients.length - 5} autres</li>}
          </ul>
        )}
        {(mail.kind === 'reply' || mail.kind === 'other' || mail.kind === 'auto-reply') &&
          mail.text !== '' && <p className={classes.excerpt}>{mail.text.slice(0, 400)}</p>}
      </div>
      <div className={classes.decision}>
        {isKnown ? (
          <p className={classes.quiet}>Déjà dans l’historique : rien n’est ajouté.</p>
        ) : (
          <>
            {isSure ? (
              <p className={classes.client} title={clientName}>
                {clientName}
              </p>
            ) : (
              <Select
                size="sm"
                aria-label={`Client concerné par « ${title} »`}
                placeholder="Choisir le client"
                searchable
                clearable
                limit={50}
                nothingFoundMessage="Aucun client de ce nom"
                data={[
                  ...clients.filter(({ value }) => match.candidateIds.includes(value)),
                  ...clients.filter(({ value }) => !match.candidateIds.includes(value)),
                ]}
                value={decision.clientId ?? null}
                onChange={(clientId) => onDecide({ clientId: clientId ?? undefined })}
              />
            )}
            <p className={classes.why}>{whyThisClient(standing, decision.clientId)}</p>
            {decision.clientId !== undefined && (
              <>
                <Checkbox
                  label="Ajouter à l’historique, avec l’e-mail"
                  checked={decision.isIncluded}
                  onChange={(event) => onDecide({ isIncluded: event.currentTarget.checked })}
                />
                {unmarked.length > 0 && (
                  <Checkbox
                    label={
                      proposal?.mark === 'stop-writing'
                        ? `Ne plus écrire à ${addresses}`
                        : `Adresse en erreur : ${addresses}`
                    }
                    description="Plus rien n’y part tant que vous ne l’avez pas corrigée ou confirmée."
                    disabled={!decision.isIncluded}
                    checked={decision.marksAddress && decision.isIncluded}
                    onChange={(event) => onDecide({ marksAddress: event.currentTarget.checked })}
                  />
                )}
                {alreadyMarked && <p className={classes.quiet}>Adresse déjà signalée en erreur.</p>}
                {proposal?.offersPause && (
                  <Select
                    size="sm"
                    label="Relances de ce client"
                    disabled={!decision.isIncluded}
                    allowDeselect={false}
                    data={[
                      { value: '', label: 'Ne rien changer' },
                      ...pauseChoices.map((days) => ({
                        value: pauseEnd(today, days),
                        label: `Reporter de ${days} jours, au ${formatDay(pauseEnd(today, days))}`,
                      })),
                    ]}
                    value={decision.pauseUntil ?? ''}
                    onChange={(value) =>
                      onDecide({
                        pauseUntil: pauseChoices
                          .map((days) => pauseEnd(today, days))
                          .find((day) => day === value),
                      })
                    }
                  />
                )}
              </>
            )}
          </>
        )}
      </div>
    </li>
  );
};

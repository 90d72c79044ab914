import { Button, Group } from '@mantine/core';
import { FileText, Mail, Printer } from 'lucide-react';
import { businessTime } from '../../../../shared/dates/clock.ts';
import { formatDay, formatLongDay } from '../../../../shared/dates/format-day.ts';
import type { DocumentRef } from '../../../../shared/ledger/history.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import type { Reminder } from '../../../../shared/reminders/reminder.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { showRefusal } from '../../../application/use-run.tsx';
import { bridge } from '../../../bridge/bridge.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './timeline.module.css';

/** Opens a document of the store in the program that the user has for it. */
export const openDocument = async ({ hash, name }: DocumentRef): Promise<void> => {
  const answer = await bridge.documentOpen({ hash, name });
  if (!answer.ok) showRefusal(answer.error.message);
};

const printDocument = async ({ hash, name }: DocumentRef): Promise<void> => {
  const answer = await bridge.documentPrint({ hash, name });
  if (!answer.ok) showRefusal(answer.error.message);
};

const openLabel = ({ mediaType, name }: DocumentRef): string =>
  mediaType === 'message/rfc822'
    ? 'Ouvrir l’e-mail (.eml)'
    : mediaType === 'application/pdf'
      ? 'Ouvrir le courrier (PDF)'
      : `Ouvrir « ${name} »`;

const whenOf = (reminder: Reminder): string | undefined => {
  const { state } = reminder;
  if (state.kind !== 'accepted') return undefined;
  const { day, hour, minute } = businessTime(Date.parse(state.acceptedAt));
  return `Acceptée par le serveur le ${formatDay(day)} à ${hour} h ${String(minute).padStart(2, '0')} : ${state.serverReply}`;
};

/** A reminder as it went: what it claimed, its exact words, its documents. */
export const MessageDetail = ({ reminder }: { readonly reminder: Reminder }) => {
  const ledger = useLedger();
  const { state } = reminder;
  const when = whenOf(reminder);
  return (
    <>
      {(state.kind === 'rejected' || state.kind === 'unknown') && (
        <Notice tone={state.kind === 'rejected' ? 'alert' : 'caution'}>{state.explanation}</Notice>
      )}
      <ul className={classes.facts}>
        {reminder.lines.map((line) => (
          <li key={line.invoiceId}>
            Facture {ledger.invoices.get(line.invoiceId)?.number ?? ''} :{' '}
            <span className="figures">{formatAmount(line.remainingCents)}</span>
          </li>
        ))}
        {reminder.deadlineOn !== undefined && <li>Délai accordé : {formatLongDay(reminder.deadlineOn)}</li>}
        {when !== undefined && <li>{when}</li>}
      </ul>
      <article className={classes.message} aria-label="Texte envoyé">
        {reminder.subject !== '' && <p className={classes.subject}>{reminder.subject}</p>}
        <p className={classes.body}>{reminder.body}</p>
      </article>
      {reminder.documents.length > 0 && (
        <Group gap="xs">
          {reminder.documents.map((document) => (
            <Button
              key={document.hash}
              size="compact-sm"
              variant="default"
              leftSection={
                document.mediaType === 'message/rfc822' ? (
                  <Mail size={14} aria-hidden="true" />
                ) : (
                  <FileText size={14} aria-hidden="true" />
                )
              }
              onClick={() => void openDocument(document)}
            >
              {openLabel(document)}
            </Button>
          ))}
          {reminder.documents
            .filter(({ mediaType }) => mediaType === 'application/pdf')
            .map((document) => (
              <Button
                key={`print-${document.hash}`}
                size="compact-sm"
                variant="subtle"
                leftSection={<Printer size={14} aria-hidden="true" />}
                onClick={() => void printDocument(document)}
              >
                Imprimer
              </Button>
            ))}
        </Group>
      )}
    </>
  );
};

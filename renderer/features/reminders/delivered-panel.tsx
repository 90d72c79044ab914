import { Button, Drawer } from '@mantine/core';
import { FolderOpen, Mail, Paperclip, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { deliveryStatus } from '../../../shared/reminders/delivery-status.ts';
import { outboxKey, type Reminder } from '../../../shared/reminders/reminder.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useOutboxEntries } from '../../application/services-context.tsx';
import { useNowMs } from '../../application/use-now.ts';
import { showRefusal } from '../../application/use-run.tsx';
import { useTakeBack } from '../../application/use-take-back.ts';
import { bridge } from '../../bridge/bridge.ts';
import { ChannelMark, LevelBadge } from '../../ui/level-badge.tsx';
import { MessageView } from '../../ui/message-view.tsx';
import classes from './delivered.module.css';
import { UnknownActions } from './unknown-actions.tsx';

const openDocument = async ({ hash, name }: DocumentRef): Promise<void> => {
  const opened = await bridge.documentOpen({ hash, name });
  if (!opened.ok) showRefusal(opened.error.message);
};

const Content = ({ reminder }: { readonly reminder: Reminder }) => {
  const ledger = useLedger();
  const entry = useOutboxEntries().get(outboxKey(reminder));
  const nowMs = useNowMs(reminder.state.kind === 'approved');
  const { busy, takeBack } = useTakeBack();
  const status = deliveryStatus(reminder, entry, nowMs);
  const name = ledger.clients.get(reminder.clientId)?.name ?? '';
  const known = new Map(reminder.documents.map((document) => [document.hash, document]));
  if (entry && entry.emlHash !== '' && !known.has(entry.emlHash))
    known.set(entry.emlHash, {
      hash: entry.emlHash,
      name: `${reminder.subject}.eml`,
      mediaType: 'message/rfc822',
    });
  return (
    <>
      <div className={classes.panelHead}>
        <LevelBadge level={reminder.level} />
        <ChannelMark channel={reminder.channel} />
        <span className={classes.status} data-tone={status.tone}>
          {status.text}
        </span>
      </div>
      <dl className={classes.panelMeta}>
        <div>
          <dt>Client</dt>
          <dd>
            <Link href={places.client(reminder.clientId)}>{name}</Link>
          </dd>
        </div>
        {reminder.recipientEmail !== undefined && (
          <div>
            <dt>À</dt>
            <dd>{`${reminder.recipientName ?? ''} <${reminder.recipientEmail}>`.trim()}</dd>
          </div>
        )}
        <div>
          <dt>Montant</dt>
          <dd className="figures">{formatAmount(reminder.totalCents)}</dd>
        </div>
        {reminder.deadlineOn !== undefined && (
          <div>
            <dt>À régler</dt>
            <dd>au plus tard le {formatDay(reminder.deadlineOn)}</dd>
          </div>
        )}
        {status.detail !== undefined && (
          <div>
            <dt>Précision</dt>
            <dd>{status.detail}</dd>
          </div>
        )}
        <div>
          <dt>Objet</dt>
          <dd>{reminder.subject}</dd>
        </div>
      </dl>
      {reminder.state.kind === 'unknown' && (
        <div className={classes.panelActions}>
          <UnknownActions reminder={reminder} />
        </div>
      )}
      {reminder.state.kind === 'approved' && entry?.state.kind === 'retrying' && (
        <div className={classes.panelActions}>
          <Button
            size="compact-md"
            variant="default"
            loading={busy}
            leftSection={<Undo2 size={16} aria-hidden="true" />}
            onClick={() => void takeBack([reminder], 'Retiré par vous avant un nouvel essai')}
          >
            Retirer cet e-mail
          </Button>
        </div>
      )}
      {known.size > 0 && (
        <div className={classes.panelActions}>
          {[...known.values()].map((document) => (
            <Button
              key={document.hash}
              size="compact-md"
              variant="default"
              leftSection={
                document.mediaType === 'message/rfc822' ? (
                  <Mail size={16} aria-hidden="true" />
                ) : (
                  <Paperclip size={16} aria-hidden="true" />
                )
              }
              title={document.name}
              onClick={() => void openDocument(document)}
            >
              {document.mediaType === 'message/rfc822'
                ? 'Ouvrir l’e-mail (.eml)'
                : document.mediaType === 'application/pdf'
                  ? 'Ouvrir le PDF'
                  : 'Ouvrir le document'}
            </Button>
          ))}
          {reminder.state.kind === 'exported' && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<FolderOpen size={16} aria-hidden="true" />}
              onClick={() => void bridge.revealFolder('eml')}
            >
              Ouvrir le dossier
            </Button>
          )}
        </div>
      )}
      <MessageView body={reminder.body} />
    </>
  );
};

/** One message in full beside the list: its state, its proof, its exact text. */
export const DeliveredPanel = ({
  reminder,
  onClose,
}: {
  readonly reminder: Reminder | undefined;
  readonly onClose: () => void;
}) => (
  <Drawer
    opened={reminder !== undefined}
    onClose={onClose}
    position="right"
    size={560}
    title="Message"
    overlayProps={{ backgroundOpacity: 0.2 }}
    closeButtonProps={{ 'aria-label': 'Fermer' }}
  >
    {reminder && <Content reminder={reminder} />}
  </Drawer>
);

import { Button, Textarea } from '@mantine/core';
import { Copy } from 'lucide-react';
import { dialledPhone } from '../../../shared/identifiers/dialled-phone.ts';
import type { CallTask } from '../../../shared/reminders/call-tasks.ts';
import { type SmsSize, smsSize } from '../../../shared/reminders/sms-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import layout from '../../ui/queue-layout.module.css';
import classes from './calls.module.css';
import { LastExchanges } from './last-exchanges.tsx';
import { copyToClipboard } from './phone-actions.tsx';
import { Reason, TaskHead } from './task-head.tsx';

/** « 148 / 160 caractères, 1 SMS ». */
const sizeText = ({ length, capacity, messages }: SmsSize): string =>
  `${length}\u00A0/\u00A0${capacity} caractères, ${messages}\u00A0SMS`;

const listed = (letters: readonly string[]): string =>
  letters
    .slice(0, 6)
    .map((letter) => `«\u00A0${letter}\u00A0»`)
    .join(', ');

/** One text message: its words, how many messages it makes, and the code that brings it into the telephone. */
export const TextPanel = ({
  task,
  text,
  problem,
  onText,
  onSent,
  onSkip,
}: {
  readonly task: CallTask;
  readonly text: string;
  /** Why the template gives no text, French. */
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
  readonly onSent: () => void;
  readonly onSkip: () => void;
}) => {
  const phone = task.contact?.phone?.trim();
  const dialled = phone === undefined ? undefined : dialledPhone(phone);
  const size = smsSize(text);
  return (
    <section className={`${layout.panel} ${classes.panel}`} aria-label={`SMS à ${task.clientName}`}>
      <TaskHead task={task} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.body} aria-label="SMS" tabIndex={0}>
        <Reason task={task} />
        {problem !== undefined && <Notice tone="alert">{problem}</Notice>}
        {phone === undefined && (
          <Notice tone="caution">Aucun numéro de portable sur la fiche de ce client.</Notice>
        )}
        <div className={classes.sms}>
          <div className={classes.smsText}>
            <Textarea
              label="Texte du SMS"
              autosize
              minRows={5}
              maxRows={12}
              maxLength={1000}
              value={text}
              onChange={(event) => onText(event.currentTarget.value)}
            />
            <p className={classes.size} role="status" data-long={size.messages > 2 || undefined}>
              {sizeText(size)}
            </p>
            {size.alphabet === 'ucs-2' && (
              <p className={classes.quietText}>
                {`${listed(size.costly)}\u00A0: ces signes limitent chaque SMS à 70 caractères au lieu de 160.`}
              </p>
            )}
            <div className={classes.answerActions}>
              <Button
                variant="default"
                leftSection={<Copy size={16} aria-hidden="true" />}
                aria-keyshortcuts="C"
                onClick={() => void copyToClipboard(text, 'Texte du SMS copié.')}
              >
                Copier le texte
              </Button>
              <Button variant="default" aria-keyshortcuts="S" onClick={onSkip}>
                Sauter
              </Button>
              <Button aria-keyshortcuts="E" disabled={text.trim() === ''} onClick={onSent}>
                Envoyé
              </Button>
            </div>
          </div>
          {dialled !== undefined && text.trim() !== '' && (
            <div className={classes.scan}>
              <QrCode
                payload={`smsto:${dialled}:${text}`}
                label={`Code à scanner pour écrire ce SMS au ${phone ?? ''}`}
              />
              <p className={classes.scanHint}>
                Scannez avec votre téléphone&nbsp;: le SMS s’ouvre tout prêt, il vous reste à l’envoyer.
              </p>
            </div>
          )}
        </div>
        <h3 className={classes.heading}>Derniers échanges</h3>
        <LastExchanges clientId={task.proposal.clientId} />
      </section>
    </section>
  );
};

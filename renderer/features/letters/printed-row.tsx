import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FileText, Paperclip, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { trackingNumberCheck } from '../../../shared/identifiers/s10.ts';
import { postingObjection } from '../../../shared/letters/posting-objection.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { isSettled } from '../../../shared/reminders/is-settled.ts';
import type { Reminder } from '../../../shared/reminders/reminder.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPosting } from '../../db/commands/letters.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { LevelBadge } from '../../ui/level-badge.tsx';
import { openDocument, pdfOf, proofsOf, useAttachProof, useWithdraw } from './letter-actions.ts';
import classes from './printed.module.css';

const suspectText =
  'Le chiffre de contrôle de ce numéro ne tombe pas juste : vérifiez-le sur la preuve de dépôt.';

/** A printed letter: its number and day of deposit are typed here, Enter records them. */
export const PrintedRow = ({
  letter,
  first,
  suggestedOn,
  onRecorded,
}: {
  readonly letter: Reminder;
  readonly first: boolean;
  /** The day typed for the row before. */
  readonly suggestedOn: Day;
  readonly onRecorded: (on: Day) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const withdraw = useWithdraw();
  const attach = useAttachProof();
  const [number, setNumber] = useState('');
  const [ownDay, setOwnDay] = useState<{ readonly value: Day | undefined }>();
  const [tried, setTried] = useState(false);
  const name = ledger.clients.get(letter.clientId)?.name ?? '';
  const registered = letter.channel === 'registered-letter';
  const day = ownDay ? ownDay.value : suggestedOn;
  const check = number.trim() === '' ? undefined : trackingNumberCheck(number);
  const missing = tried && registered && number.trim() === '' ? 'Indiquez le numéro de suivi.' : undefined;
  const record = async (): Promise<void> => {
    setTried(true);
    if (day === undefined || (registered && number.trim() === '')) return;
    const done = await run(recordPosting, { id: letter.id, depositedOn: day, trackingNumber: number });
    if (!done) return;
    if (check === 'suspect')
      notifications.show({ color: 'yellow', message: `${name} : ${suspectText}`, autoClose: 12_000 });
    onRecorded(day);
  };
  const onEnter = (event: { readonly key: string; preventDefault: () => void }): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void record();
  };
  const notToPost = isSettled(ledger, letter) ? undefined : postingObjection(ledger, letter, today);
  const pdf = pdfOf(letter);
  const proofs = proofsOf(letter);
  return (
    <tr>
      <th scope="row">
        <span className={classes.clip} title={name}>
          {name}
        </span>
        <LevelBadge level={letter.level} />
        {notToPost !== undefined && (
          <p className={classes.settled} role="status">
            Ne le postez pas, retirez-le. {notToPost}
          </p>
        )}
        {isSettled(ledger, letter) && (
          <p className={classes.settled} role="status">
            Réglé depuis l’impression : ne le postez pas, retirez-le.
          </p>
        )}
      </th>
      <td data-right="" className={`${classes.amount} figures`}>
        {formatAmount(letter.totalCents)}
      </td>
      <td>
        <TextInput
          aria-label={`Numéro de suivi du courrier à ${name}`}
          placeholder={registered ? '1A 123 456 7890 1' : 'facultatif'}
          value={number}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          autoFocus={first}
          data-number={letter.id}
          error={missing}
          aria-describedby={check === 'suspect' ? `suspect-${letter.id}` : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onKeyDown={onEnter}
        />
        {check === 'suspect' && (
          <p id={`suspect-${letter.id}`} className={classes.suspect} role="status">
            {suspectText}
          </p>
        )}
      </td>
      <td>
        <DayInput
          label="Déposé le"
          labelProps={{ className: 'visually-hidden' }}
          value={day}
          onChange={(value) => setOwnDay({ value })}
          maxDay={today}
          error={tried && day === undefined ? 'Indiquez la date.' : undefined}
          onKeyDown={onEnter}
        />
      </td>
      <td>
        <div className={classes.actions}>
          <Button size="compact-md" variant="default" onClick={() => void record()}>
            Posté
          </Button>
          {pdf && (
            <Tooltip label="Ouvrir le PDF, pour le réimprimer">
              <ActionIcon aria-label={`Ouvrir le courrier à ${name}`} onClick={() => void openDocument(pdf)}>
                <FileText size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip
            label={proofs.length > 0 ? `Preuve jointe : ${proofs[0]?.name}` : 'Joindre la preuve de dépôt'}
          >
            <ActionIcon
              aria-label={`Joindre la preuve de dépôt du courrier à ${name}`}
              onClick={() => void attach(letter)}
              data-on={proofs.length > 0 || undefined}
              className={classes.proof ?? ''}
            >
              <Paperclip size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Retirer : le courrier ne part pas, la relance est de nouveau à valider">
            <ActionIcon aria-label={`Retirer le courrier à ${name}`} onClick={() => void withdraw(letter)}>
              <Undo2 size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </div>
      </td>
    </tr>
  );
};

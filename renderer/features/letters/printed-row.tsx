import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FileText, Paperclip, Printer, Route, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { trackingNumberCheck } from '../../../shared/identifiers/s10.ts';
import { readTrackingNumber, trackingNumbers } from '../../../shared/letters/dispatch-number.ts';
import {
  isRegistered,
  type PaperLetter,
  printedPdfOf,
  proofsOf,
} from '../../../shared/letters/paper-letter.ts';
import { postingObjection } from '../../../shared/letters/posting-objection.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { isSettled } from '../../../shared/reminders/is-settled.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPosting } from '../../db/commands/letters.ts';
import { fileDrop } from '../../ui/file-drop.ts';
import { openDocument, useAttachProof, useWithdraw } from './letter-actions.ts';
import { LetterBadge } from './letter-badge.tsx';
import classes from './printed.module.css';
import { useDuplicate } from './use-duplicate.ts';

const suspectText =
  'Le chiffre de contrôle de ce numéro ne tombe pas juste\u00A0: vérifiez-le sur la preuve de dépôt.';

/** A printed letter: its number is typed or scanned here, Enter records it. */
export const PrintedRow = ({
  letter,
  first,
  depositedOn,
  onRecorded,
  onOtherWay,
}: {
  readonly letter: PaperLetter;
  readonly first: boolean;
  /** The day of the batch. */
  readonly depositedOn: Day | undefined;
  readonly onRecorded: () => void;
  /** « Autre envoi »: electronic, by hand, by a commissaire de justice. */
  readonly onOtherWay: (typed: string) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const withdraw = useWithdraw();
  const duplicate = useDuplicate();
  const attach = useAttachProof();
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const { id, clientId, totalCents } = letter.row;
  const name = ledger.clients.get(clientId)?.name ?? '';
  const registered = isRegistered(letter);
  const read = readTrackingNumber(number);
  const check = read === '' ? undefined : trackingNumberCheck(read);
  const holder = read === '' ? undefined : trackingNumbers(ledger).get(read);
  const problem =
    holder !== undefined
      ? `Déjà celui du courrier à ${ledger.clients.get(holder.row.clientId)?.name ?? ''}.`
      : tried && registered && read === ''
        ? 'Indiquez le numéro de suivi.'
        : tried && check === 'not-a-number'
          ? '11 à 15 lettres et chiffres.'
          : undefined;
  const record = async (): Promise<void> => {
    setTried(true);
    if (depositedOn === undefined || (registered && read === '')) return;
    const done = await run(recordPosting, { id, depositedOn, trackingNumber: number });
    if (!done) return;
    if (check === 'suspect')
      notifications.show({ color: 'yellow', message: `${name} : ${suspectText}`, autoClose: 12_000 });
    onRecorded();
  };
  const reminder = letter.table === 'reminders' ? letter.row : undefined;
  const settled = reminder !== undefined && isSettled(ledger, reminder);
  const notToPost = settled ? undefined : postingObjection(ledger, letter, today);
  const pdf = printedPdfOf(letter);
  const proofs = proofsOf(letter);
  return (
    <tr className={classes.target} {...fileDrop((files) => void attach.drop([id], files))}>
      <th scope="row">
        <span className={classes.clip} title={name}>
          {name}
        </span>
        <LetterBadge letter={letter} />
        {notToPost !== undefined && (
          <p className={classes.settled} role="status">
            Ne le postez pas, retirez-le. {notToPost}
          </p>
        )}
        {settled && (
          <p className={classes.settled} role="status">
            Réglé depuis l’impression&nbsp;: ne le postez pas, retirez-le.
          </p>
        )}
      </th>
      <td data-right="" className={`${classes.amount} figures`}>
        {totalCents !== undefined && formatAmount(totalCents)}
      </td>
      <td>
        <TextInput
          aria-label={`Numéro de suivi du courrier à ${name}`}
          placeholder={registered ? '1A 123 456 7890 1' : 'facultatif'}
          value={number}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          autoFocus={first}
          data-number={id}
          error={problem}
          aria-describedby={check === 'suspect' ? `suspect-${id}` : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void record();
          }}
        />
        {check === 'suspect' && (
          <p id={`suspect-${id}`} className={classes.suspect} role="status">
            {suspectText}
          </p>
        )}
      </td>
      <td>
        <div className={classes.actions}>
          <Button size="compact-md" variant="default" onClick={() => void record()}>
            Posté
          </Button>
          <Tooltip label="Autre envoi&nbsp;: LRE, lettre suivie, main propre, commissaire de justice">
            <ActionIcon
              aria-label={`Autre envoi pour le courrier à ${name}`}
              onClick={() => onOtherWay(number)}
            >
              <Route size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          {pdf && (
            <Tooltip label="Ouvrir le PDF">
              <ActionIcon aria-label={`Ouvrir le courrier à ${name}`} onClick={() => void openDocument(pdf)}>
                <FileText size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          {pdf && (
            <Tooltip label="Réimprimer, marqué DUPLICATA">
              <ActionIcon
                aria-label={`Réimprimer le courrier à ${name} en duplicata`}
                onClick={() => void duplicate(id, pdf)}
              >
                <Printer size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip
            label={proofs.length > 0 ? `Preuve jointe : ${proofs[0]?.name}` : 'Joindre la preuve de dépôt'}
          >
            <ActionIcon
              aria-label={`Joindre la preuve de dépôt du courrier à ${name}`}
              onClick={() => void attach.pick([id])}
              data-on={proofs.length > 0 || undefined}
              className={classes.proof ?? ''}
            >
              <Paperclip size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <Tooltip
            label={
              letter.table === 'reminders'
                ? 'Retirer\u00A0: le courrier ne part pas, la relance est de nouveau à valider'
                : 'Retirer\u00A0: le courrier ne part pas'
            }
          >
            <ActionIcon aria-label={`Retirer le courrier à ${name}`} onClick={() => void withdraw(letter)}>
              <Undo2 size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </div>
      </td>
    </tr>
  );
};

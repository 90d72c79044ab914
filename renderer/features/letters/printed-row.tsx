import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FileText, Paperclip, Printer, Route, Undo2 } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { trackingNumberCheck } from '../../../shared/identifiers/s10.ts';
import { readTrackingNumber } from '../../../shared/letters/dispatch-number.ts';
import {
  isRegistered,
  type PaperLetter,
  printedPdfOf,
  proofsOf,
} from '../../../shared/letters/paper-letter.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useRun } from '../../application/use-run.tsx';
import { recordPosting } from '../../db/commands/letters.ts';
import { fileDrop } from '../../ui/file-drop.ts';
import { openDocument, useAttachProof, useWithdraw } from './letter-actions.ts';
import { LetterBadge } from './letter-badge.tsx';
import classes from './printed.module.css';
import { useDuplicate } from './use-duplicate.ts';

const suspectText =
  'Le chiffre de contrôle de ce numéro ne tombe pas juste\u00A0: vérifiez-le sur la preuve de dépôt.';

const isEmptyField = (element: Element | null): boolean =>
  !(element instanceof HTMLInputElement) || element.value === '';

interface PrintedRowProps {
  readonly letter: PaperLetter;
  /** Of the client. */
  readonly name: string;
  /** Why it must stay off the post, and what to do; French. */
  readonly notToPost: string | undefined;
  readonly first: boolean;
  /** No other one is left. */
  readonly last: boolean;
  /** The day of the batch. */
  readonly depositedOn: Day | undefined;
  /** Name of the client whose letter has that number already. */
  readonly holderOf: (number: string) => string | undefined;
  readonly onRecorded: (id: string) => void;
  /** « Autre envoi »: electronic, by hand, by a commissaire de justice. */
  readonly onOtherWay: (asked: { readonly letter: PaperLetter; readonly number: string }) => void;
}

const Row = ({
  letter,
  name,
  notToPost,
  first,
  last,
  depositedOn,
  holderOf,
  onRecorded,
  onOtherWay,
}: PrintedRowProps) => {
  const run = useRun();
  const withdraw = useWithdraw();
  const duplicate = useDuplicate();
  const attach = useAttachProof();
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const { id, totalCents } = letter.row;
  const registered = isRegistered(letter);
  const read = readTrackingNumber(number);
  const check = read === '' ? undefined : trackingNumberCheck(read);
  const holder = read === '' ? undefined : holderOf(read);
  const problem =
    holder !== undefined
      ? `Déjà celui du courrier à ${holder}.`
      : tried && registered && read === ''
        ? 'Indiquez le numéro de suivi.'
        : tried && check === 'not-a-number'
          ? '11 à 15 lettres et chiffres.'
          : undefined;
  const field = useRef<HTMLInputElement>(null);
  const record = async (): Promise<void> => {
    setTried(true);
    if (depositedOn === undefined || (registered && read === '')) {
      field.current?.focus();
      return;
    }
    // A scanner does not wait: its next number goes into the next row while this one is being recorded.
    const goesOn = problem === undefined && check !== 'not-a-number';
    if (goesOn && !last) onRecorded(id);
    const done = await run(recordPosting, { id, depositedOn, trackingNumber: number });
    if (!done) {
      // The next scan takes the place of the one that was refused. The next row gets the focus in a frame too.
      requestAnimationFrame(() => {
        if (goesOn && !isEmptyField(document.activeElement)) return;
        field.current?.focus();
        field.current?.select();
      });
      return;
    }
    if (check === 'suspect')
      notifications.show({ color: 'yellow', message: `${name}\u00A0: ${suspectText}`, autoClose: 12_000 });
    if (!goesOn || last) onRecorded(id);
  };
  const pdf = printedPdfOf(letter);
  const proofs = proofsOf(letter);
  return (
    <tr className={classes.target} {...fileDrop((files) => void attach.drop([id], files))}>
      <th scope="row">
        <div className={classes.who}>
          <span className={classes.clip} title={name}>
            {name}
          </span>
          <LetterBadge letter={letter} />
        </div>
        {notToPost !== undefined && (
          <p className={classes.settled} role="status">
            {notToPost}
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
          ref={field}
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
          <Button size="compact-md" variant="default" flex="none" onClick={() => void record()}>
            Posté
          </Button>
          <Tooltip label="Autre envoi&nbsp;: LRE, lettre suivie, main propre, commissaire de justice">
            <ActionIcon
              aria-label={`Autre envoi pour le courrier à ${name}`}
              onClick={() => onOtherWay({ letter, number })}
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
            label={
              proofs.length > 0 ? `Preuve jointe\u00A0: ${proofs[0]?.name}` : 'Joindre la preuve de dépôt'
            }
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

/**
 * A printed letter: its number is typed or scanned here, Enter records it. Drawn again only where its own
 * letter changed, so that a scanner never waits for the rest of the pile.
 */
export const PrintedRow = memo(
  Row,
  (before, after) =>
    before.letter.row === after.letter.row &&
    before.name === after.name &&
    before.notToPost === after.notToPost &&
    before.last === after.last &&
    before.depositedOn === after.depositedOn,
);

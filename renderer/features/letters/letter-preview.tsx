import { Button, Checkbox } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import {
  announcesCopiesByHand,
  appendsByDefault,
  type LetterCopies,
  withAppendedCopies,
} from '../../../shared/letters/appended-copies.ts';
import type { LetterReadiness } from '../../../shared/letters/letter-readiness.ts';
import type { PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { Notice } from '../../ui/notice.tsx';
import { CheckListPanel } from './check-list-panel.tsx';
import { useWithdraw } from './letter-actions.ts';
import { LetterFrame } from './letter-frame.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './to-print.module.css';

const Refusal = ({
  letter,
  readiness,
}: {
  readonly letter: PaperLetter;
  readonly readiness: Exclude<LetterReadiness, { readonly kind: 'ready' }>;
}) => {
  const withdraw = useWithdraw();
  return (
    <Notice tone="alert">
      <p className={classes.refusal}>Ce courrier ne peut pas être imprimé.</p>
      <ProblemList problems={readiness.problems} clientId={letter.row.clientId} />
      <Button
        mt={8}
        variant="default"
        size="compact-sm"
        leftSection={<Undo2 size={14} aria-hidden="true" />}
        onClick={() => void withdraw(letter)}
      >
        Retirer le courrier
      </Button>
    </Notice>
  );
};

const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

/** Whether copies of the invoices are printed behind the letter, and which of them Acquit has not. */
const CopiesChoice = ({
  copies: { copies, missing },
  isAnnounced,
  appends,
  onAppend,
}: {
  readonly copies: LetterCopies;
  /** The letter lists the copies among its enclosures. */
  readonly isAnnounced: boolean;
  readonly appends: boolean;
  readonly onAppend: (appends: boolean) => void;
}) => {
  const all = copies.length + missing.length;
  if (all === 0) return null;
  if (copies.length === 0)
    return (
      <p className={classes.more}>
        {`Acquit n’a pas de copie de ${all > 1 ? 'ces factures' : 'cette facture'}\u00A0: `}
        {isAnnounced
          ? `la lettre ${all > 1 ? 'les annonce' : 'l’annonce'} parmi ses pièces jointes, mettez-${all > 1 ? 'les' : 'la'} vous-même dans le pli.`
          : `joignez-${all > 1 ? 'les' : 'la'} vous-même au courrier si vous le souhaitez.`}
      </p>
    );
  return (
    <Checkbox
      label={
        missing.length === 0
          ? `Imprimer à la suite ${all > 1 ? `les copies des ${all} factures` : 'la copie de la facture'}`
          : `Imprimer à la suite ${plural(copies.length, 'copie de facture', 'copies de factures')} sur ${all}`
      }
      description={
        missing.length === 0
          ? undefined
          : `Sans copie dans Acquit : ${missing.slice(0, 6).join(', ')}${missing.length > 6 ? '…' : ''}`
      }
      checked={appends}
      onChange={(event) => onAppend(event.currentTarget.checked)}
    />
  );
};

/** One letter: what keeps it from being printed first, else the page; its check list behind a click. */
export const LetterPreview = ({
  letter,
  readiness,
  copies,
  appends,
  onAppend,
}: {
  readonly letter: PaperLetter;
  readonly readiness: LetterReadiness;
  readonly copies: LetterCopies;
  /** What the user decided; the kind of letter decides where undefined. */
  readonly appends: boolean | undefined;
  readonly onAppend: (appends: boolean) => void;
}) => {
  const model = readiness.kind === 'ready' ? readiness.model : undefined;
  const isAppended = model !== undefined && copies.copies.length > 0 && (appends ?? appendsByDefault(model));
  const told = readiness.kind === 'ready' ? readiness.advice : readiness.problems;
  return (
    <>
      {readiness.kind !== 'ready' && <Refusal letter={letter} readiness={readiness} />}
      {readiness.kind === 'ready' && readiness.advice.length > 0 && (
        <Notice tone="caution">
          <ProblemList problems={readiness.advice} clientId={letter.row.clientId} />
        </Notice>
      )}
      {letter.table === 'reminders' && (
        <CheckListPanel
          key={`${letter.row.id} ${readiness.kind}`}
          list={readiness.checkList}
          told={told}
          clientId={letter.row.clientId}
        />
      )}
      {model && copies.copies.length + copies.missing.length > 0 && (
        <CopiesChoice
          copies={copies}
          isAnnounced={announcesCopiesByHand(model)}
          appends={isAppended}
          onAppend={onAppend}
        />
      )}
      {model && <LetterFrame model={isAppended ? withAppendedCopies(model, copies.copies) : model} />}
    </>
  );
};

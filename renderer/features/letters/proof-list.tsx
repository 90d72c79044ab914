import { ActionIcon, Anchor, Tooltip } from '@mantine/core';
import { Copy, Printer, X } from 'lucide-react';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import { type PaperLetter, printedPdfOf } from '../../../shared/letters/paper-letter.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { detachDocument } from '../../db/commands/letter-proofs.ts';
import { openDocument } from './letter-actions.ts';
import classes from './posted-panel.module.css';
import { useDuplicate } from './use-duplicate.ts';

const shownDigits = 12;

/** A document by its name, with the SHA-256 that proves it unchanged. */
const ProofLine = ({
  document,
  isLetter,
  onDuplicate,
  onDetach,
}: {
  readonly document: DocumentRef;
  readonly isLetter: boolean;
  readonly onDuplicate: () => void;
  readonly onDetach: () => void;
}) => (
  <li className={classes.document}>
    <Anchor
      component="button"
      type="button"
      className={classes.file ?? ''}
      title={document.name}
      onClick={() => void openDocument(document)}
    >
      {isLetter ? 'Le courrier (PDF)' : document.name}
    </Anchor>
    <span className={classes.hash} title={`SHA-256 : ${document.hash}`}>
      {document.hash.slice(0, shownDigits)}…
    </span>
    <Tooltip label="Copier l’empreinte (SHA-256)">
      <ActionIcon
        size="sm"
        aria-label={`Copier l’empreinte de ${document.name}`}
        onClick={() => void bridge.copyText(document.hash)}
      >
        <Copy size={14} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
    {isLetter && (
      <Tooltip label="Réimprimer, marqué DUPLICATA">
        <ActionIcon size="sm" aria-label="Réimprimer le courrier en duplicata" onClick={onDuplicate}>
          <Printer size={14} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    )}
    {!isLetter && (
      <Tooltip label="Retirer de ce courrier">
        <ActionIcon size="sm" aria-label={`Retirer ${document.name} de ce courrier`} onClick={onDetach}>
          <X size={14} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    )}
  </li>
);

/** The letter and its proofs. */
export const ProofList = ({ letter }: { readonly letter: PaperLetter }) => {
  const run = useRun();
  const duplicate = useDuplicate();
  const printed = printedPdfOf(letter);
  const { documents, id } = letter.row;
  return (
    <ul className={classes.documents}>
      {documents.map((document) => (
        <ProofLine
          key={document.hash}
          document={document}
          isLetter={document.hash === printed?.hash}
          onDuplicate={() => void duplicate(id, document)}
          onDetach={() => void run(detachDocument, { id, hash: document.hash })}
        />
      ))}
    </ul>
  );
};

import { ActionIcon, Anchor, Button, Tooltip } from '@mantine/core';
import { Copy, Paperclip, Printer, X } from 'lucide-react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { DispatchOutcome } from '../../../shared/ledger/dispatch.ts';
import type { LetterDocument, ProofRole } from '../../../shared/ledger/letter-document.ts';
import { type ExpectedProof, proofStateOf } from '../../../shared/letters/expected-proofs.ts';
import {
  dispatchOf,
  type PaperLetter,
  printedPdfOf,
  proofsOf,
} from '../../../shared/letters/paper-letter.ts';
import { byRole } from '../../../shared/letters/proof-role.ts';
import { useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { detachDocument, giveProofRole } from '../../db/commands/letter-proofs.ts';
import { openDocument, useAttachProof } from './letter-actions.ts';
import classes from './proof-list.module.css';
import { ProofRoleMenu } from './proof-role-menu.tsx';
import { useDuplicate } from './use-duplicate.ts';

const shownDigits = 12;

/** The name of a document, which opens it, and the SHA-256 that proves it unchanged. */
const DocumentName = ({ document, name }: { readonly document: LetterDocument; readonly name: string }) => (
  <>
    <Anchor
      component="button"
      type="button"
      className={classes.file ?? ''}
      title={document.name}
      onClick={() => void openDocument(document)}
    >
      {name}
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
  </>
);

const ProofLine = ({
  document,
  outcome,
  onRole,
  onDetach,
}: {
  readonly document: LetterDocument;
  readonly outcome: DispatchOutcome | undefined;
  readonly onRole: (role: ProofRole) => void;
  readonly onDetach: () => void;
}) => (
  <li className={classes.proof}>
    <div className={classes.head}>
      <ProofRoleMenu document={document} outcome={outcome} onRole={onRole} />
      {document.attachedOn !== undefined && (
        <span className={`${classes.on ?? ''} figures`}>joint le {formatDay(document.attachedOn)}</span>
      )}
    </div>
    <div className={classes.document}>
      <DocumentName document={document} name={document.name} />
      <Tooltip label="Retirer de ce courrier">
        <ActionIcon size="sm" aria-label={`Retirer ${document.name} de ce courrier`} onClick={onDetach}>
          <X size={14} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  </li>
);

/** A proof that should be there by now. */
const AbsentLine = ({
  proof,
  onAttach,
}: {
  readonly proof: ExpectedProof;
  readonly onAttach: () => void;
}) => (
  <li className={classes.absent}>
    <span>{proof.title}&nbsp;: manque</span>
    <Button
      size="compact-sm"
      variant="default"
      flex="none"
      leftSection={<Paperclip size={14} aria-hidden="true" />}
      aria-label={`Joindre ${proof.named}`}
      onClick={onAttach}
    >
      Joindre
    </Button>
  </li>
);

/** The letter, its proofs by what they prove, and those that are missing. */
export const ProofList = ({ letter }: { readonly letter: PaperLetter }) => {
  const run = useRun();
  const duplicate = useDuplicate();
  const attach = useAttachProof();
  const printed = printedPdfOf(letter);
  const dispatch = dispatchOf(letter);
  const { id } = letter.row;
  const { missing, unnamed } = dispatch ? proofStateOf(letter, dispatch) : { missing: [], unnamed: [] };
  const isUnsure = unnamed.length > 0 && missing.length > 0;
  return (
    <>
      <ul className={classes.documents} aria-label="Documents de ce courrier">
        {printed && (
          <li className={classes.document}>
            <DocumentName document={printed} name="Le courrier (PDF)" />
            <Tooltip label="Réimprimer, marqué DUPLICATA">
              <ActionIcon
                size="sm"
                aria-label="Réimprimer le courrier en duplicata"
                onClick={() => void duplicate(id, printed)}
              >
                <Printer size={14} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          </li>
        )}
        {byRole(proofsOf(letter)).map((document) => (
          <ProofLine
            key={document.hash}
            document={document}
            outcome={dispatch?.outcome}
            onRole={(role) => void run(giveProofRole, { id, hash: document.hash, role })}
            onDetach={() => void run(detachDocument, { id, hash: document.hash })}
          />
        ))}
        {!isUnsure &&
          missing.map((proof) => (
            <AbsentLine key={proof.role} proof={proof} onAttach={() => void attach.pick([id], proof.role)} />
          ))}
      </ul>
      {isUnsure && (
        <p className={classes.unsure}>
          Dites ce que {unnamed.length === 1 ? 'prouve la pièce nommée' : 'prouvent les pièces nommées'}{' '}
          «&nbsp;Preuve&nbsp;»&nbsp;: il reste à reconnaître {missing.map(({ named }) => named).join(' et ')}.
        </p>
      )}
    </>
  );
};

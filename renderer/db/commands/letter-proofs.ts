import { type Command, type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { LetterDocument, ProofRole } from '../../../shared/ledger/letter-document.ts';
import { proposedRole } from '../../../shared/letters/expected-proofs.ts';
import {
  dispatchOf,
  type PaperLetter,
  paperLetterOf,
  printedPdfOf,
  proofsOf,
  writeLetter,
} from '../../../shared/letters/paper-letter.ts';
import { proofNameWithin } from '../../../shared/letters/proof-role.ts';
import { fail, ok } from '../../../shared/result.ts';

/** A document as a proof of a letter, joined today. */
export const proofOf = (
  document: DocumentRef,
  role: ProofRole,
  { today }: CommandContext,
): LetterDocument => ({
  ...document,
  role,
  attachedOn: today,
});

/** « : pli retourné, refusé », after the name of a proof. */
const asRole = (letter: PaperLetter, role: ProofRole | undefined): string =>
  `\u00A0: ${proofNameWithin(role, dispatchOf(letter)?.outcome)}`;

/**
 * A document (deposit slip, receipt, returned envelope) added to a message. On a letter it has a role: the one
 * given, or the one that its state makes most probable.
 */
export const attachDocument: Command<{
  readonly reminderId: string;
  readonly document: DocumentRef;
  readonly role?: ProofRole | undefined;
}> = (ledger, { reminderId, document, role }, context) => {
  const reminder = ledger.reminders.get(reminderId);
  const letter = ledger.letters.get(reminderId);
  const row = reminder ?? letter;
  if (row === undefined) return fail({ kind: 'no-reminder', message: 'Ce courrier n’existe plus.' });
  if (row.documents.some(({ hash }) => hash === document.hash))
    return fail({ kind: 'known', message: 'Ce document est déjà joint.' });
  const paper = paperLetterOf(ledger, reminderId);
  const proof = paper && proofOf(document, role ?? proposedRole(paper), context);
  const documents = [...row.documents, proof ?? document];
  return ok({
    command: 'attach-document',
    label: `Document «\u00A0${document.name}\u00A0» joint${paper === undefined ? '' : asRole(paper, proof?.role)}`,
    clientId: row.clientId,
    undo: 'allowed',
    writes: [
      put('documents', document),
      ...(reminder === undefined ? [] : [put('reminders', { ...reminder, documents })]),
      ...(letter === undefined ? [] : [put('letters', { ...letter, documents })]),
    ],
  });
};

/**
 * One document that proves several letters, as the stamped list of a deposit; those that have it keep it once.
 * Each letter gives it the role asked for, or the one that is most probable for itself.
 */
export const attachToLetters: Command<{
  readonly ids: readonly string[];
  readonly document: DocumentRef;
  readonly role?: ProofRole | undefined;
}> = (ledger, { ids, document, role }, context) => {
  const writes: RowWrite[] = [];
  for (const id of ids) {
    const letter = paperLetterOf(ledger, id);
    if (letter === undefined)
      return fail({ kind: 'no-letter', message: 'Un de ces courriers n’existe plus.' });
    if (letter.row.documents.some(({ hash }) => hash === document.hash)) continue;
    const proof = proofOf(document, role ?? proposedRole(letter), context);
    writes.push(writeLetter(letter, { documents: [...letter.row.documents, proof] }));
  }
  if (writes.length === 0) return fail({ kind: 'known', message: 'Ce document est déjà joint.' });
  return ok({
    command: 'attach-to-letters',
    label: `Document «\u00A0${document.name}\u00A0» joint à ${writes.length} ${writes.length > 1 ? 'courriers' : 'courrier'}${role === undefined ? '' : `\u00A0: ${proofNameWithin(role, undefined)}`}`,
    undo: 'allowed',
    writes: [put('documents', document), ...writes],
  });
};

/** Says what a document that is joined to a letter proves. */
export const giveProofRole: Command<{
  readonly id: string;
  readonly hash: string;
  readonly role: ProofRole;
}> = (ledger, { id, hash, role }) => {
  const letter = paperLetterOf(ledger, id);
  const document = letter && proofsOf(letter).find((known) => known.hash === hash);
  if (letter === undefined || document === undefined)
    return fail({ kind: 'no-document', message: 'Ce document n’est plus joint à ce courrier.' });
  if (document.role === role)
    return fail({ kind: 'known', message: 'C’est déjà ce que ce document prouve.' });
  return ok({
    command: 'give-proof-role',
    label: `Document «\u00A0${document.name}\u00A0»${asRole(letter, role)}`,
    clientId: letter.row.clientId,
    undo: 'allowed',
    writes: [
      writeLetter(letter, {
        documents: letter.row.documents.map((known) => (known.hash === hash ? { ...known, role } : known)),
      }),
    ],
  });
};

/** Takes a document off a letter by mistake attached; the file itself is kept. */
export const detachDocument: Command<{ readonly id: string; readonly hash: string }> = (
  ledger,
  { id, hash },
) => {
  const letter = paperLetterOf(ledger, id);
  const document = letter?.row.documents.find((known) => known.hash === hash);
  if (letter === undefined || document === undefined)
    return fail({ kind: 'no-document', message: 'Ce document n’est plus joint à ce courrier.' });
  if (printedPdfOf(letter)?.hash === hash)
    return fail({ kind: 'letter', message: 'C’est le courrier lui-même\u00A0: il reste dans son dossier.' });
  return ok({
    command: 'detach-document',
    label: `Document «\u00A0${document.name}\u00A0» retiré du courrier`,
    clientId: letter.row.clientId,
    undo: 'allowed',
    writes: [writeLetter(letter, { documents: letter.row.documents.filter((known) => known.hash !== hash) })],
  });
};

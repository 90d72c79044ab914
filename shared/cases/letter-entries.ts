import type { Day } from '../dates/day.ts';
import type { LetterDocument } from '../ledger/letter-document.ts';
import { dispatchOf, type PaperLetter, printedPdfOf, proofsOf } from '../letters/paper-letter.ts';
import { proofName, proofNameWithin, provenOn } from '../letters/proof-role.ts';
import { type DraftEntry, documentEntry } from './case-file-entry.ts';

const extensionOf = (name: string): string => /\.[a-z0-9]{1,5}$/iu.exec(name)?.[0] ?? '';

/** A proof under what it proves; one of which nobody said that keeps the name of its scan. */
const proofEntry = (proof: LetterDocument, letter: PaperLetter, name: string, on?: Day): DraftEntry => {
  const dispatch = dispatchOf(letter);
  const { role } = proof;
  const within = proofNameWithin(role, dispatch?.outcome);
  const datedOn = (dispatch && provenOn(proof, dispatch)) ?? on;
  if (role === undefined || role === 'other')
    return documentEntry(`${name}, ${within} (${proof.name})`, proof, datedOn);
  const fileName = `${proofName(role, dispatch?.outcome)}${datedOn === undefined ? '' : ` ${datedOn}`}`;
  return documentEntry(
    `${name}, ${within}`,
    { ...proof, name: `${fileName}${extensionOf(proof.name)}` },
    datedOn,
  );
};

/**
 * The documents of a letter as entries of a file: the letter itself under its name, then each proof by its role.
 * @param name « Mise en demeure du 19/10/2026 ».
 */
export const letterEntries = (letter: PaperLetter, name: string, on?: Day): readonly DraftEntry[] => {
  const printed = printedPdfOf(letter);
  return [
    ...(printed === undefined ? [] : [documentEntry(name, printed, on)]),
    ...proofsOf(letter).map((proof) => proofEntry(proof, letter, name, on)),
  ];
};

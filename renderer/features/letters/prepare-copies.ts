import type { LetterModel } from '../../../shared/ipc/letter-contract.ts';
import type { AppendedCopy, ExaminedCopy } from '../../../shared/ipc/print-contract.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import {
  appendedCopy,
  copiesOfLetter,
  type InvoiceCopy,
  withAppendedCopies,
} from '../../../shared/letters/appended-copies.ts';
import { invoiceIdsOf, type PaperLetter } from '../../../shared/letters/paper-letter.ts';

/** A letter as it is to be printed, and whether copies of its invoices go with it. */
export interface LetterToSet {
  readonly letter: PaperLetter;
  readonly model: LetterModel;
  readonly appends: boolean;
}

/** A copy that does not go with its letter. */
export interface LeftOut {
  readonly client: string;
  readonly number: string;
  /** French, the end of a sentence. */
  readonly problem: string;
}

/** Letters ready for main, with what is appended to each, and what cannot be. */
export interface LettersWithCopies {
  readonly models: readonly LetterModel[];
  readonly appended: Readonly<Record<string, AppendedCopy[]>>;
  readonly leftOut: readonly LeftOut[];
}

/** Hashes of all copies that are to go with the letters, each once. */
export const copiesToExamine = (ledger: Ledger, letters: readonly LetterToSet[]): readonly string[] => [
  ...new Set(
    letters
      .filter(({ appends }) => appends)
      .flatMap(({ letter, model }) => copiesOfLetter(ledger, model, invoiceIdsOf(letter)).copies)
      .map(({ hash }) => hash),
  ),
];

/** The letters with their enclosures told as they will be appended, after the copies were examined. */
export const lettersWithCopies = (
  ledger: Ledger,
  letters: readonly LetterToSet[],
  examined: readonly ExaminedCopy[],
): LettersWithCopies => {
  const known = new Map(examined.map((copy) => [copy.hash, copy]));
  const models: LetterModel[] = [];
  const appended: Record<string, AppendedCopy[]> = {};
  const leftOut: LeftOut[] = [];
  for (const { letter, model, appends } of letters) {
    const { copies, missing } = copiesOfLetter(ledger, model, invoiceIdsOf(letter));
    // Without a single copy in Acquit the user puts them in by hand, as the letter says.
    if (!appends || copies.length === 0) {
      models.push(model);
      continue;
    }
    const client = ledger.clients.get(letter.row.clientId)?.name ?? '';
    const good: InvoiceCopy[] = [];
    for (const copy of copies) {
      const found = known.get(copy.hash);
      if (found && 'pageCount' in found) good.push(copy);
      else
        leftOut.push({ client, number: copy.number, problem: found?.problem ?? 'le fichier n’a pas été lu' });
    }
    for (const number of missing)
      leftOut.push({ client, number, problem: 'Acquit n’a pas de copie de cette facture' });
    models.push(withAppendedCopies(model, good));
    if (good.length > 0) appended[model.reminderId] = good.map((copy) => appendedCopy(model, copy));
  }
  return { models, appended, leftOut };
};

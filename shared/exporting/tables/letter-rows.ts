import type { Ledger } from '../../ledger/ledger.ts';
import { invoiceIdsOf, type PaperLetter } from '../../letters/paper-letter.ts';
import type { LetterRow } from './letters-source.ts';

/** Letters with the names and numbers that the ledger has for them. */
export const letterRows = (ledger: Ledger, letters: readonly PaperLetter[]): readonly LetterRow[] =>
  letters.map((letter) => ({
    letter,
    clientName: ledger.clients.get(letter.row.clientId)?.name ?? '',
    invoiceNumbers: invoiceIdsOf(letter).map((id) => ledger.invoices.get(id)?.number ?? id),
  }));

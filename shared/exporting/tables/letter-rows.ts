import type { Ledger } from '../../ledger/ledger.ts';
import type { Reminder } from '../../reminders/reminder.ts';
import type { LetterRow } from './letters-source.ts';

/** Letters with the names and numbers that the ledger has for them. */
export const letterRows = (ledger: Ledger, letters: readonly Reminder[]): readonly LetterRow[] =>
  letters.map((letter) => ({
    letter,
    clientName: ledger.clients.get(letter.clientId)?.name ?? '',
    invoiceNumbers: letter.lines.map(({ invoiceId }) => ledger.invoices.get(invoiceId)?.number ?? invoiceId),
  }));

import type { ClientLetter, ClientLetterKind } from '../ledger/client-letter.ts';
import { put, type RowWrite } from '../ledger/decision.ts';
import type { Dispatch } from '../ledger/dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LetterDocument } from '../ledger/letter-document.ts';
import { isFormal } from '../reminders/level.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { isOnPaper, levelNames } from '../reminders/reminder-names.ts';

/** A letter on paper, whatever it is: a step of a scenario, or one written beside the reminders. */
export type PaperLetter =
  | { readonly table: 'reminders'; readonly row: Reminder }
  | { readonly table: 'letters'; readonly row: ClientLetter };

/** What a list calls a letter that is no step of a scenario, French. */
export const clientLetterNames: Readonly<Record<ClientLetterKind, string>> = {
  'account-statement': 'Relevé de compte',
  'payment-plan': 'Échéancier',
  'discount-offer': 'Proposition d’escompte',
  thanks: 'Accusé de réception',
  mandate: 'Mandat',
  'forfeiture-notice': 'Mise en demeure avant déchéance',
  free: 'Lettre libre',
};

/** « Mise en demeure », « Échéancier ». */
export const letterName = (letter: PaperLetter): string =>
  letter.table === 'reminders' ? levelNames[letter.row.level] : clientLetterNames[letter.row.kind];

/** True where it is to go by registered post: a deposit without proof is then refused. */
export const isRegistered = (letter: PaperLetter): boolean =>
  letter.table === 'reminders' ? letter.row.channel === 'registered-letter' : letter.row.registered;

/** A formal notice (mise en demeure, dernier avis, before a déchéance du terme): the law attaches effects to it. */
export const isNotice = (letter: PaperLetter): boolean =>
  letter.table === 'reminders' ? isFormal(letter.row.level) : letter.row.kind === 'forfeiture-notice';

/** Invoices that the letter is about. */
export const invoiceIdsOf = (letter: PaperLetter): readonly string[] =>
  letter.table === 'reminders' ? letter.row.lines.map(({ invoiceId }) => invoiceId) : letter.row.invoiceIds;

/** The letter with that id in either table; undefined where there is none, or where it is no paper. */
export const paperLetterOf = (ledger: Ledger, id: string): PaperLetter | undefined => {
  const reminder = ledger.reminders.get(id);
  if (reminder !== undefined)
    return isOnPaper(reminder.channel) ? { table: 'reminders', row: reminder } : undefined;
  const row = ledger.letters.get(id);
  return row && { table: 'letters', row };
};

/** All letters of both tables, in no particular order. */
export const paperLetters = (ledger: Ledger): readonly PaperLetter[] => [
  ...[...ledger.reminders.values()]
    .filter(({ channel }) => isOnPaper(channel))
    .map((row) => ({ table: 'reminders', row }) as const),
  ...[...ledger.letters.values()].map((row) => ({ table: 'letters', row }) as const),
];

/** The chain of proof of a letter that was deposited; undefined before. */
export const dispatchOf = (letter: PaperLetter): Dispatch | undefined =>
  letter.row.state.kind === 'posted' ? letter.row.state : undefined;

/** What a letter can become by printing and posting. */
export type PaperState =
  | { readonly kind: 'printed'; readonly printedAt: Dispatch['recordedAt'] }
  | ({ readonly kind: 'posted' } & Dispatch);

/** A write of the letter in another state, or with other documents. */
export const writeLetter = (
  letter: PaperLetter,
  changes: {
    readonly state?: PaperState;
    readonly documents?: readonly LetterDocument[];
    readonly letterHash?: string;
  },
): RowWrite =>
  letter.table === 'reminders'
    ? put('reminders', { ...letter.row, ...changes })
    : put('letters', { ...letter.row, ...changes });

/** True for a letter that came out of Acquit's printer; another was written elsewhere, or only noted. */
const wasPrinted = ({ row: { state } }: PaperLetter): boolean =>
  state.kind === 'printed' || (state.kind === 'posted' && state.printedOn !== undefined);

/**
 * The printed PDF of a letter, where it is kept. Letters printed before Acquit noted which document that is
 * have it first; a proof that is a PDF itself is never taken for a letter that was not printed, nor one with a role
 * for any letter.
 */
export const printedPdfOf = (letter: PaperLetter): LetterDocument | undefined => {
  const { documents, letterHash } = letter.row;
  if (letterHash !== undefined) return documents.find(({ hash }) => hash === letterHash);
  return wasPrinted(letter)
    ? documents.find(({ mediaType, role }) => mediaType === 'application/pdf' && role === undefined)
    : undefined;
};

/** What was added to a letter later: deposit slip, receipt, returned envelope. */
export const proofsOf = (letter: PaperLetter): readonly LetterDocument[] => {
  const printed = printedPdfOf(letter);
  return letter.row.documents.filter(({ hash }) => hash !== printed?.hash);
};

import type { LetterModel } from '../ipc/letter-contract.ts';
import type { AppendedCopy } from '../ipc/print-contract.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** The copy of an invoice that a letter claims. */
export interface InvoiceCopy {
  /** As printed on the invoice. */
  readonly number: string;
  /** In the document store. */
  readonly hash: string;
}

/** Copies that the ledger has of a letter's invoices, and the invoices that it has none of. */
export interface LetterCopies {
  /** In the order of the letter's table. */
  readonly copies: readonly InvoiceCopy[];
  /** Numbers. */
  readonly missing: readonly string[];
}

/** Copies of the invoices of a letter. */
export const copiesOfLetter = (
  ledger: Ledger,
  model: Pick<LetterModel, 'table'>,
  invoiceIds: readonly string[],
): LetterCopies => {
  const byNumber = new Map(
    invoiceIds.flatMap((id) => {
      const invoice = ledger.invoices.get(id);
      return invoice ? [[invoice.number, invoice.documentHash] as const] : [];
    }),
  );
  const copies: InvoiceCopy[] = [];
  const missing: string[] = [];
  for (const { number } of model.table) {
    const hash = byNumber.get(number);
    if (hash === undefined) missing.push(number);
    else copies.push({ number, hash });
  }
  return { copies, missing };
};

/** Formal notices carry their copies along; any other letter goes alone (law-and-formats.md 2.2, point 14). */
export const appendsByDefault = ({ kind }: Pick<LetterModel, 'kind'>): boolean =>
  kind === 'formal-notice' || kind === 'last-notice';

/** More than these are told as one line. */
const mostListed = 4;

const isCopyLine = (text: string): boolean =>
  /^Copies? (?:de la|des|de) (?:\d+ )?factures?\b/u.test(text) ||
  /^Cop(?:y|ies) of (?:\d+ )?invoices?\b/u.test(text);

/** True for a letter that announces copies which are not printed behind it: the user puts them in by hand. */
export const announcesCopiesByHand = ({ enclosures }: Pick<LetterModel, 'enclosures'>): boolean =>
  enclosures.some((text) => isCopyLine(text) && !/\(annex/u.test(text));

const copyLines = (model: LetterModel, numbers: readonly string[]): readonly string[] => {
  const english = model.language === 'en';
  if (numbers.length <= mostListed)
    return numbers.map((number, index) =>
      english
        ? `Copy of invoice ${number} (annex ${index + 1})`
        : `Copie de la facture ${number} (annexe ${index + 1})`,
    );
  if (english) return [`Copies of ${numbers.length} invoices (annexes 1 to ${numbers.length})`];
  const all = numbers.length === model.table.length;
  return [
    all
      ? `Copie des ${numbers.length} factures (annexes 1 à ${numbers.length})`
      : `Copie de ${numbers.length} factures sur ${model.table.length} (annexes 1 à ${numbers.length})`,
  ];
};

/** The letter with its enclosures told as they are appended: those copies and no other. */
export const withAppendedCopies = (model: LetterModel, copies: readonly InvoiceCopy[]): LetterModel => ({
  ...model,
  enclosures: [
    ...copyLines(
      model,
      copies.map(({ number }) => number),
    ),
    ...model.enclosures.filter((text) => !isCopyLine(text)),
  ],
});

/** What each appended page is called at its foot. */
export const appendedCopy = ({ language }: LetterModel, { number, hash }: InvoiceCopy): AppendedCopy => ({
  hash,
  name: language === 'en' ? `invoice ${number}` : `facture ${number}`,
});

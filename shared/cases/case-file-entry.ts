import type { Day } from '../dates/day.ts';
import type { DocumentRef } from '../ledger/history.ts';
import type { CasePaper } from './case-paper.ts';

/** What a numbered file holds. */
export type CaseFileContent =
  | { readonly kind: 'document'; readonly hash: string; readonly fileName: string }
  /** Set by Acquit, as PDF. */
  | { readonly kind: 'paper'; readonly paper: CasePaper; readonly fileName: string }
  /** The décompte, as PDF. */
  | { readonly kind: 'statement'; readonly fileName: string };

export interface CaseFileEntry {
  readonly title: string;
  readonly on?: Day | undefined;
  readonly content: CaseFileContent;
}

/** The numbers that documents have in the file: « pièces 8 et 9 »; empty where none of them is in it. */
export type PieceNumbers = (documents: readonly Pick<DocumentRef, 'hash'>[]) => string;

/** A paper is set once every piece has its number: it may name them. */
export type PaperOf = (numbers: PieceNumbers) => CasePaper;

/** An entry on its way into the file. */
export interface DraftEntry {
  readonly title: string;
  readonly on?: Day | undefined;
  readonly content:
    | Exclude<CaseFileContent, { kind: 'paper' }>
    | { readonly kind: 'paper'; readonly paperOf: PaperOf; readonly fileName: string };
}

/** An entry whose PDF Acquit sets. */
export const paperEntry = (title: string, paperOf: PaperOf): DraftEntry => ({
  title,
  content: { kind: 'paper', paperOf, fileName: `${title}.pdf` },
});

/** An entry that is in the document store. */
export const documentEntry = (title: string, document: DocumentRef, on?: Day): DraftEntry => ({
  title,
  ...(on === undefined ? {} : { on }),
  content: { kind: 'document', hash: document.hash, fileName: document.name },
});

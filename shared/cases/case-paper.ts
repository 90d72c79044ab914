import type { Day } from '../dates/day.ts';

/** A label, what stands for it, and what it rests on. */
export interface PaperField {
  readonly label: string;
  readonly value: string;
  readonly source?: string | undefined;
}

/** A field that tells what it rests on. */
export interface SourcedField extends PaperField {
  readonly source: string;
}

export interface PaperColumn {
  readonly name: string;
  /** Part of the width of the page; only the proportions count. */
  readonly share: number;
  readonly isAmount?: true | undefined;
}

/** A part of a paper; texts French, of any length and any characters. */
export type PaperBlock =
  | { readonly kind: 'fields'; readonly title: string; readonly fields: readonly PaperField[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Said instead of an empty table. */
      readonly none: string;
    }
  | { readonly kind: 'texts'; readonly title: string; readonly paragraphs: readonly string[] };

/** A paper that Acquit sets for a case: who somebody is, what happened, what was written. */
export interface CasePaper {
  readonly title: string;
  readonly writtenOn: Day;
  readonly creditor: string;
  readonly debtor: string;
  /** Under the heading: what this paper is, or for whose eyes. */
  readonly lead?: string | undefined;
  readonly blocks: readonly PaperBlock[];
}

import type { CaseFileEntry, DraftEntry, PieceNumbers } from './case-file-entry.ts';

/** Sections before their pieces have numbers. */
export interface DraftSection {
  /** Folder of the ZIP: two digits and lower-case ASCII. */
  readonly folder: string;
  readonly title: string;
  readonly entries: readonly DraftEntry[];
  /** French: what is not there and would be expected. */
  readonly missing: readonly string[];
}

/** A piece under its number, 1 or more: the same on screen, in the data of a procedure and in the ZIP. */
export interface NumberedEntry extends CaseFileEntry {
  readonly number: number;
}

export interface CaseFileSection extends Omit<DraftSection, 'entries'> {
  readonly entries: readonly NumberedEntry[];
}

/** « pièce 8 », « pièces 8 et 9 ». */
const numbersText = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  if (sorted.length === 0) return '';
  const last = sorted.at(-1) ?? 0;
  return sorted.length === 1 ? `pièce ${last}` : `pièces ${sorted.slice(0, -1).join(', ')} et ${last}`;
};

/** Numbers the pieces from 1 through all sections; a document that several sections name stands in the first. */
export const numberSections = (drafts: readonly DraftSection[]): readonly CaseFileSection[] => {
  const byHash = new Map<string, number>();
  let number = 0;
  const numbered = drafts.map((draft) => ({
    ...draft,
    entries: draft.entries.flatMap((entry) => {
      const { content } = entry;
      if (content.kind === 'document' && byHash.has(content.hash)) return [];
      number += 1;
      if (content.kind === 'document') byHash.set(content.hash, number);
      return [{ entry, number }];
    }),
  }));
  const numbersOf: PieceNumbers = (documents) =>
    numbersText(documents.flatMap(({ hash }) => byHash.get(hash) ?? []));
  return numbered.map((section) => ({
    ...section,
    entries: section.entries.map(({ entry, number: own }): NumberedEntry => {
      const { content } = entry;
      return {
        ...entry,
        number: own,
        content:
          content.kind === 'paper'
            ? { kind: 'paper', paper: content.paperOf(numbersOf), fileName: content.fileName }
            : content,
      };
    }),
  }));
};

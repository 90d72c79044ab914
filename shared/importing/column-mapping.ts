import { looksLikeNumber } from './cell-shape.ts';
import {
  contraryWords,
  type ImportTarget,
  importTargets,
  synonyms,
  targetTypes,
  weakTitles,
} from './column-synonyms.ts';
import type { TableColumn } from './column-type.ts';
import { foldHeader } from './fold-text.ts';
import { type ListKind, listKindOf } from './list-kind.ts';
import { guessUntitledColumns } from './untitled-columns.ts';

export { type ImportTarget, importTargets, targetNamesFrench } from './column-synonyms.ts';
export type { ListKind } from './list-kind.ts';

/** Index of the column (from 0) that each target is read from; absent = not in the file. */
export type ColumnMapping = { readonly [Target in ImportTarget]?: number };

/** A proposed mapping, to be shown and corrected. */
export interface MappingSuggestion {
  readonly mapping: ColumnMapping;
  /** 0 to 1 for each mapped target: from 0.9 it is certain, below 0.7 a guess to be looked at. */
  readonly confidence: { readonly [Target in ImportTarget]?: number };
  /** Indexes of the filled columns that nothing is read from. */
  readonly unusedColumns: readonly number[];
  /** What kind of list this seems to be; anything but `invoices` deserves a warning before an import. */
  readonly listKind: ListKind;
  readonly fingerprint: string;
}

/** What a suggestion is made from. */
export interface MappableTable {
  readonly headerRow: number | null;
  readonly preamble: readonly (readonly string[])[];
  readonly columns: readonly TableColumn[];
}

const leastConfidence = 0.5;

/** True when the words of `phrase` stand as neighbours in `words`. */
const containsPhrase = (words: readonly string[], phrase: readonly string[]): boolean => {
  for (let start = 0; start + phrase.length <= words.length; start += 1) {
    if (phrase.every((word, offset) => words[start + offset] === word)) return true;
  }
  return false;
};

/** How well a title alone names a target, 0 to 1. */
const titleScore = (header: string, target: ImportTarget): number => {
  const folded = foldHeader(header);
  if (folded === '') return 0;
  const titles = synonyms[target];
  const exact = titles.indexOf(folded);
  if (exact !== -1) return weakTitles.has(folded) ? 0.75 : Math.max(0.85, 1 - exact * 0.005);
  const words = folded.split(' ');
  let best = 0;
  titles.forEach((title, rank) => {
    const phrase = title.split(' ');
    if (title.length < 3 || !containsPhrase(words, phrase)) return;
    const contrary = words.some((word) => contraryWords[target].has(word) && !phrase.includes(word));
    const score = 0.5 + 0.35 * (phrase.length / words.length) - rank * 0.003 - (contrary ? 0.5 : 0);
    best = Math.max(best, score);
  });
  return best;
};

const codeLike = new Set<ImportTarget>([
  'number',
  'clientCode',
  'postcode',
  'siren',
  'phone',
  'orderReference',
  'account',
]);

/** What the values of a column say about a target: 0 when they fit, negative when they do not. */
const contentScore = (column: TableColumn, target: ImportTarget): number => {
  if (column.type === 'empty') return -0.1;
  const wanted = targetTypes[target];
  if (wanted === column.type) {
    const allNumbers = column.samples.every(looksLikeNumber);
    return target === 'clientName' && allNumbers ? -0.4 : 0;
  }
  if (wanted === 'date') return column.type === 'text' ? -0.35 : -0.6;
  if (wanted === 'amount') {
    if (column.type === 'date') return -0.7;
    return column.samples.every(looksLikeNumber) ? -0.05 : -0.45;
  }
  if (column.type === 'date') return -0.6;
  return codeLike.has(target) ? -0.15 : -0.5;
};

const scoreOf = (column: TableColumn, target: ImportTarget): number => {
  if (
    target === 'email' &&
    column.samples.length > 0 &&
    column.samples.every((value) => /^\S+@\S+\.\S+$/.test(value))
  ) {
    return Math.max(0.75, titleScore(column.header, target));
  }
  let title = titleScore(column.header, target);
  // A column « Client » that holds nothing but numbers gives the client's number.
  if (
    target === 'clientCode' &&
    title < 0.8 &&
    column.samples.length > 0 &&
    column.samples.every(looksLikeNumber)
  ) {
    title = Math.max(title, titleScore(column.header, 'clientName') - 0.2);
  }
  return title === 0 ? 0 : title + contentScore(column, target);
};

/** A hash of the titles without accents and case: equal for two exports of one program. */
export const headerFingerprint = (table: MappableTable): string => {
  const titles =
    table.headerRow === null
      ? `sans titres ${table.columns.map(({ type }) => type).join(' ')}`
      : table.columns.map(({ header }) => foldHeader(header)).join('|');
  // FNV-1a twice with different starts: 64 bits are plenty to tell a user's few sources apart.
  const hash = (start: number): string => {
    let value = start;
    for (let index = 0; index < titles.length; index += 1) {
      value = Math.imul(value ^ titles.charCodeAt(index), 0x01000193) >>> 0;
    }
    return value.toString(16).padStart(8, '0');
  };
  return `${table.columns.length}-${hash(0x811c9dc5)}${hash(0x01234567)}`;
};

/**
 * Proposes which column is what, by titles known in French and English programs and by what the columns
 * hold. Each column and each target is used at most once; the surest pairs are settled first. A list without
 * titles gets a guess.
 */
export const suggestMapping = (table: MappableTable): MappingSuggestion => {
  const pairs = importTargets.flatMap((target, rank) =>
    table.columns.map((column) => ({ target, rank, column: column.index, score: scoreOf(column, target) })),
  );
  const mapping: { [Target in ImportTarget]?: number } = {};
  const confidence: { [Target in ImportTarget]?: number } = {};
  const used = new Set<number>();
  pairs.sort((a, b) => b.score - a.score || a.rank - b.rank || a.column - b.column);
  for (const { target, column, score } of pairs) {
    if (score < leastConfidence) break;
    if (mapping[target] !== undefined || used.has(column)) continue;
    mapping[target] = column;
    confidence[target] = Math.min(1, Math.round(score * 100) / 100);
    used.add(column);
  }
  if (table.headerRow === null) {
    for (const [target, column] of Object.entries(guessUntitledColumns(table.columns)) as [
      ImportTarget,
      number,
    ][]) {
      if (mapping[target] !== undefined || used.has(column)) continue;
      mapping[target] = column;
      confidence[target] = leastConfidence;
      used.add(column);
    }
  }
  return {
    mapping,
    confidence,
    unusedColumns: table.columns
      .filter(({ index, type }) => type !== 'empty' && !used.has(index))
      .map(({ index }) => index),
    listKind: listKindOf(table, mapping),
    fingerprint: headerFingerprint(table),
  };
};

/** What an invoice list must have and this mapping lacks; a group lists alternatives of which one is enough. */
export const missingTargets = (mapping: ColumnMapping): readonly (readonly ImportTarget[])[] => {
  const groups: readonly (readonly ImportTarget[])[] = [
    ['number'],
    ['clientName', 'clientCode'],
    ['issuedOn', 'dueOn'],
    ['totalCents', 'remainingCents'],
  ];
  return groups.filter((group) => group.every((target) => mapping[target] === undefined));
};

/** Reads a mapping back from a saved profile: unknown targets, columns out of range and double use are left out. */
export const mappingFromProfile = (
  saved: Readonly<Record<string, unknown>>,
  columnCount: number,
): ColumnMapping => {
  const mapping: { [Target in ImportTarget]?: number } = {};
  const used = new Set<number>();
  for (const target of importTargets) {
    const column = saved[target];
    if (typeof column !== 'number' || !Number.isInteger(column)) continue;
    if (column < 0 || column >= columnCount || used.has(column)) continue;
    mapping[target] = column;
    used.add(column);
  }
  return mapping;
};

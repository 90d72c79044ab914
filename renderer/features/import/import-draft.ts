import {
  type ColumnMapping,
  type ImportTarget,
  mappingFromProfile,
} from '../../../shared/importing/column-mapping.ts';
import type { CellCorrections, CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableError, TableOptions } from '../../../shared/importing/table.ts';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import type { FileReading } from './file-reader.ts';
import type { TableView } from './file-session.ts';

/** Decimal sign and order of dates, where the user decided otherwise than the detection. */
export type FormatChoice = Omit<CellFormats, 'corrections'>;

/** A file on its way into the ledger: what was detected, and what the user decided about it. */
export interface ImportDraft {
  readonly fileName: string;
  readonly reading: FileReading;
  readonly options: TableOptions;
  readonly table: TableView;
  readonly mapping: ColumnMapping;
  readonly formats: FormatChoice;
  readonly corrections: CellCorrections;
  /** The saved profile that the mapping came from. */
  readonly profile?: ImportProfile | undefined;
  /** « C’est bien une liste de factures », where it does not look like one. */
  readonly isInvoiceList: boolean;
  readonly fillDueDates: boolean;
  readonly cancelAsInFile: boolean;
}

/** A file that gives no table, as long as another way of reading it may help. */
export interface UnreadableFile {
  readonly fileName: string;
  readonly error: TableError;
  /** Absent when no choice of the user can make a table of it. */
  readonly reading?: FileReading | undefined;
  readonly options: TableOptions;
}

const formatsFromProfile = ({ mapping }: ImportProfile): FormatChoice => {
  const { decimal, dateOrder } = mapping;
  return {
    ...((decimal === ',' || decimal === '.') && { decimal }),
    ...((dateOrder === 'dmy' || dateOrder === 'mdy' || dateOrder === 'ymd') && { dateOrder }),
  };
};

/** A draft as it starts, or starts again after the file was read in another way. */
export const startDraft = (
  file: Pick<ImportDraft, 'fileName' | 'reading' | 'options' | 'table'>,
  profiles: Iterable<ImportProfile>,
): ImportDraft => {
  const { suggestion, columns } = file.table;
  const profile = [...profiles].find(({ headerFingerprint }) => headerFingerprint === suggestion.fingerprint);
  return {
    ...file,
    mapping: profile ? mappingFromProfile(profile.mapping, columns.length) : suggestion.mapping,
    formats: profile ? formatsFromProfile(profile) : {},
    corrections: new Map(),
    profile,
    isInvoiceList: false,
    fillDueDates: true,
    cancelAsInFile: false,
  };
};

/** Reads `target` from a column, or nothing from it; each column and each target is used once. */
export const withColumn = (
  mapping: ColumnMapping,
  column: number,
  target: ImportTarget | undefined,
): ColumnMapping => {
  const kept = Object.entries(mapping).filter(([name, index]) => index !== column && name !== target);
  return Object.fromEntries(target === undefined ? kept : [...kept, [target, column]]);
};

/** Notes what is to be read instead of one cell of the file. */
export const withCorrection = (
  corrections: CellCorrections,
  line: number,
  target: ImportTarget,
  text: string,
): CellCorrections => new Map([...corrections, [line, { ...corrections.get(line), [target]: text }]]);

const sameEntries = (a: object, b: object): boolean => {
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([name, value]) => (b as Record<string, unknown>)[name] === value)
  );
};

/**
 * The profile to save, so that the next file of the same program needs no hand; undefined when the detection
 * or the saved profile already says the same.
 */
export const profileToSave = (draft: ImportDraft, newId: () => string): ImportProfile | undefined => {
  const mapping = { ...draft.mapping, ...draft.formats };
  const known = draft.profile ? draft.profile.mapping : draft.table.suggestion.mapping;
  if (sameEntries(mapping, known)) return undefined;
  return {
    id: draft.profile?.id ?? newId(),
    name: draft.profile?.name ?? draft.fileName,
    headerFingerprint: draft.table.suggestion.fingerprint,
    mapping,
  };
};

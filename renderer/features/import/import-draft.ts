import type { LifeCycleReading } from '../../../shared/importing/cdar.ts';
import {
  type ColumnMapping,
  type ImportTarget,
  mappingFromProfile,
} from '../../../shared/importing/column-mapping.ts';
import type { ContactChoice } from '../../../shared/importing/contact-plan.ts';
import type { ContactReading } from '../../../shared/importing/contacts.ts';
import type { FecReading } from '../../../shared/importing/fec.ts';
import type { FecSettleChoice } from '../../../shared/importing/fec-plan.ts';
import type { CellCorrections, CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableError, TableOptions } from '../../../shared/importing/table.ts';
import type { ImportProfile } from '../../../shared/ledger/history.ts';
import type { DocumentBatch } from './document-batch.ts';
import type { FileReading } from './file-reader.ts';
import type { TableView } from './file-session.ts';

/** Decimal sign and order of dates, where the user decided otherwise than the detection. */
export type FormatChoice = Omit<CellFormats, 'corrections'>;

/** What every import on its way into the ledger has. */
interface DraftBase {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly reading: FileReading;
  readonly fillDueDates: boolean;
  readonly cancelAsInFile: boolean;
}

/** Electronic invoices and PDFs read together. */
export interface DocumentsDraft extends DraftBase {
  readonly kind: 'documents';
  readonly batch: DocumentBatch;
  /** Of each file chosen. */
  readonly fileHashes: readonly string[];
}

/** Entries of accounting. */
export interface FecDraft extends DraftBase {
  readonly kind: 'fec';
  readonly fec: FecReading;
  /** Days net where no terms are agreed. */
  readonly termDays: number;
  readonly settle: FecSettleChoice;
  readonly excludeDoubtful: boolean;
  readonly allowOlder: boolean;
}

/** A contact list; its decisions are by line of the file. */
export interface ContactsDraft extends Pick<DraftBase, 'fileName' | 'fileHash'> {
  readonly contacts: ContactReading;
  readonly createsClients: boolean;
  readonly choices: ReadonlyMap<number, ContactChoice>;
}

/** Statuses that a platform gave invoices. */
export interface LifeCycleDraft extends Pick<DraftBase, 'fileName' | 'fileHash'> {
  readonly lifeCycle: LifeCycleReading;
}

/** A list on its way into the ledger: what was detected, and what the user decided about it. */
export interface TableDraft extends DraftBase {
  readonly kind: 'table';
  readonly options: TableOptions;
  readonly table: TableView;
  readonly mapping: ColumnMapping;
  readonly formats: FormatChoice;
  readonly corrections: CellCorrections;
  /** The saved profile that the mapping came from. */
  readonly profile?: ImportProfile | undefined;
  /** What the user calls the source of such files; undefined = he did not say. */
  readonly profileName?: string | undefined;
  /** « C’est bien une liste de factures », where it does not look like one. */
  readonly isInvoiceList: boolean;
}

export type ImportDraft = TableDraft | DocumentsDraft | FecDraft;

/** What the user may change about a draft. */
export type DraftChanges = Partial<
  Pick<TableDraft, 'mapping' | 'formats' | 'corrections' | 'profileName' | 'isInvoiceList'> &
    Pick<DocumentsDraft, 'batch'> &
    Pick<FecDraft, 'termDays' | 'settle' | 'excludeDoubtful' | 'allowOlder'> &
    Pick<DraftBase, 'fillDueDates' | 'cancelAsInFile'>
>;

/** The draft with the changes; those that mean nothing to its kind are never asked for. */
export const withChanges = <Draft extends ImportDraft>(draft: Draft, changes: DraftChanges): Draft => ({
  ...draft,
  ...changes,
});

/** A file that gives no table, as long as another way of reading it may help. */
export interface UnreadableFile {
  readonly fileName: string;
  readonly fileHash: string;
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

/** The profile saved for lists of invoices with these titles. */
export const invoiceProfile = (
  profiles: Iterable<ImportProfile>,
  fingerprint: string,
): ImportProfile | undefined =>
  [...profiles].find(
    ({ headerFingerprint, content = 'invoices' }) =>
      content === 'invoices' && headerFingerprint === fingerprint,
  );

/** The profile saved for statements of a bank with these titles. */
export const bankProfile = (
  profiles: Iterable<ImportProfile>,
  fingerprint: string,
): ImportProfile | undefined =>
  [...profiles].find(
    ({ headerFingerprint, content }) => content === 'bank' && headerFingerprint === fingerprint,
  );

/** « export_factures_2026-11.csv » → « export factures »: what its next file will be called too. */
export const sourceName = (fileName: string): string => {
  const bare = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\d_()./-]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return bare.length < 3 ? fileName : bare;
};

/** A draft as it starts, or starts again after the file was read in another way. */
export const startDraft = (
  file: Pick<TableDraft, 'fileName' | 'fileHash' | 'reading' | 'options' | 'table'>,
  profiles: Iterable<ImportProfile>,
): TableDraft => {
  const { suggestion, columns } = file.table;
  const profile = invoiceProfile(profiles, suggestion.fingerprint);
  return {
    ...file,
    kind: 'table',
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
 * or the saved profile already says the same and the user gave no other name.
 */
export const profileToSave = (draft: TableDraft, newId: () => string): ImportProfile | undefined => {
  const mapping = { ...draft.mapping, ...draft.formats };
  const known = draft.profile ? draft.profile.mapping : draft.table.suggestion.mapping;
  const typed = draft.profileName?.trim() ?? '';
  const isNamed = typed !== '' && typed !== draft.profile?.name;
  if (sameEntries(mapping, known) && !isNamed) return undefined;
  return {
    id: draft.profile?.id ?? newId(),
    name: typed !== '' ? typed : (draft.profile?.name ?? sourceName(draft.fileName)),
    headerFingerprint: draft.table.suggestion.fingerprint,
    mapping,
  };
};

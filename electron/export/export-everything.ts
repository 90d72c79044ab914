import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Clock, instantOf } from '../../shared/dates/clock.ts';
import { type CsvColumn, csvOf, csvPieces } from '../../shared/exporting/csv.ts';
import { type Ledger, type LedgerRows, type TableName, tableNames } from '../../shared/ledger/ledger.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nodeVerification, pythonVerification, verificationFiles } from '../backup/verification-scripts.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import { freeFileName, readableFileName } from '../documents/readable-file-name.ts';
import { ioCode, writeAtomically } from '../mirror/durable-file.ts';
import { fileExists } from '../mirror/line-journal.ts';
import type { JournalSnapshot, Mirror } from '../mirror/mirror.ts';
import { type ArchiveManifest, archiveFiles, archiveVersion } from './archive-manifest.ts';
import { ledgerColumns } from './ledger-columns.ts';
import { readLedger } from './read-ledger.ts';
import { exportReadme } from './readme.ts';
import { createZipWriter, ZipTooLargeError, type ZipWriter } from './zip-writer.ts';

export type ExportFailure =
  | { readonly kind: 'nothing-to-export' }
  /** The mirror is damaged or newer: its rows cannot be trusted. */
  | { readonly kind: 'ledger-refused' }
  /** More than a plain ZIP holds (4 GB, 65,000 files). */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'io'; readonly code: string; readonly fileName: string };

export interface ExportOptions {
  readonly mirror: Mirror;
  readonly documents: DocumentStore;
  /** Full path of the outbox journal, where there is one. */
  readonly outboxPath?: string | undefined;
  /** Full path of the ZIP; a file of that name is replaced once the new one is complete. */
  readonly path: string;
  readonly clock: Clock;
}

export interface ExportDone {
  readonly documents: number;
  /** Documents that are damaged or gone on this PC (SHA-256). */
  readonly missingDocuments: readonly string[];
}

/** Rows by table; tables without rows are left out. */
export const rowCountsOf = (ledger: Ledger): Record<string, number> =>
  Object.fromEntries(
    tableNames.map((table) => [table, ledger[table].size] as const).filter(([, count]) => count > 0),
  );

const compressed = new Set(['zip', 'png', 'jpg', 'pdf']);
const rowsPerPiece = 500;

/** A JSON array, one row a line, piece by piece. */
function* jsonPieces(rows: Iterable<unknown>): Generator<Uint8Array> {
  let lines: string[] = [];
  let first = true;
  for (const row of rows) {
    lines.push(`${first ? '[' : ','}\n${JSON.stringify(row)}`);
    first = false;
    if (lines.length < rowsPerPiece) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  yield Buffer.from(`${lines.join('')}${first ? '[]' : '\n]'}\n`);
}

const addTables = async (zip: ZipWriter, ledger: Ledger): Promise<void> => {
  const columns = ledgerColumns(ledger);
  function* csvBytes<Table extends TableName>(table: Table): Generator<Uint8Array> {
    const rows = (ledger[table] as ReadonlyMap<string, LedgerRows[Table]>).values();
    const ofTable = columns[table] as unknown as readonly CsvColumn<LedgerRows[Table]>[];
    for (const piece of csvPieces(ofTable, rows)) yield Buffer.from(piece);
  }
  for (const table of tableNames) {
    await zip.add(`json/${table}.json`, jsonPieces(ledger[table].values()));
    await zip.add(`csv/${table}.csv`, csvBytes(table));
  }
};

interface NamedDocument {
  readonly hash: string;
  readonly name: string;
}

/** Readable names for all documents of the store; what the ledger does not name goes by its hash. */
const nameDocuments = (ledger: Ledger, documents: DocumentStore): readonly NamedDocument[] => {
  const taken = new Set<string>(['index.csv']);
  // In the order of the hashes: the same documents always get the same names.
  return [...documents.list()].sort().map((hash) => {
    const fileName = basename(documents.path(hash) ?? hash);
    const wanted = ledger.documents.get(hash)?.name ?? fileName;
    const readable = readableFileName(wanted, fileName.split('.').at(-1) ?? 'bin');
    const name = freeFileName(readable, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(name.toLowerCase());
    return { hash, name };
  });
};

const indexColumns: readonly CsvColumn<NamedDocument>[] = [
  { header: 'Fichier', kind: 'text', value: ({ name }) => name },
  { header: 'Empreinte (SHA-256)', kind: 'text', value: ({ hash }) => hash },
];

const addDocuments = async (
  zip: ZipWriter,
  ledger: Ledger,
  documents: DocumentStore,
): Promise<ExportDone> => {
  const added: NamedDocument[] = [];
  const missing = [...ledger.documents.keys()].filter((hash) => documents.path(hash) === undefined);
  for (const document of nameDocuments(ledger, documents)) {
    const read = await documents.read(document.hash);
    if (!read.ok) {
      if (read.error.kind === 'io') throw Object.assign(new Error('document'), { code: read.error.code });
      missing.push(document.hash);
      continue;
    }
    const stored = compressed.has(document.name.split('.').at(-1) ?? '');
    await zip.add(`documents/${document.name}`, [read.value], stored);
    added.push(document);
  }
  await zip.add(archiveFiles.documentIndex, [Buffer.from(csvOf(indexColumns, added))]);
  return { documents: added.length, missingDocuments: missing };
};

const firstBytesOf = (path: string, bytes: number): AsyncIterable<Uint8Array> =>
  createReadStream(path, { end: bytes - 1, highWaterMark: 1024 * 1024 });

const writeZip = async (
  zip: ZipWriter,
  ledger: Ledger,
  snapshot: JournalSnapshot,
  databaseId: string,
  { documents, outboxPath, clock }: ExportOptions,
): Promise<ExportDone> => {
  await zip.add(archiveFiles.readme, [Buffer.from(exportReadme)]);
  await zip.add(verificationFiles.node, [Buffer.from(nodeVerification)]);
  await zip.add(verificationFiles.python, [Buffer.from(pythonVerification)]);
  await addTables(zip, ledger);
  await zip.add(archiveFiles.journal, firstBytesOf(snapshot.path, snapshot.bytes));
  if (outboxPath !== undefined && (await fileExists(outboxPath)))
    await zip.add(archiveFiles.outbox, createReadStream(outboxPath));
  const done = await addDocuments(zip, ledger, documents);
  // Last, so that it vouches for every other file: what « Reprendre une archive » goes by.
  const manifest: ArchiveManifest = {
    format: 'acquit-archive',
    version: archiveVersion,
    at: instantOf(clock.nowMs()),
    databaseId,
    sequence: snapshot.lastSequence,
    chainHash: snapshot.lastHash,
    rowCounts: rowCountsOf(ledger),
    missingDocuments: [...done.missingDocuments],
    files: [...zip.written()],
  };
  await zip.add(archiveFiles.manifest, [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]);
  await zip.end();
  return done;
};

/**
 * Writes everything the ledger holds as one ZIP of open formats: JSON, CSV, the journals, all documents
 * under readable names, a text that explains them, and the hash of each file. The file appears when it is complete; after a
 * failure nothing is left and a former file of that name stays.
 */
export const exportEverything = async (
  options: ExportOptions,
): Promise<Result<ExportDone, ExportFailure>> => {
  const { mirror, path, clock } = options;
  const status = mirror.status();
  const snapshot = mirror.snapshot();
  if (status.kind === 'damaged' || status.kind === 'newer-version') return fail({ kind: 'ledger-refused' });
  if (status.kind === 'empty' || !snapshot) return fail({ kind: 'nothing-to-export' });
  try {
    const ledger = await readLedger(snapshot);
    if (!ledger.ok) return ledger.error.kind === 'io' ? fail(ledger.error) : fail({ kind: 'ledger-refused' });
    let done: ExportDone | undefined;
    await writeAtomically(path, async (handle) => {
      done = await writeZip(
        createZipWriter(handle, clock.nowMs()),
        ledger.value,
        snapshot,
        status.databaseId,
        options,
      );
    });
    return ok(done ?? { documents: 0, missingDocuments: [] });
  } catch (error) {
    if (error instanceof ZipTooLargeError) return fail({ kind: 'too-large' });
    return fail({ kind: 'io', code: ioCode(error), fileName: basename(path) });
  }
};

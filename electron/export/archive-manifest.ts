import { z } from 'zod';
import { verificationFiles } from '../backup/verification-scripts.ts';

/** Version of the archive that this application writes, and the newest that it reads. */
export const archiveVersion = 1;

/** Names in an archive besides the documents and the tables. */
export const archiveFiles = {
  manifest: 'archive.json',
  readme: 'LISEZMOI.txt',
  journal: 'journal.ndjson',
  outbox: 'outbox.ndjson',
  nodeCheck: verificationFiles.node,
  pythonCheck: verificationFiles.python,
  documents: 'documents',
  documentIndex: 'documents/index.csv',
} as const;

const oneName = /^[^/\\\p{Cc}]{1,200}$/u;

/**
 * True for a name that an archive may hold: one of its own, a table, or a document directly in its folder.
 * Nothing absolute, nothing that leads out (« ../ »), no folder in a folder.
 */
export const isArchivePath = (path: string): boolean => {
  const { manifest, readme, journal, outbox, nodeCheck, pythonCheck } = archiveFiles;
  if ([manifest, readme, journal, outbox, nodeCheck, pythonCheck].some((name) => name === path)) return true;
  if (/^(?:json\/[A-Za-z]{1,40}\.json|csv\/[A-Za-z]{1,40}\.csv)$/.test(path)) return true;
  const [folder, name, ...deeper] = path.split('/');
  return (
    folder === archiveFiles.documents &&
    name !== undefined &&
    deeper.length === 0 &&
    oneName.test(name) &&
    name !== '.' &&
    name !== '..'
  );
};

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an archive says of itself: every file with its hash, and the state of the ledger. */
export const archiveManifest = z.object({
  format: z.literal('acquit-archive'),
  version: z.literal(archiveVersion),
  at: z.iso.datetime(),
  databaseId: z.string().min(1).max(200),
  /** Last change contained, and the hash of its line in the journal. */
  sequence: z.int().nonnegative(),
  chainHash: sha256,
  /** Rows by table; tables without rows are left out. */
  rowCounts: z.record(z.string(), z.int().nonnegative()),
  /** Documents that the PC had lost when the archive was made. */
  missingDocuments: z.array(sha256),
  /** Every file but this one. */
  files: z.array(z.object({ path: z.string().refine(isArchivePath), sha256, bytes: z.int().nonnegative() })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;
export type ArchivedFile = ArchiveManifest['files'][number];

/** Format and version alone, to tell a newer archive from a ZIP that is none. */
export const archiveHead = z.object({ format: z.literal('acquit-archive'), version: z.int().positive() });

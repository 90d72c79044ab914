import { z } from 'zod';

/** File names in the folder of a backup. */
export const backupFiles = {
  manifest: 'backup.json',
  ledger: 'journal.ndjson',
  outbox: 'outbox.ndjson',
  documents: 'documents',
  sums: 'SHA256SUMS',
  readme: 'LISEZMOI.txt',
} as const;

export const backupVersion = 1;

/** What a backup says of itself. Verified against its files before anybody relies on it. */
export const backupManifest = z.object({
  format: z.literal('acquit-backup'),
  version: z.literal(backupVersion),
  at: z.iso.datetime(),
  kind: z.enum(['regular', 'before-restore']),
  databaseId: z.string(),
  /** Last change contained, and the hash of its line. */
  sequence: z.int().nonnegative(),
  chainHash: z.string().regex(/^[0-9a-f]{64}$/),
  rowCounts: z.record(z.string(), z.int().nonnegative()),
  documents: z.int().nonnegative(),
  /** Documents that the PC itself had lost when the backup was made (SHA-256). */
  missingDocuments: z.array(z.string()),
  /** Size of journal, outbox and documents. */
  bytes: z.int().nonnegative(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** Format and version alone, to tell a newer backup from one that is none. */
export const manifestVersion = z.object({ format: z.literal('acquit-backup'), version: z.int().positive() });

import type { CommandContext } from '../../../shared/ledger/decision.ts';
import type { ImportRecord } from '../../../shared/ledger/history.ts';
import { zeroCents } from '../../../shared/money/cents.ts';

/** The file of an import, as its command is asked. */
export interface ImportedFile {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal; of a batch, that of the whole. */
  readonly fileHash: string;
  /** Of a batch, the hash of each file. */
  readonly fileHashes?: readonly string[] | undefined;
}

/** What an import brought; what it did not speak of is 0. */
type Brought = Partial<Omit<ImportRecord, 'id' | 'importedAt' | keyof ImportedFile>>;

/** The record that makes a file known and its import undoable as a whole. */
export const importRecord = (
  id: string,
  { fileName, fileHash, fileHashes = [] }: ImportedFile,
  brought: Brought,
  context: CommandContext,
): ImportRecord => ({
  id,
  fileName,
  fileHash,
  ...(fileHashes.length > 0 && { fileHashes }),
  importedAt: context.now,
  newInvoices: 0,
  updatedInvoices: 0,
  newClients: 0,
  openCents: zeroCents,
  ...brought,
});

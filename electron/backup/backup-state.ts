import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupRehearsal } from '../../shared/ipc/scheduler-contract.ts';
import { ensureFolder, ioCode, writeAtomically, writeFully } from '../mirror/durable-file.ts';

const instant = z.iso.datetime();

const backupState = z.object({
  version: z.literal(1),
  /** Why the last backup was not made, or what it lacks, and since when; gone with the next good one. */
  failure: z.object({ at: instant, message: z.string() }).optional(),
  second: z
    .object({
      folder: z.string().min(1),
      isOnSameDisk: z.boolean(),
      /** Newest backup copied into it and read again there. */
      lastAt: instant.optional(),
      problem: z.string().optional(),
    })
    .optional(),
  rehearsal: z
    .object({
      at: instant,
      name: z.string(),
      backupAt: instant,
      outcome: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('passed'),
          rows: z.int().nonnegative(),
          documents: z.int().nonnegative(),
          changesSince: z.int().nonnegative(),
        }),
        z.object({ kind: z.literal('failed'), message: z.string() }),
      ]),
    })
    .optional() satisfies z.ZodType<BackupRehearsal | undefined>,
});

/** What is known of the backups beside the backups themselves, from one run of the application to the next. */
export type BackupState = z.infer<typeof backupState>;

const stateName = 'backups.json';

/** Reads the state of a ledger's backups; an absent or unreadable file counts as none. */
export const readBackupState = async (folder: string): Promise<BackupState> => {
  try {
    const parsed = backupState.safeParse(JSON.parse(await readFile(join(folder, stateName), 'utf8')));
    return parsed.success ? parsed.data : { version: 1 };
  } catch (error) {
    if (error instanceof Error) return { version: 1 };
    throw error;
  }
};

/** Writes it; a disk that refuses costs the memory of it only. */
export const writeBackupState = async (folder: string, state: BackupState): Promise<void> => {
  try {
    await ensureFolder(folder);
    const bytes = Buffer.from(`${JSON.stringify(state, null, 2)}\n`);
    await writeAtomically(join(folder, stateName), (handle) => writeFully(handle, bytes, 0));
  } catch (error) {
    ioCode(error);
  }
};

import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeAtomically, writeFully } from '../mirror/durable-file.ts';

const schedulerState = z.object({
  version: z.literal(1),
  /** The latest instant that a tick ever saw: what a clock set back is compared with. */
  latestTickAt: z.iso.datetime().optional(),
  /** Waits for the user's word. */
  warning: z.enum(['went-back', 'leapt-forward']).optional(),
  lastDigestOn: z.string().optional(),
});

/** What the scheduler remembers from one run of the application to the next. */
export type SchedulerState = z.infer<typeof schedulerState>;

const nothingYet: SchedulerState = { version: 1 };

/** Reads the file; an absent or unreadable one is the same as a first start, which asks and sends nothing by itself. */
export const readSchedulerState = async (path: string): Promise<SchedulerState> => {
  try {
    const parsed = schedulerState.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : nothingYet;
  } catch (error) {
    if (error instanceof Error) return nothingYet;
    throw error;
  }
};

/** Writes the file; answers false where the disk refuses. */
export const writeSchedulerState = async (path: string, state: SchedulerState): Promise<boolean> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, (handle) => writeFully(handle, Buffer.from(`${JSON.stringify(state)}\n`), 0));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
};

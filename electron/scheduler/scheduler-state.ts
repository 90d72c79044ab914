import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { clockAnswer, type SchedulerGap } from '../../shared/ipc/scheduler-contract.ts';
import { writeAtomically, writeFully } from '../mirror/durable-file.ts';

const instant = z.iso.datetime();

const schedulerState = z.object({
  version: z.literal(1),
  /** The latest instant that is believed: what the PC's clock is compared with. It stands still while in question. */
  latestTickAt: instant.optional(),
  /** The latest tick, whatever the clock said. */
  lastTickAt: instant.optional(),
  /** The user said that the PC's date is wrong: sending waits until the clock is right again. */
  refusedAt: instant.optional(),
  lastDigestOn: z.string().optional(),
  /** Treasury thresholds, in cents, that were told and not left behind since. */
  firedThresholds: z.array(z.int()).optional(),
  lastGap: z.object({ from: instant, until: instant }).optional(),
  /** What the user said of the PC's clock, the latest first. */
  answers: z.array(clockAnswer).optional(),
});

/** What the scheduler remembers from one run of the application to the next. */
export type SchedulerState = z.infer<typeof schedulerState>;

const nothingYet: SchedulerState = { version: 1 };

/** Answers kept; more would only make the file long. */
const answersKept = 10;

/** Minutes without a tick that are told as a pause: shorter ones are a busy machine. */
const tellingGapMs = 15 * 60_000;

/** The pause that this tick ends; the former one where there was none. */
export const gapBefore = (state: SchedulerState, nowMs: number, now: string): SchedulerGap | undefined => {
  const { lastTickAt, lastGap } = state;
  if (lastTickAt === undefined || nowMs - Date.parse(lastTickAt) < tellingGapMs) return lastGap;
  return { from: lastTickAt, until: now };
};

/** The state with one more answer of the user. */
export const withAnswer = (
  state: SchedulerState,
  answer: z.infer<typeof clockAnswer>,
): Pick<Required<SchedulerState>, 'answers'> => ({
  answers: [answer, ...(state.answers ?? [])].slice(0, answersKept),
});

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

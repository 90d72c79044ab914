import { z } from 'zod';

/** Sent by main at every tick: « what is due on this day? » */
export interface SchedulerTick {
  readonly at: string;
  readonly day: string;
}

/** The renderer's answer, computed over live data. */
export const schedulerReport = z.object({
  day: z.string(),
  emails: z.int().nonnegative(),
  letters: z.int().nonnegative(),
  calls: z.int().nonnegative(),
  brokenPromises: z.int().nonnegative(),
  /** On the days of the alarms before a claim has to be declared (French). */
  declarationAlert: z.string().max(500).optional(),
  /** Treasury alert in one sentence (French), where a threshold is crossed. */
  treasuryAlert: z.string().max(500).optional(),
  /** Hour of the morning notification, Europe/Paris. */
  notifyAtHour: z.int().min(0).max(23),
});
export type SchedulerReport = z.infer<typeof schedulerReport>;

export interface SchedulerStatus {
  readonly lastTickAt?: string | undefined;
  readonly nextTickAt: string;
  /** The clock went back or leapt forward: sending waits for the user. */
  readonly clockWarning?: 'went-back' | 'leapt-forward' | undefined;
}

export interface BackupStatus {
  readonly lastAt?: string | undefined;
  readonly verified: boolean;
  readonly folder: string;
  readonly problem?: string | undefined;
  readonly backups: readonly {
    readonly name: string;
    readonly at: string;
    readonly sequence: number;
    readonly bytes: number;
  }[];
}

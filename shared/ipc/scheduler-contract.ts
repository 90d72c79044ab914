import { z } from 'zod';

/** Sent by main at every tick: « what is due on this day? » */
export interface SchedulerTick {
  readonly at: string;
  readonly day: string;
}

const count = z.int().nonnegative();

/** What the treasury projection says of the thresholds that the user set. */
const treasuryOutlook = z.object({
  /** Lowest end-of-day balance of the horizon, cents. */
  lowestCents: z.int(),
  /** All thresholds set, cents. */
  thresholdsCents: z.array(z.int()),
  /** Those the balance is or will be below, each in one French sentence, the most urgent first. */
  crossed: z.array(z.object({ thresholdCents: z.int(), sentence: z.string().max(500) })),
});
export type TreasuryOutlook = z.infer<typeof treasuryOutlook>;

/** The renderer's answer, computed over live data. */
export const schedulerReport = z.object({
  day: z.string(),
  emails: count,
  letters: count,
  calls: count,
  brokenPromises: count,
  /** E-mails that the automatic mode approved at this tick; none where undefined. */
  approvedByItself: count.optional(),
  /** Working day in the calendar that the user chose; that of metropolitan France where undefined. */
  isWorkingDay: z.boolean().optional(),
  /** On the days of the alarms before a claim has to be declared (French). */
  declarationAlert: z.string().max(500).optional(),
  /** Absent without a bank balance. */
  treasury: treasuryOutlook.optional(),
  /** Hour of the morning notification, Europe/Paris. */
  notifyAtHour: z.int().min(0).max(23),
});
export type SchedulerReport = z.infer<typeof schedulerReport>;

/** What the user said when he was asked about the PC's clock. */
export const clockAnswer = z.object({
  at: z.iso.datetime(),
  warning: z.enum(['went-back', 'leapt-forward']),
  /** Latest instant that was believed when he was asked. */
  believedAt: z.iso.datetime(),
  answer: z.enum(['right', 'wrong']),
});
export type ClockAnswer = z.infer<typeof clockAnswer>;

/** A time without ticks: the PC slept, was off, or Acquit was closed. */
export interface SchedulerGap {
  readonly from: string;
  readonly until: string;
}

export interface SchedulerStatus {
  readonly lastTickAt?: string | undefined;
  readonly nextTickAt: string;
  /** The clock went back or leapt forward: sending waits for the user. */
  readonly clockWarning?: 'went-back' | 'leapt-forward' | undefined;
  /** Latest instant that is believed; the PC's clock is compared with it. */
  readonly believedAt?: string | undefined;
  /** The user said that the PC's date is wrong; gone when the clock is right again. */
  readonly refusedAt?: string | undefined;
  /** What the last tick of this run found, and when it was answered. */
  readonly lastReport?:
    | (Pick<SchedulerReport, 'emails' | 'letters' | 'calls' | 'approvedByItself'> & { readonly at: string })
    | undefined;
  readonly lastGap?: SchedulerGap | undefined;
  /** What the user said of the clock, the latest first. */
  readonly clockAnswers: readonly ClockAnswer[];
}

/** The other folder, on a disk of its own, that takes a copy of each backup. */
export interface SecondBackupFolder {
  readonly folder: string;
  /** Instant of the newest backup in it that was read again; undefined = none yet, or it cannot be read. */
  readonly lastAt?: string | undefined;
  /** It lies on the disk of the first one: a broken disk would take both. */
  readonly isOnSameDisk: boolean;
  /** Why the last copy was not made, French. */
  readonly problem?: string | undefined;
}

/** A restore rehearsed in a temporary place, without any effect on the ledger. */
export interface BackupRehearsal {
  readonly at: string;
  /** The backup that was opened, and when it was made. */
  readonly name: string;
  readonly backupAt: string;
  readonly outcome:
    | {
        readonly kind: 'passed';
        readonly rows: number;
        readonly documents: number;
        /** Changes made since the backup, which a restore would not bring back. */
        readonly changesSince: number;
      }
    /** French: what was found. */
    | { readonly kind: 'failed'; readonly message: string };
}

export interface BackupStatus {
  readonly lastAt?: string | undefined;
  readonly verified: boolean;
  readonly folder: string;
  /** What is wrong with the last backup or why it was not made, French. */
  readonly problem?: string | undefined;
  /** Since when the problem stands. */
  readonly problemSince?: string | undefined;
  readonly second?: SecondBackupFolder | undefined;
  readonly rehearsal?: BackupRehearsal | undefined;
  readonly backups: readonly {
    readonly name: string;
    readonly at: string;
    readonly sequence: number;
    readonly bytes: number;
    /** `before-restore`: the state that a restore replaced. */
    readonly kind: 'regular' | 'before-restore';
  }[];
}

import { z } from 'zod';
import { typedNumberAtMost } from '../ledger/dispatch.ts';
import { envelopeProblem } from '../letters/window-geometry.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const millimetres = z.number().min(0).max(400);

/** An envelope with the user's own measures, all in millimetres. */
export const ownEnvelope = z
  .object({
    widthMm: millimetres,
    heightMm: millimetres,
    windowWidthMm: millimetres,
    windowHeightMm: millimetres,
    windowRightMm: millimetres,
    windowBottomMm: millimetres,
    panelWidthMm: millimetres,
    panelHeightMm: millimetres,
  })
  .refine((envelope) => envelopeProblem(envelope) === undefined);

/** How far a printer puts things beside their place, taken back on the sheet; to the right and down. */
export const printOffset = z.object({
  xMm: z.number().min(-20).max(20),
  yMm: z.number().min(-20).max(20),
});
export type PrintOffset = z.infer<typeof printOffset>;

/** How this PC prints letters. Kept with the choices of the PC, since printers are the PC's. */
export const printSetup = z.object({
  envelope: z.enum(['DL', 'C5', 'own']),
  /** Measures of « own »; kept when another envelope is chosen for a while. */
  ownEnvelope: ownEnvelope.optional(),
  foldMarks: z.boolean(),
  /** Both sides of the sheet; each letter begins on a front. */
  duplex: z.boolean(),
  order: z.enum(['postcode', 'name', 'approval']),
  /** A copy of each letter for the creditor's own file. */
  fileCopies: z.boolean(),
  /** System name of the printer that prints without a dialog; the dialog asks where undefined. */
  printer: z.string().min(1).max(300).optional(),
  /** By system name of the printer; « » is what the dialog prints. */
  offsets: z.record(z.string().max(300), printOffset),
});
export type PrintSetup = z.infer<typeof printSetup>;

/** A printer as the system names it. */
export interface Printer {
  readonly name: string;
  readonly displayName: string;
  readonly isDefault: boolean;
}

/** What is to be appended to a letter: a file of the document store and what the letter calls it. */
export const appendedCopy = z.object({ hash, name: z.string().min(1).max(300) });
export type AppendedCopy = z.infer<typeof appendedCopy>;

/** What goes with the letters of a batch beside their models. */
export const batchExtras = z.object({
  /** Copies appended to each letter, by its id. */
  appended: z.record(z.string().max(600), z.array(appendedCopy).max(500)).optional(),
  /** « Exemplaire dossier » of each letter, behind it. */
  fileCopies: z.boolean().optional(),
});
export type BatchExtras = z.infer<typeof batchExtras>;

/** What is known of a file that may be appended to a letter. */
export type ExaminedCopy =
  | { readonly hash: string; readonly pageCount: number }
  /** French: why it cannot be appended. */
  | { readonly hash: string; readonly problem: string };

/** Pages of kept PDFs put together anew: what the printer spoiled, or a second print of what it printed well. */
export const excerptPart = z.object({
  hash,
  /** 1-based, in order; all where undefined. */
  pages: z.array(z.int().positive().max(100_000)).min(1).max(5000).optional(),
  /** Stamped « DUPLICATA »: the letter had been printed well before. */
  duplicate: z.boolean(),
});
export type ExcerptPart = z.infer<typeof excerptPart>;

/** A PDF that is shown, printed or saved, kept for a while. */
export interface MadePdf {
  readonly hash: string;
  readonly pageCount: number;
}

/** « Bordereau récapitulatif de dépôt »: what is handed to the post, one line a letter. */
export const depositList = z.object({
  /** Day of writing, YYYY-MM-DD. */
  writtenOn: z.string().max(10),
  sender: z.object({ name: z.string().max(300), lines: z.array(z.string().max(200)).max(8) }),
  rows: z
    .array(
      z.object({
        /** As printed on the envelope; the name first. */
        lines: z.array(z.string().max(300)).min(1).max(8),
        invoices: z.string().max(4000),
        enclosures: z.string().max(4000),
        /** Registered letters have an advice of receipt and a tier of compensation; others neither. */
        registered: z.boolean(),
        trackingNumber: z.string().max(typedNumberAtMost).optional(),
      }),
    )
    .min(1)
    .max(1000),
});
export type DepositList = z.infer<typeof depositList>;

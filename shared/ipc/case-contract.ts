import { z } from 'zod';
import { day } from './printed-invoice.ts';

/** Which case, as of which business day. */
export const caseFileRequest = z.object({ caseId: z.string().min(1).max(100), today: day });
export type CaseFileRequest = z.infer<typeof caseFileRequest>;

/** A « dossier contentieux » that was written where the user said. */
export interface MadeCaseFile {
  /** SHA-256 of the ZIP, lower-case hexadecimal. */
  readonly hash: string;
  readonly fileName: string;
  readonly pieces: number;
  /** Titles of documents that are damaged or gone on this PC. */
  readonly missing: readonly string[];
}

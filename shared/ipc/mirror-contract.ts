import { z } from 'zod';
import type { Change } from '../ledger/change.ts';
import type { TableName } from '../ledger/ledger.ts';

/** Where the mirror of a ledger stands. */
export type MirrorStatus =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'ready';
      readonly databaseId: string;
      /** Changes with each restore of a backup: a renderer of another generation starts again from the mirror. */
      readonly generation: string;
      readonly lastSequence: number;
      /** Rows per table after `lastSequence`. */
      readonly rowCounts: Readonly<Partial<Record<TableName, number>>>;
    }
  | { readonly kind: 'newer-version'; readonly formatVersion: number }
  | { readonly kind: 'damaged'; readonly line: number; readonly fileName: string };

const rowImage = z.object({
  table: z.string().max(40),
  key: z.string().min(1).max(700),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

/** Shape check at the border; the rows themselves are the renderer's business. */
export const changeSchema = z.object({
  sequence: z.int().positive(),
  groupSequence: z.int().positive(),
  pages: z.int().positive(),
  at: z.string().max(40),
  command: z.string().max(80),
  label: z.string().max(2000),
  clientId: z.string().max(200).optional(),
  undo: z.enum(['allowed', 'refused']),
  undoes: z.int().positive().optional(),
  images: z.array(rowImage).max(5000),
}) as unknown as z.ZodType<Change>;

/** A page of rows for a restore; `next` undefined = that was the last one. */
export interface MirrorPage {
  readonly rows: readonly {
    readonly table: TableName;
    readonly key: string;
    readonly row: Readonly<Record<string, unknown>>;
  }[];
  readonly next?: number | undefined;
}

export const appendRequest = z.object({
  databaseId: z.string().min(8).max(80),
  changes: z.array(changeSchema).min(1).max(500),
});

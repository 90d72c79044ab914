import type { Instant } from '../dates/clock.ts';
import type { LedgerRows, TableName } from './ledger.ts';

/** One row before and after a command; null = did not or does not exist. */
export interface RowImage<Table extends TableName = TableName> {
  readonly table: Table;
  readonly key: string;
  readonly before: LedgerRows[Table] | null;
  readonly after: LedgerRows[Table] | null;
}

/**
 * What one command did. Undo, the activity journal and the mirror are made of these rows and of nothing
 * else. A bulk import writes several pages that share `groupSequence`.
 */
export interface Change {
  /** 1, 2, 3… without a gap. */
  readonly sequence: number;
  /** Sequence of the first page; equal to `sequence` for a command of one page. */
  readonly groupSequence: number;
  readonly pages: number;
  readonly at: Instant;
  /** Kebab-case name of the command. */
  readonly command: string;
  /** What the user reads in the journal, French. */
  readonly label: string;
  /** Client whose timeline shows it, where there is one. */
  readonly clientId?: string | undefined;
  readonly undo: 'allowed' | 'refused';
  /** The group that this one undoes. */
  readonly undoes?: number | undefined;
  readonly images: readonly RowImage[];
}

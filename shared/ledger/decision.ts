import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { Result } from '../result.ts';
import { type Ledger, type LedgerRows, rowKey, type TableName } from './ledger.ts';

/** A row to write (`after`) or to remove (`after` null). */
export type RowWrite = {
  readonly [Table in TableName]: {
    readonly table: Table;
    readonly key: string;
    readonly after: LedgerRows[Table] | null;
  };
}[TableName];

/** What a command has decided: everything it writes, at once or not at all. */
export interface Decision {
  /** Kebab-case name of the command. */
  readonly command: string;
  /** What the journal and the undo toast say, French, past tense: « Facture F-102 marquée payée ». */
  readonly label: string;
  readonly clientId?: string | undefined;
  readonly undo: 'allowed' | 'refused';
  readonly undoes?: number | undefined;
  readonly writes: readonly RowWrite[];
}

/** Why a command cannot be done: the sentence the user reads. */
export interface Refusal {
  readonly kind: string;
  /** French: what is wrong and what to do. */
  readonly message: string;
}

/** Time and identity for a command: nothing in the domain reads a clock or draws a number by itself. */
export interface CommandContext {
  readonly now: Instant;
  readonly today: Day;
  readonly newId: () => string;
}

/**
 * A command: a pure function from the ledger and the user's wish to what is written. The runner of the
 * renderer (db/run-command.ts) writes it in one transaction, with its change row.
 */
export type Command<Wish> = (
  ledger: Ledger,
  wish: Wish,
  context: CommandContext,
) => Result<Decision, Refusal>;

/** A write of a whole row. */
export const put = <Table extends TableName>(table: Table, row: LedgerRows[Table]): RowWrite =>
  ({ table, key: rowKey(table, row), after: row }) as unknown as RowWrite;

/** Removal of a row. */
export const remove = (table: TableName, key: string): RowWrite => ({ table, key, after: null }) as RowWrite;

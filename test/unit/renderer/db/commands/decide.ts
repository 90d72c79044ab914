import { day } from '../../../../../shared/dates/day.ts';
import type { Command, CommandContext, Decision, Refusal } from '../../../../../shared/ledger/decision.ts';
import type { Ledger, LedgerRows, TableName } from '../../../../../shared/ledger/ledger.ts';
import { noonOf } from '../../../shared/reminders/sample-ledger.ts';

/** Noon of a day, with ids new-1, new-2… */
export const contextOn = (on: string): CommandContext => {
  let count = 0;
  return {
    now: noonOf(on),
    today: day(on),
    newId: () => {
      count += 1;
      return `new-${count}`;
    },
  };
};

/** What the command decides; throws where it refuses. */
export const decided = <Wish>(
  command: Command<Wish>,
  ledger: Ledger,
  wish: Wish,
  on = '2026-11-23',
): Decision => {
  const outcome = command(ledger, wish, contextOn(on));
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.message}`);
  return outcome.value;
};

/** Why the command refuses; throws where it does not. */
export const refused = <Wish>(
  command: Command<Wish>,
  ledger: Ledger,
  wish: Wish,
  on = '2026-11-23',
): Refusal => {
  const outcome = command(ledger, wish, contextOn(on));
  if (outcome.ok) throw new Error(`not refused: ${outcome.value.label}`);
  return outcome.error;
};

/** The ledger after the decision. */
export const applied = (ledger: Ledger, decision: Decision): Ledger => {
  const next: Record<string, Map<string, unknown>> = {};
  for (const { table, key, after: row } of decision.writes) {
    const rows = next[table] ?? new Map<string, unknown>(ledger[table]);
    if (row === null) rows.delete(key);
    else rows.set(key, row);
    next[table] = rows;
  }
  return { ...ledger, ...next, sequence: ledger.sequence + 1 } as Ledger;
};

/** Rows of one table that the decision writes. */
export const rowsOf = <Table extends TableName>(
  decision: Decision,
  table: Table,
): readonly LedgerRows[Table][] =>
  decision.writes.flatMap((write) =>
    write.table === table && write.after !== null ? [write.after as LedgerRows[Table]] : [],
  );

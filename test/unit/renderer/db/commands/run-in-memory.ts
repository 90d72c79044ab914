import { createLedgerMemory } from '../../../../../renderer/db/ledger-memory.ts';
import type { Change, RowImage } from '../../../../../shared/ledger/change.ts';
import type { Command, CommandContext, Refusal } from '../../../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { ok, type Result } from '../../../../../shared/result.ts';

/** A ledger after a command, and the change it made. */
export interface Ran {
  readonly ledger: Ledger;
  readonly change: Change;
}

/** What the runner does, without a database: decide, make the change, apply it. */
export const runInMemory = <Wish>(
  ledger: Ledger,
  command: Command<Wish>,
  wish: Wish,
  context: CommandContext,
): Result<Ran, Refusal> => {
  const decided = command(ledger, wish, context);
  if (!decided.ok) return decided;
  const { writes, ...decision } = decided.value;
  const images: RowImage[] = writes.map(({ table, key, after }) => ({
    table,
    key,
    before: (ledger[table] as ReadonlyMap<string, never>).get(key) ?? null,
    after: after as never,
  }));
  const sequence = ledger.sequence + 1;
  const memory = createLedgerMemory();
  memory.replace(ledger);
  memory.apply(images, sequence);
  return ok({
    ledger: memory.current(),
    change: { ...decision, sequence, groupSequence: sequence, pages: 1, at: context.now, images },
  });
};

import { changesOf, imagesOf } from '../../../../../renderer/db/decision-changes.ts';
import { createLedgerMemory } from '../../../../../renderer/db/ledger-memory.ts';
import type { Change } from '../../../../../shared/ledger/change.ts';
import type { Command, CommandContext, Refusal } from '../../../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../../../shared/ledger/ledger.ts';
import { ok, type Result } from '../../../../../shared/result.ts';

/** A ledger after a command, and the pages of the change it made. */
export interface Ran {
  readonly ledger: Ledger;
  readonly pages: readonly Change[];
}

/** What the runner does, but for the database: decide, make the change, apply it. */
export const runInMemory = <Wish>(
  ledger: Ledger,
  command: Command<Wish>,
  wish: Wish,
  context: CommandContext,
): Result<Ran, Refusal> => {
  const decided = command(ledger, wish, context);
  if (!decided.ok) return decided;
  const images = imagesOf(ledger, decided.value);
  const pages = changesOf(decided.value, images, ledger.sequence + 1, context.now);
  const memory = createLedgerMemory();
  memory.replace(ledger);
  memory.apply(images, ledger.sequence + pages.length);
  return ok({ ledger: memory.current(), pages });
};

import type { LetterModel, RenderedBatch } from '../../../shared/ipc/letter-contract.ts';
import type { LetterReadiness } from '../../../shared/letters/letter-readiness.ts';
import type { PaperLetter } from '../../../shared/letters/paper-letter.ts';

/** Letters that were set as one PDF, and what they said. */
export interface PreparedLetters {
  readonly letters: readonly PaperLetter[];
  /** As the ledger gave them. */
  readonly models: readonly LetterModel[];
  /** As they were set, with the copies that went along. */
  readonly set: readonly LetterModel[];
  readonly batch: RenderedBatch;
}

/**
 * True while each of the letters would still be printed word for word: money that came in, a client that was
 * blocked or another day since make the PDF one that must not go on paper.
 */
export const stillHold = (
  models: readonly LetterModel[],
  readiness: ReadonlyMap<string, LetterReadiness>,
): boolean =>
  models.every((model) => {
    const now = readiness.get(model.reminderId);
    return now?.kind === 'ready' && JSON.stringify(now.model) === JSON.stringify(model);
  });

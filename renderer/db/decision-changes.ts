import type { Instant } from '../../shared/dates/clock.ts';
import type { Change, RowImage } from '../../shared/ledger/change.ts';
import type { Decision } from '../../shared/ledger/decision.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';

/** Rows a page of a change holds at the most: a page is one line of the mirror. */
export const imagesPerPage = 1000;

/**
 * Before and after of all that a decision writes. Each row once, as the last write leaves it: two images of a
 * row could be neither stored nor undone.
 */
export const imagesOf = (ledger: Ledger, decision: Pick<Decision, 'writes'>): readonly RowImage[] => {
  const images = new Map<string, RowImage>();
  for (const { table, key, after } of decision.writes)
    images.set(`${table}/${key}`, {
      table,
      key,
      before: (ledger[table] as ReadonlyMap<string, never>).get(key) ?? null,
      after: after as never,
    });
  return [...images.values()];
};

/**
 * A decision as pages of one change.
 * @param firstSequence the sequence after the ledger's
 */
export const changesOf = (
  decision: Omit<Decision, 'writes'>,
  images: readonly RowImage[],
  firstSequence: number,
  at: Instant,
): readonly Change[] => {
  const pages = Math.max(1, Math.ceil(images.length / imagesPerPage));
  return Array.from({ length: pages }, (_unused, page) => ({
    sequence: firstSequence + page,
    groupSequence: firstSequence,
    pages,
    at,
    command: decision.command,
    label: decision.label,
    ...(decision.clientId === undefined ? {} : { clientId: decision.clientId }),
    undo: decision.undo,
    ...(decision.undoes === undefined ? {} : { undoes: decision.undoes }),
    images: images.slice(page * imagesPerPage, (page + 1) * imagesPerPage),
  }));
};

import type { MirrorPage } from '../../shared/ipc/mirror-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoredRow } from './row-index.ts';

const rowsPerPage = 2000;

/** Hands rows out by pages. The cursor counts the rows handed out before. */
export interface PageReader {
  read(cursor: number): Promise<Result<MirrorPage, { readonly kind: 'stale-cursor' }>>;
  /** The rows have changed: pages begun before cannot go on. */
  invalidate(): Promise<void>;
}

/**
 * One reading goes on from page to page; a page asked for again is found by reading from the start.
 * @param rows begins a reading of all rows.
 */
export const createPageReader = (rows: () => AsyncIterable<StoredRow>): PageReader => {
  let reading: AsyncIterator<StoredRow> | undefined;
  let position = 0;
  let stale = false;

  const begin = async (): Promise<void> => {
    await reading?.return?.();
    reading = rows()[Symbol.asyncIterator]();
    position = 0;
    stale = false;
  };
  const take = async (most: number): Promise<StoredRow[]> => {
    const taken: StoredRow[] = [];
    while (reading && taken.length < most) {
      const next = await reading.next();
      if (next.done === true) break;
      taken.push(next.value);
    }
    position += taken.length;
    return taken;
  };

  return {
    read: async (cursor) => {
      if (cursor === 0) await begin();
      else if (stale) return fail({ kind: 'stale-cursor' });
      else if (!reading || position !== cursor) {
        await begin();
        await take(cursor);
      }
      const taken = await take(rowsPerPage);
      const more = taken.length === rowsPerPage;
      return ok({
        rows: taken.map(({ table, key, row }) => ({ table, key, row })),
        ...(more ? { next: position } : {}),
      });
    },
    invalidate: async () => {
      stale = true;
      await reading?.return?.();
      reading = undefined;
    },
  };
};

import { type Mirror, openMirror } from '../../../../electron/mirror/mirror.ts';
import type { Change } from '../../../../shared/ledger/change.ts';

export const fixedClock = { nowMs: () => Date.UTC(2026, 10, 22, 13, 5) };

/** An open mirror; throws where the folder cannot be read. */
export const openMirrorIn = async (folder: string, checkpointAfterImages = 50_000): Promise<Mirror> => {
  const opened = await openMirror({ folder, clock: fixedClock, checkpointAfterImages });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

export const databaseId = 'database-1';

/** Appends and throws where the mirror refuses. */
export const appendAll = async (mirror: Mirror, changes: readonly Change[]): Promise<void> => {
  for (let start = 0; start < changes.length; start += 500) {
    const appended = await mirror.append(databaseId, changes.slice(start, start + 500));
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
  }
};

/** All rows by `table/key`, read page by page; throws where a row comes twice. */
export const rowsOfMirror = async (mirror: Mirror): Promise<Map<string, unknown>> => {
  const rows = new Map<string, unknown>();
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const page = await mirror.readPage(cursor);
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    for (const { table, key, row } of page.value.rows) {
      if (rows.has(`${table}/${key}`)) throw new Error(`twice: ${table}/${key}`);
      rows.set(`${table}/${key}`, row);
    }
    cursor = page.value.next;
  }
  return rows;
};

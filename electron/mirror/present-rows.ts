import { type CheckpointRow, checkpointRows } from './checkpoint.ts';
import type { LoadedMirror } from './load-mirror.ts';
import { rowsAfter } from './row-index.ts';

/**
 * All rows after the last change, read from the files: an image counts where no later change wrote its
 * row. No change may be appended while it runs.
 */
export async function* presentRows({ journal, index, base }: LoadedMirror): AsyncGenerator<CheckpointRow> {
  if (base)
    for await (const row of checkpointRows(base.path))
      if (index.isLatest(row.table, row.key, row.sequence)) yield row;
  for await (const { body } of journal.entries((base?.sequence ?? 0) + 2))
    for (const { table, key, row } of rowsAfter(body))
      if (index.isLatest(table, key, body.sequence)) yield { table, key, sequence: body.sequence, row };
}

import type { ExportCell, ExportSource, ExportTable } from '../../../shared/exporting/export-table.ts';
import type { ExportRequest } from './export-protocol.ts';

const rowsPerSlice = 1000;

/** The cells of a table, worked out a thousand rows at a time: between two slices the window answers. */
export const collectTable = async ({
  name,
  on,
  heads,
  rowCount,
  cells,
}: ExportSource): Promise<ExportTable> => {
  const rows: (readonly ExportCell[])[] = [];
  for (let from = 0; from < rowCount; from += rowsPerSlice) {
    if (from > 0) await new Promise((resume) => setTimeout(resume));
    rows.push(...cells(from, Math.min(rowCount, from + rowsPerSlice)));
  }
  return { name, on, heads, rows };
};

/** Has a worker make the file. Rejects when the worker breaks, which is a bug or a lack of memory. */
export const exportBytes = (request: ExportRequest): Promise<Uint8Array<ArrayBuffer>> => {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data));
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'the export worker failed')),
    );
    worker.postMessage(request);
  }).finally(() => worker.terminate());
};

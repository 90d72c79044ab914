import { csvOfTable } from '../../../shared/exporting/csv.ts';
import type { ExportRequest } from './export-protocol.ts';
import { workbookBytes } from './workbook-bytes.ts';

// A workbook of twenty thousand rows takes two seconds: a freeze in the window itself.
const bytesOf = async ({ format, table }: ExportRequest): Promise<Uint8Array<ArrayBuffer>> =>
  format === 'xlsx' ? workbookBytes(table) : new TextEncoder().encode(csvOfTable(table));

self.addEventListener('message', (event: MessageEvent<ExportRequest>) => {
  void bytesOf(event.data).then(
    (bytes) => self.postMessage(bytes, { transfer: [bytes.buffer] }),
    // Out of the promise, so that the window hears of it.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
});

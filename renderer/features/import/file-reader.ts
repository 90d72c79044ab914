import type { ColumnMapping } from '../../../shared/importing/column-mapping.ts';
import type { CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { ReaderAnswer, ReaderAnswers, ReaderRequest } from './reader-protocol.ts';

/** A file that a worker reads, so that the window stays awake. */
export interface FileReading {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly table: (options: TableOptions) => Promise<ReaderAnswers['table']>;
  readonly rows: (mapping: ColumnMapping, formats: CellFormats) => Promise<ReaderAnswers['rows']>;
  readonly lines: (lines: readonly number[]) => Promise<ReaderAnswers['lines']>;
  readonly close: () => void;
}

type Unnumbered<Request> = Request extends ReaderRequest ? Omit<Request, 'id'> : never;

/** Hands the bytes to a new worker. Rejects when the worker breaks, which is a bug or a lack of memory. */
export const openFileReading = async (bytes: Uint8Array): Promise<FileReading> => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
    waiting.get(data.id)?.resolve(data.value as never);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the import worker failed'));
    waiting.clear();
  });
  const ask = <Kind extends keyof ReaderAnswers>(
    request: Unnumbered<ReaderRequest> & { readonly kind: Kind },
  ): Promise<ReaderAnswers[Kind]> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ ...request, id: lastId });
    });
  return {
    fileHash: await ask({ kind: 'open', bytes }),
    table: (options) => ask({ kind: 'table', options }),
    rows: (mapping, formats) => ask({ kind: 'rows', mapping, formats }),
    lines: (lines) => ask({ kind: 'lines', lines }),
    close: () => worker.terminate(),
  };
};

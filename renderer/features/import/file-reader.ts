import type { ColumnMapping } from '../../../shared/importing/column-mapping.ts';
import type { InvoicingCompany } from '../../../shared/importing/e-invoice-row.ts';
import type { CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { ReaderAnswer, ReaderAnswers, ReaderRequest } from './reader-protocol.ts';

/** A worker that reads files, so that the window stays awake. */
export interface FileReading {
  /** Makes these bytes the file that `table`, `rows` and `lines` speak of. They are no longer usable here. */
  readonly open: (bytes: Uint8Array) => Promise<ReaderAnswers['open']>;
  readonly table: (options: TableOptions) => Promise<ReaderAnswers['table']>;
  readonly rows: (mapping: ColumnMapping, formats: CellFormats) => Promise<ReaderAnswers['rows']>;
  readonly lines: (lines: readonly number[]) => Promise<ReaderAnswers['lines']>;
  /** Reads one document or archive of a batch. The bytes are no longer usable here. */
  readonly document: (
    name: string,
    bytes: Uint8Array,
    company: InvoicingCompany,
  ) => Promise<ReaderAnswers['document']>;
  /** The bytes of a document that was read. */
  readonly kept: (hash: string) => Promise<ReaderAnswers['kept']>;
  readonly fec: (fileName: string) => Promise<ReaderAnswers['fec']>;
  readonly contacts: () => Promise<ReaderAnswers['contacts']>;
  readonly lifeCycle: () => Promise<ReaderAnswers['life-cycle']>;
  readonly close: () => void;
}

type Unnumbered<Request> = Request extends ReaderRequest ? Omit<Request, 'id'> : never;

/** Starts a worker. Its answers reject when it breaks, which is a bug or a lack of memory. */
export const openFileReading = (): FileReading => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
    waiting.get(data.id)?.resolve(data.value as never);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => fail(new Error(event.message || 'the import worker failed')));
  const ask = <Kind extends keyof ReaderAnswers>(
    request: Unnumbered<ReaderRequest> & { readonly kind: Kind },
    moved: Transferable[] = [],
  ): Promise<ReaderAnswers[Kind]> =>
    new Promise((resolve, reject) => {
      if (broken) {
        reject(broken);
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ ...request, id: lastId }, moved);
    });
  return {
    open: (bytes) => ask({ kind: 'open', bytes }, [bytes.buffer]),
    table: (options) => ask({ kind: 'table', options }),
    rows: (mapping, formats) => ask({ kind: 'rows', mapping, formats }),
    lines: (lines) => ask({ kind: 'lines', lines }),
    document: (name, bytes, company) => ask({ kind: 'document', name, bytes, company }, [bytes.buffer]),
    kept: (hash) => ask({ kind: 'kept', hash }),
    fec: (fileName) => ask({ kind: 'fec', fileName }),
    contacts: () => ask({ kind: 'contacts' }),
    lifeCycle: () => ask({ kind: 'life-cycle' }),
    close: () => worker.terminate(),
  };
};

import type { ColumnMapping } from '../../../shared/importing/column-mapping.ts';
import type { InvoicingCompany } from '../../../shared/importing/e-invoice-row.ts';
import type { CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import { openWorkerLine } from '../../application/worker-line.ts';
import type { ReaderAnswers, ReaderRequest } from './reader-protocol.ts';

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
  /** Reads an e-mail. The bytes are no longer usable here. */
  readonly mail: (bytes: Uint8Array) => Promise<ReaderAnswers['mail']>;
  readonly close: () => void;
}

type Unnumbered<Request> = Request extends ReaderRequest ? Omit<Request, 'id'> : never;

/** Starts a worker. Its answers reject when it breaks, which is a bug or a lack of memory. */
export const openFileReading = (): FileReading => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const line = openWorkerLine<Unnumbered<ReaderRequest>>(worker, 'import');
  const ask = <Kind extends keyof ReaderAnswers>(
    request: Unnumbered<ReaderRequest> & { readonly kind: Kind },
    moved?: Transferable[],
  ) => line.ask(request, moved) as Promise<ReaderAnswers[Kind]>;
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
    mail: (bytes) => ask({ kind: 'mail', bytes }, [bytes.buffer]),
    close: line.close,
  };
};

import type { ColumnMapping } from '../../../shared/importing/column-mapping.ts';
import type { CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { FileSession } from './file-session.ts';

/** What the window asks of the worker that holds a file; answered in order, by `id`. */
export type ReaderRequest = { readonly id: number } & (
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly options: TableOptions }
  | { readonly kind: 'rows'; readonly mapping: ColumnMapping; readonly formats: CellFormats }
  | { readonly kind: 'lines'; readonly lines: readonly number[] }
);

export interface ReaderAnswers {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly open: string;
  readonly table: ReturnType<FileSession['readTable']>;
  readonly rows: ReturnType<FileSession['readRows']>;
  readonly lines: ReturnType<FileSession['rowsOn']>;
}

export interface ReaderAnswer {
  readonly id: number;
  readonly value: ReaderAnswers[keyof ReaderAnswers];
}

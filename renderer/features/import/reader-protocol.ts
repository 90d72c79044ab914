import type { readLifeCycle } from '../../../shared/importing/cdar.ts';
import type { ColumnMapping } from '../../../shared/importing/column-mapping.ts';
import type { ContactReading } from '../../../shared/importing/contacts.ts';
import type { InvoicingCompany } from '../../../shared/importing/e-invoice-row.ts';
import type { FecReading } from '../../../shared/importing/fec.ts';
import type { FileContent } from '../../../shared/importing/file-content.ts';
import type { CellFormats } from '../../../shared/importing/invoice-rows.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { ReturnedMail } from '../../../shared/mail/returned-mail-contract.ts';
import type { ReadDocument } from './document-reader.ts';
import type { FileSession } from './file-session.ts';

/** What the window asks of the worker that holds the files; answered in order, by `id`. */
export type ReaderRequest = { readonly id: number } & (
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly options: TableOptions }
  | { readonly kind: 'rows'; readonly mapping: ColumnMapping; readonly formats: CellFormats }
  | { readonly kind: 'lines'; readonly lines: readonly number[] }
  | {
      readonly kind: 'document';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly company: InvoicingCompany;
    }
  | { readonly kind: 'kept'; readonly hash: string }
  | { readonly kind: 'fec'; readonly fileName: string }
  | { readonly kind: 'contacts' }
  | { readonly kind: 'life-cycle' }
  | { readonly kind: 'mail'; readonly bytes: Uint8Array }
);

export interface ReaderAnswers {
  /** SHA-256 of the bytes, hexadecimal, and what they are. */
  readonly open: { readonly fileHash: string; readonly content: FileContent };
  readonly table: ReturnType<FileSession['readTable']>;
  readonly rows: ReturnType<FileSession['readRows']>;
  readonly lines: ReturnType<FileSession['rowsOn']>;
  /** SHA-256 of the file itself, and what it is or holds. */
  readonly document: { readonly fileHash: string; readonly documents: readonly ReadDocument[] };
  /** Bytes of a document that was read; undefined when it was not kept. */
  readonly kept: Uint8Array | undefined;
  /** The file that was opened, read as one of these. */
  readonly fec: FecReading;
  readonly contacts: ContactReading;
  readonly 'life-cycle': ReturnType<typeof readLifeCycle>;
  /** SHA-256 of the bytes, and what the message says. */
  readonly mail: { readonly fileHash: string; readonly mail: ReturnedMail };
}

export interface ReaderAnswer {
  readonly id: number;
  readonly value: ReaderAnswers[keyof ReaderAnswers];
}

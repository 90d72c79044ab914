import type { BankCsvColumns } from '../../../shared/importing/bank-csv-columns.ts';
import type { BankReading } from '../../../shared/importing/bank-reading.ts';

/** What the window asks of the worker that reads statements. */
export interface BankReaderRequest {
  readonly id: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Which column holds what, where the user has just said so. */
  readonly columns?: BankCsvColumns | undefined;
  /** Columns chosen for earlier files, found again by the fingerprint of the titles. */
  readonly profiles: readonly SavedBankColumns[];
}

export interface SavedBankColumns {
  readonly fingerprint: string;
  /** As it was saved; read back with the number of columns of the file. */
  readonly mapping: Readonly<Record<string, unknown>>;
}

/** A table whose columns could not be told for sure: what the user needs to name them. */
export interface BankColumnsQuestion {
  readonly columns: readonly {
    /** From 0. */
    readonly index: number;
    /** May be empty. */
    readonly header: string;
    /** Up to five distinct values. */
    readonly samples: readonly string[];
  }[];
  readonly rowCount: number;
  readonly proposed: BankCsvColumns;
  readonly fingerprint: string;
}

/** A bank file as it was read. */
export interface BankFileRead {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly reading: BankReading;
  readonly question?: BankColumnsQuestion | undefined;
}

export interface BankReaderAnswer {
  readonly id: number;
  readonly value: BankFileRead;
}

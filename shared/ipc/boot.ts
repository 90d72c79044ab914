/** What main tells the renderer at its start. */
export interface BootInfo {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux' | string;
  /** Name of the ledger: `main`, `demo`. Its database, mirror, outbox and documents are apart from the others. */
  readonly ledger: LedgerName;
  /** Milliseconds to add to the PC's clock: not 0 only in tests of an unpackaged application. */
  readonly clockOffsetMs: number;
  readonly theme: 'light' | 'dark' | 'system';
}

/** A ledger that main does not open before the user decided. */
export interface LedgerProblem {
  readonly kind: 'damaged-outbox';
  /** French. */
  readonly message: string;
}

export type LedgerName = 'main' | 'demo';

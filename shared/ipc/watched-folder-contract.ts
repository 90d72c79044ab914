import type { Instant } from '../dates/clock.ts';

/** A file that waits in the watched folder; it is read by its hash. */
export interface WatchedFile {
  readonly name: string;
  /** Bytes; 1 or more. */
  readonly size: number;
  readonly modifiedAt: Instant;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

/** The folder into which the user's programs write their exports, and what was found there. */
export interface WatchedFolderStatus {
  readonly state: 'off' | 'watching' | 'unreachable';
  /** Full path, to be shown; undefined while none is chosen. */
  readonly folder?: string | undefined;
  /** Files that are complete and were not declined, newest first; the ledger knows which it imported already. */
  readonly files: readonly WatchedFile[];
  /** Files that are never read. */
  readonly refused: readonly { readonly name: string; readonly reason: 'too-big' | 'link' }[];
}

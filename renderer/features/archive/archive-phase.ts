import type { ArchiveSummary } from '../../../shared/ipc/archive-contract.ts';

/** How far the taking over of an archive is. */
export type ArchivePhase =
  | { readonly kind: 'choosing' }
  /** Main was asked for an archive: its dialog is open, or it reads the file. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'checking'; readonly percent: number }
  | { readonly kind: 'found'; readonly summary: ArchiveSummary };

/** What main told of its checking, 0 to 100. It may come after the answer that ended it, and then says nothing any more. */
export const checkedSoFar =
  (percent: number) =>
  (was: ArchivePhase): ArchivePhase =>
    was.kind === 'asked' || was.kind === 'checking' ? { kind: 'checking', percent } : was;

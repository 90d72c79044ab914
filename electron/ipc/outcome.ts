import type { IpcFailure, IpcOutcome } from '../../shared/ipc/channel.ts';
import type { MirrorFailure } from '../mirror/mirror.ts';
import { mirrorFailureText } from '../mirror/mirror-failure-text.ts';

/** The answer of a request that only wants something done. */
export const done: IpcOutcome<null> = { ok: true, value: null };

/** A failure as data: its kind, and the French sentence that the user reads. */
export const failure = (
  kind: string,
  message: string,
): { readonly ok: false; readonly error: IpcFailure } => ({
  ok: false,
  error: { kind, message },
});

/** A failure of the mirror or of the disk, said in French. */
export const mirrorFailure = (error: MirrorFailure): { readonly ok: false; readonly error: IpcFailure } =>
  failure(error.kind, mirrorFailureText(error));

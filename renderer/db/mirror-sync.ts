import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { IpcFailure } from '../../shared/ipc/channel.ts';
import type { Change } from '../../shared/ledger/change.ts';
import type { LedgerDatabase } from './schema.ts';

/** Changes sent to main at once. */
const batchSize = 20;
/** Rows in them: pages of an import go one by one, since each is copied on the thread of the window. */
const batchRows = 1000;

/** The change is stored all the same: that main did not answer must not look like a command that failed. */
const unreachableMain = (): IpcFailure => ({
  kind: 'unreachable',
  message: 'La copie de sécurité n’a pas répondu. Fermez puis rouvrez Acquit\u00A0: elle sera complétée.',
});

/** Keeps main's copy in step with the database. */
export interface MirrorSync {
  /** Sends all that main has not acknowledged; undefined = everything is on its disk. */
  readonly push: () => Promise<IpcFailure | undefined>;
  /** The last failure, until a push succeeds. */
  readonly problem: () => IpcFailure | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Reads the cursor from the database and sends what lies beyond it, in order. */
export const createMirrorSync = (
  database: LedgerDatabase,
  bridge: Pick<Bridge, 'mirrorAppend'>,
): MirrorSync => {
  let problem: IpcFailure | undefined;
  const listeners = new Set<() => void>();
  const settle = (next: IpcFailure | undefined): IpcFailure | undefined => {
    const changed = next?.kind !== problem?.kind;
    problem = next;
    if (changed) for (const listener of listeners) listener();
    return next;
  };
  let running: Promise<IpcFailure | undefined> = Promise.resolve(undefined);

  const pushOnce = async (): Promise<IpcFailure | undefined> => {
    const identity = await database.facts.get('identity');
    if (!identity) return undefined;
    let cursor = identity.mirroredSequence;
    for (;;) {
      let rows = 0;
      const pending: Change[] = await database.changes
        .where('sequence')
        .above(cursor)
        .until(({ images }) => {
          rows += images.length;
          return rows >= batchRows;
        }, true)
        .limit(batchSize)
        .toArray();
      if (pending.length === 0) return undefined;
      const answer = await bridge.mirrorAppend({ databaseId: identity.databaseId, changes: pending });
      if (!answer.ok) return answer.error;
      cursor = answer.value.lastSequence;
      await database.facts.update('identity', { mirroredSequence: cursor });
    }
  };

  return {
    push: () => {
      running = running.then(pushOnce).catch(unreachableMain).then(settle);
      return running;
    },
    problem: () => problem,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

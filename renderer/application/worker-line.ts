/** What the user reads when a worker that reads files broke. */
export const brokenReader =
  'Ce fichier n’a pas pu être lu jusqu’au bout. Fermez les autres programmes pour libérer de la mémoire, puis réessayez.';

/** Questions to a worker, each answered by its number. */
export interface WorkerLine<Request> {
  /**
   * Asks and waits. Rejects when the worker breaks, which is a bug or a lack of memory; so does every question after.
   * @param moved buffers that are given away: they are no longer usable here
   */
  readonly ask: (request: Request, moved?: Transferable[]) => Promise<unknown>;
  /** Ends the worker: what is still being worked on never answers. */
  readonly close: () => void;
}

/**
 * A line to a worker that answers `{ id, … request }` with `{ id, value }`.
 * @param name of the worker, for the error when it breaks
 */
export const openWorkerLine = <Request extends object>(worker: Worker, name: string): WorkerLine<Request> => {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let broken: Error | undefined;
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ readonly id: number; readonly value: unknown }>) => {
      waiting.get(data.id)?.resolve(data.value);
      waiting.delete(data.id);
    },
  );
  worker.addEventListener('error', (event) => {
    broken = new Error(event.message || `the ${name} worker failed`);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  });
  return {
    ask: (request, moved = []) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ ...request, id: lastId }, moved);
      }),
    close: () => worker.terminate(),
  };
};

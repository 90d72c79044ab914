import type { BankFileRead, BankReaderAnswer, BankReaderRequest } from './bank-reader-protocol.ts';

/** Reads bank files one after the other, off the main thread. */
export interface BankFileReader {
  readonly read: (request: Omit<BankReaderRequest, 'id'>) => Promise<BankFileRead>;
  /** Ends the worker: what is still being read never answers. */
  readonly close: () => void;
}

/** Starts the worker. `read` rejects when it breaks, which is a bug or a lack of memory. */
export const openBankFileReader = (): BankFileReader => {
  const worker = new Worker(new URL('./bank-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { readonly resolve: (value: BankFileRead) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<BankReaderAnswer>) => {
    waiting.get(data.id)?.resolve(data.value);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the bank worker failed'));
    waiting.clear();
  });
  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ ...request, id: lastId } satisfies BankReaderRequest);
      }),
    close: () => worker.terminate(),
  };
};

import { openWorkerLine } from '../../application/worker-line.ts';
import type { BankFileRead, BankReaderRequest } from './bank-reader-protocol.ts';

/** Reads bank files one after the other, off the main thread. */
export interface BankFileReader {
  readonly read: (request: Omit<BankReaderRequest, 'id'>) => Promise<BankFileRead>;
  /** Ends the worker: what is still being read never answers. */
  readonly close: () => void;
}

/** Starts the worker. `read` rejects when it breaks, which is a bug or a lack of memory. */
export const openBankFileReader = (): BankFileReader => {
  const worker = new Worker(new URL('./bank-worker.ts', import.meta.url), { type: 'module' });
  const { ask, close } = openWorkerLine<Omit<BankReaderRequest, 'id'>>(worker, 'bank');
  return { read: (request) => ask(request) as Promise<BankFileRead>, close };
};

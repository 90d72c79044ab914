import type { BankReaderAnswer, BankReaderRequest } from './bank-reader-protocol.ts';
import { readBankFile } from './read-bank-file.ts';

// A year of movements takes seconds: long enough to be felt as a freeze in the window itself.
const answer = async (request: BankReaderRequest): Promise<BankReaderAnswer> => {
  // Digested from a copy of its own: the readers may look at the same bytes meanwhile.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(request.bytes));
  const fileHash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: request.id, value: { fileHash, ...readBankFile(request) } };
};

self.addEventListener('message', (event: MessageEvent<BankReaderRequest>) => {
  void answer(event.data).then((value) => self.postMessage(value));
});

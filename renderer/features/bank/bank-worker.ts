import { fileHashOf } from '../../application/file-hash.ts';
import type { BankReaderAnswer, BankReaderRequest } from './bank-reader-protocol.ts';
import { readBankFile } from './read-bank-file.ts';

// A year of movements takes seconds: long enough to be felt as a freeze in the window itself.
const answer = async (request: BankReaderRequest): Promise<BankReaderAnswer> => ({
  id: request.id,
  value: { fileHash: await fileHashOf(request.bytes), ...readBankFile(request) },
});

self.addEventListener('message', (event: MessageEvent<BankReaderRequest>) => {
  void answer(event.data).then((value) => self.postMessage(value));
});

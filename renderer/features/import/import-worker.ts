import { type FileSession, openFileSession } from './file-session.ts';
import type { ReaderAnswer, ReaderAnswers, ReaderRequest } from './reader-protocol.ts';

// Reading ten thousand lines takes a second: long enough to be felt as a freeze in the window itself.
let session: FileSession = openFileSession(new Uint8Array());

const hexadecimal = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const answerTo = async (request: ReaderRequest): Promise<ReaderAnswers[keyof ReaderAnswers]> => {
  switch (request.kind) {
    case 'open': {
      const bytes = new Uint8Array(request.bytes);
      session = openFileSession(bytes);
      return hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
    }
    case 'table':
      return session.readTable(request.options);
    case 'rows':
      return session.readRows(request.mapping, request.formats);
    case 'lines':
      return session.rowsOn(request.lines);
  }
};

self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  void answerTo(event.data).then((value) => {
    self.postMessage({ id: event.data.id, value } satisfies ReaderAnswer);
  });
});

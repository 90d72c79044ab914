import { readLifeCycle } from '../../../shared/importing/cdar.ts';
import { readContacts } from '../../../shared/importing/contacts.ts';
import { readFec } from '../../../shared/importing/fec.ts';
import { detectContent } from '../../../shared/importing/file-content.ts';
import { readReturnedMail } from '../../../shared/mail/returned-mail.ts';
import { fileHashOf } from '../../application/file-hash.ts';
import { readDocuments } from './document-reader.ts';
import { type FileSession, openFileSession } from './file-session.ts';
import type { ReaderAnswer, ReaderAnswers, ReaderRequest } from './reader-protocol.ts';

// Reading ten thousand lines takes a second: long enough to be felt as a freeze in the window itself.
let opened: Uint8Array = new Uint8Array();
let session: FileSession = openFileSession(opened);
/** Files that may become copies of invoices, by hash. */
const kept = new Map<string, Uint8Array>();

const answerTo = async (request: ReaderRequest): Promise<ReaderAnswers[keyof ReaderAnswers]> => {
  switch (request.kind) {
    case 'open':
      opened = request.bytes;
      session = openFileSession(opened);
      return { fileHash: await fileHashOf(request.bytes), content: detectContent(request.bytes) };
    case 'table':
      return session.readTable(request.options);
    case 'rows':
      return session.readRows(request.mapping, request.formats);
    case 'lines':
      return session.rowsOn(request.lines);
    case 'document':
      return {
        fileHash: await fileHashOf(request.bytes),
        documents: await readDocuments(
          request.name,
          request.bytes,
          request.company,
          fileHashOf,
          (hash, bytes) => kept.set(hash, bytes),
        ),
      };
    case 'kept':
      return kept.get(request.hash);
    case 'fec':
      return readFec(opened, { fileName: request.fileName });
    case 'contacts':
      return readContacts(opened);
    case 'life-cycle':
      return readLifeCycle(opened);
    case 'mail':
      return { fileHash: await fileHashOf(request.bytes), mail: await readReturnedMail(request.bytes) };
  }
};

// One after the other: a table asked for while a file is opened is that of the file.
let queue: Promise<void> = Promise.resolve();
self.addEventListener('message', (event: MessageEvent<ReaderRequest>) => {
  queue = queue
    .then(async () => {
      const value = await answerTo(event.data);
      self.postMessage({ id: event.data.id, value } satisfies ReaderAnswer);
    })
    .catch((error: unknown) => {
      // Only an error outside of promises reaches the window.
      setTimeout(() => {
        throw error;
      });
    });
});

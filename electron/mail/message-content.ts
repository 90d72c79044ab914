import { Readable } from 'node:stream';
import type { SendingFailpoint } from '../outbox/failpoint.ts';

const chunkBytes = 64 * 1024;

/**
 * The bytes of a message as a stream that knows whether it was ever read. nodemailer reads it only after
 * the server's go-ahead for the content, so « not started » is the proof that nothing left; and only its
 * end makes nodemailer write the final dot.
 */
export const messageContent = (
  bytes: Uint8Array,
  failpoint: (name: SendingFailpoint) => void,
): { readonly stream: Readable; readonly hasStarted: () => boolean; readonly hasEnded: () => boolean } => {
  let position = 0;
  let started = false;
  let ended = false;
  const stream = new Readable({
    read() {
      if (!started) {
        failpoint('before-data');
        started = true;
      }
      const next = Buffer.from(bytes.subarray(position, position + chunkBytes));
      position += next.length;
      if (next.length === 0) failpoint('after-data');
      this.push(next.length === 0 ? null : next);
    },
  });
  stream.once('end', () => {
    ended = true;
    // The final dot is written by the listeners after this one.
    failpoint('before-final-dot');
    setImmediate(() => failpoint('after-final-dot'));
  });
  return { stream, hasStarted: () => started, hasEnded: () => ended };
};

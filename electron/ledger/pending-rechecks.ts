import { randomUUID } from 'node:crypto';
import type { RecheckAnswer } from '../../shared/ipc/outbox-contract.ts';

/** How long the renderer may take to answer; after that the message waits for the next pass. */
const patienceMs = 20_000;

/** Questions « may this still leave? » that wait for the renderer's answer. */
export interface PendingRechecks {
  /** Asks; rejects when the renderer does not answer in time, so that nothing leaves unasked. */
  readonly ask: (key: string) => Promise<RecheckAnswer>;
  readonly answer: (token: string, answer: RecheckAnswer) => void;
}

export const pendingRechecks = (
  send: (question: { token: string; key: string }) => void,
): PendingRechecks => {
  const waiting = new Map<string, (answer: RecheckAnswer) => void>();
  return {
    ask: (key) =>
      new Promise((resolve, reject) => {
        const token = randomUUID();
        const timer = setTimeout(() => {
          waiting.delete(token);
          reject(new Error('the renderer did not answer a recheck'));
        }, patienceMs);
        waiting.set(token, (answer) => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(answer);
        });
        send({ token, key });
      }),
    answer: (token, answer) => waiting.get(token)?.(answer),
  };
};

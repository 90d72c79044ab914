import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';

declare global {
  interface Window {
    readonly acquit: Bridge;
  }
}

/** The typed view of what preload offers. */
export const bridge: Bridge = window.acquit;

/** The value of a request that only fails by a bug; a failure is thrown and reaches the error boundary. */
export const expectValue = async <Value>(outcome: Promise<IpcOutcome<Value>>): Promise<Value> => {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

import { parentPort } from 'node:worker_threads';
import { type SettingRequest, setLetters } from './set-letters.ts';

// Sets letters on a thread of its own, so that a batch neither holds the window up nor waits for one core.
parentPort?.on('message', (request: SettingRequest) => {
  void setLetters(request).then(({ bytes, ranges }) => {
    parentPort?.postMessage({ bytes, ranges });
  });
});

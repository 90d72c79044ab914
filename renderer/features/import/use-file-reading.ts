import { useCallback, useEffect, useRef } from 'react';
import { type FileReading, openFileReading } from './file-reader.ts';

/** The worker of the files that are being imported, and the order of the questions to it. */
export interface ReadingTurns {
  /** Closes the worker that may be there and starts another, as a question of its own. */
  readonly start: () => FileReading;
  /** Ends the worker; what was asked is not wanted any more. Stable. */
  readonly close: () => void;
  /** A new question: answers to the former ones are dropped. Tells whether it is still the last one. */
  readonly ask: () => () => boolean;
}

/** A worker that is closed with the screen. Answers to an older question than the last one are to be dropped. */
export const useFileReading = (): ReadingTurns => {
  const reader = useRef<FileReading>(undefined);
  const turn = useRef(0);
  const close = useCallback((): void => {
    turn.current += 1;
    reader.current?.close();
    reader.current = undefined;
  }, []);
  useEffect(() => close, [close]);
  return {
    start: () => {
      close();
      reader.current = openFileReading();
      return reader.current;
    },
    close,
    ask: () => {
      turn.current += 1;
      const mine = turn.current;
      return () => mine === turn.current;
    },
  };
};

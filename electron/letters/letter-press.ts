import { type SetLetters, type SettingRequest, setLetters } from './set-letters.ts';

/**
 * Sets groups of letters and gives them back in order. Ends early where the signal aborts.
 */
export type LetterPress = (
  groups: readonly SettingRequest[],
  signal: AbortSignal | undefined,
) => AsyncIterator<SetLetters, undefined>;

/** One group after the other, on this thread: a few letters, and wherever there is no other thread. */
export const pressHere: LetterPress = async function* (groups, signal) {
  for (const group of groups) {
    if (signal?.aborted) return undefined;
    yield await setLetters(group);
  }
  return undefined;
};

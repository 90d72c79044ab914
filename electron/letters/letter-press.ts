import { type SetLetters, type SettingRequest, setLetters } from './set-letters.ts';

/** What sets letters. */
export interface LetterPress {
  /** Letters set as one document share the fonts, which cost as much as a dozen letters. */
  readonly lettersTogether: number;
  /** A letter of more rows than that is set alone. */
  readonly rowsTogether: number;
  /** Sets groups and gives them back in order; ends early where the signal aborts. */
  readonly set: (
    groups: readonly SettingRequest[],
    signal: AbortSignal | undefined,
  ) => AsyncIterator<SetLetters, undefined>;
}

/** One group after the other on this thread, which it holds for the time of a group: groups are small. */
export const pressHere: LetterPress = {
  lettersTogether: 16,
  rowsTogether: 300,
  set: async function* (groups, signal) {
    for (const group of groups) {
      if (signal?.aborted) return undefined;
      yield await setLetters(group);
    }
    return undefined;
  },
};

import { sha256Hex } from '../../../shared/reminders/sha256.ts';

/** The hash of a batch: that of its only file, else of the hashes of all, in whatever order they came. */
export const batchHash = (fileHashes: readonly string[]): string => {
  const [only, another] = fileHashes;
  return only !== undefined && another === undefined ? only : sha256Hex([...fileHashes].sort().join('\n'));
};

import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the last database that could not be opened is kept, for who may want to look into it. */
const asideName = 'base-abimee';

/**
 * Removes the database files of Chromium, a copy of them kept aside. Where a file of its store is missing or
 * unreadable, Chromium (130) answers every open and every delete of any database of the origin with « Internal
 * error opening backing store »; only clearing the whole storage helps, and only main can do that. The next
 * start of each ledger reads its rows back from its mirror.
 * @param clearStorage drops the storage of the origin, with the file handles that Chromium holds
 * @returns false when the copy or the clearing failed; then nothing was removed
 */
export const discardDatabase = async (
  profile: string,
  clearStorage: () => Promise<void>,
): Promise<boolean> => {
  const aside = join(profile, asideName);
  try {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true });
    await cp(join(profile, 'IndexedDB'), aside, { recursive: true });
    await clearStorage();
    return true;
  } catch {
    // A full disk cannot take the copy: what may still be recovered is not deleted.
    return false;
  }
};

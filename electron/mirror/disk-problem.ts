import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a change of the user takes at most, with room for what Chromium writes beside it. */
const probeBytes = 256 * 1024;

/**
 * Why the disk of a folder takes nothing at the moment, by trying: Chromium only says « Connection is closing »
 * when its database meets a full disk. French; undefined = the disk takes what it is given.
 */
export const diskProblem = async (folder: string): Promise<string | undefined> => {
  const path = join(folder, `essai-${process.pid}.part`);
  try {
    const file = await open(path, 'w');
    try {
      await file.writeFile(Buffer.alloc(probeBytes, 1));
      await file.sync();
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return 'Le disque est plein\u00A0: rien n’a été enregistré. Libérez de la place, fermez puis rouvrez Acquit, et recommencez.';
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
      return 'Le dossier de données est protégé en écriture\u00A0: rien n’a été enregistré. Rendez-le modifiable, fermez puis rouvrez Acquit, et recommencez.';
    return undefined;
  } finally {
    await unlink(path).catch(() => undefined);
  }
};

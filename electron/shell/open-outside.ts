import { mkdir } from 'node:fs/promises';
import { shell } from 'electron';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';
import { isAllowedExternalLink } from '../security/external-link.ts';

/** Opens an allowed link in the system's program; anything else is refused. */
export const openLink = async (link: string): Promise<IpcOutcome<null>> => {
  if (!isAllowedExternalLink(link))
    return {
      ok: false,
      error: { kind: 'link-refused', message: 'Ce lien ne peut pas être ouvert depuis Acquit.' },
    };
  try {
    await shell.openExternal(link);
    return { ok: true, value: null };
  } catch {
    return {
      ok: false,
      error: { kind: 'no-program', message: 'Aucun programme de cet ordinateur n’a pu ouvrir ce lien.' },
    };
  }
};

/** Opens one of the application's own folders or document copies in the system's program. */
export const openOwnPath = async (path: string, isFolder: boolean): Promise<IpcOutcome<null>> => {
  if (isFolder) await mkdir(path, { recursive: true });
  const problem = await shell.openPath(path);
  return problem === ''
    ? { ok: true, value: null }
    : {
        ok: false,
        error: {
          kind: 'no-program',
          message:
            'Aucun programme de cet ordinateur n’a pu ouvrir ce fichier. Enregistrez-le, puis ouvrez-le vous-même.',
        },
      };
};

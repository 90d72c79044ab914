import { open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { IpcOutcome } from '../../shared/ipc/channel.ts';

const everything: FileFilter = { name: 'Tous les fichiers', extensions: ['*'] };

const filters: Readonly<Record<'import' | 'image' | 'document', readonly FileFilter[]>> = {
  import: [
    {
      name: 'Fichiers à importer',
      extensions: [
        'csv',
        'txt',
        'tsv',
        'xlsx',
        'pdf',
        'xml',
        'zip',
        'vcf',
        'ofx',
        'qfx',
        'sta',
        'mt940',
        'afb',
        'cfonb',
        'dat',
        'eml',
      ],
    },
    everything,
  ],
  image: [{ name: 'Images', extensions: ['png', 'jpg', 'jpeg'] }],
  document: [{ name: 'Documents', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'eml'] }, everything],
};

const largestFileBytes = 100 * 1024 * 1024;
/** Of all files picked at once: they are handed over in memory. A folder is read file by file instead. */
const largestPickBytes = 300 * 1024 * 1024;

interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const readPicked = async (path: string): Promise<IpcOutcome<PickedFile>> => {
  try {
    const { size } = await stat(path);
    if (size > largestFileBytes)
      return {
        ok: false,
        error: { kind: 'too-large', message: 'Ce fichier dépasse 100 Mo. Choisissez un fichier plus petit.' },
      };
    return { ok: true, value: { name: basename(path), bytes: new Uint8Array(await readFile(path)) } };
  } catch (error) {
    return {
      ok: false,
      error: {
        kind: 'unreadable',
        message: `Le fichier « ${basename(path)} » n’a pas pu être lu (${(error as NodeJS.ErrnoException).code ?? 'erreur'}). Vérifiez qu’il n’est pas ouvert ailleurs, puis réessayez.`,
      },
    };
  }
};

/** Lets the user choose a file and reads it. Paths never come from the renderer. */
export const pickFile = async (
  window: BrowserWindow | undefined,
  kind: 'image' | 'document',
): Promise<IpcOutcome<PickedFile | null>> => {
  const options = { properties: ['openFile' as const], filters: [...filters[kind]] };
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  const path = answer.filePaths[0];
  return answer.canceled || path === undefined ? { ok: true, value: null } : readPicked(path);
};

/** Lets the user choose files to import and reads them; null = cancelled. */
export const pickFiles = async (
  window: BrowserWindow | undefined,
): Promise<IpcOutcome<readonly PickedFile[] | null>> => {
  const options = {
    properties: ['openFile' as const, 'multiSelections' as const],
    filters: [...filters.import],
  };
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  if (answer.canceled || answer.filePaths.length === 0) return { ok: true, value: null };
  const files: PickedFile[] = [];
  let total = 0;
  for (const path of answer.filePaths) {
    const read = await readPicked(path);
    if (!read.ok) return read;
    total += read.value.bytes.length;
    if (total > largestPickBytes)
      return {
        ok: false,
        error: {
          kind: 'too-large',
          message: 'Ces fichiers dépassent ensemble 300 Mo. Choisissez-en moins, ou choisissez leur dossier.',
        },
      };
    files.push(read.value);
  }
  return { ok: true, value: files };
};

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'Le disque est plein : libérez de la place, puis réessayez.',
  EACCES: 'Ce dossier n’autorise pas l’écriture : choisissez-en un autre.',
  EPERM: 'Ce dossier n’autorise pas l’écriture : choisissez-en un autre.',
  EROFS: 'Ce disque est en lecture seule : choisissez-en un autre.',
  EBUSY: 'Ce fichier est ouvert dans un autre programme : fermez-le, puis réessayez.',
};

/** Writes to the chosen path through a temporary file, so that a failure leaves no half file. */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<IpcOutcome<string>> => {
  const temporary = `${path}.${process.pid}.part`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return { ok: true, value: basename(path) };
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return {
      ok: false,
      error: {
        kind: 'not-written',
        message: `Le fichier n’a pas été enregistré. ${explanations[code] ?? `Le système répond « ${code} ».`}`,
      },
    };
  }
};

/** Asks where to save and writes; null = the user cancelled. */
export const saveFile = async (
  window: BrowserWindow | undefined,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<IpcOutcome<string | null>> => {
  const path = await askWhereToSave(window, suggestedName);
  return path === undefined ? { ok: true, value: null } : writeWhole(path, bytes);
};

/** Asks where to save; undefined = cancelled. */
export const askWhereToSave = async (
  window: BrowserWindow | undefined,
  suggestedName: string,
): Promise<string | undefined> => {
  const options = { defaultPath: suggestedName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-') };
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || !answer.filePath ? undefined : answer.filePath;
};

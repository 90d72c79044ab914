import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ioCode } from '../mirror/durable-file.ts';

/** A regular file as the folder lists it. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** Latest of creation, change of its entry and change of its content: a copied old file is new here. */
  readonly arrivedMs: number;
}

export interface FolderScan {
  readonly files: readonly SeenFile[];
  readonly refused: readonly { readonly name: string; readonly reason: 'too-big' | 'link' }[];
}

/** As the reader of any other picked file. */
export const largestWatchedBytes = 100 * 1024 * 1024;
/** A folder with more entries than this is no folder for exports: the rest is not looked at. */
const mostEntries = 5000;

const importable =
  /\.(csv|txt|tsv|xlsx|xml|pdf|zip|vcf|ofx|qfx|sta|mt940|940|cfonb|cfonb120|afb|afb120|120|asc|dat|eml)$/i;
/** What browsers, spreadsheets and copying programs leave while they write. */
const unfinished = /^(\.|~\$|~.*\.tmp$)|\.(crdownload|part|partial|tmp|download)$/i;

/** True for the names of files that Acquit can import. */
export const isImportableName = (name: string): boolean => importable.test(name) && !unfinished.test(name);

/**
 * Lists the files of a folder that could be imported; nothing in sub-folders, nothing through links. Only
 * names and sizes are read.
 * @returns undefined when the folder cannot be read (unplugged, no rights, network away)
 */
export const scanFolder = async (folder: string): Promise<FolderScan | undefined> => {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    ioCode(error);
    return undefined;
  }
  const files: SeenFile[] = [];
  const refused: FolderScan['refused'][number][] = [];
  for (const name of names.filter(isImportableName).slice(0, mostEntries)) {
    const facts = await lstat(join(folder, name)).catch((error: unknown) => {
      // Gone since it was listed.
      ioCode(error);
      return undefined;
    });
    if (!facts) continue;
    if (facts.isSymbolicLink()) refused.push({ name, reason: 'link' });
    else if (!facts.isFile() || facts.size === 0) continue;
    else if (facts.size > largestWatchedBytes) refused.push({ name, reason: 'too-big' });
    else
      files.push({
        name,
        size: facts.size,
        modifiedMs: Math.floor(facts.mtimeMs),
        arrivedMs: Math.floor(Math.max(facts.mtimeMs, facts.ctimeMs, facts.birthtimeMs)),
      });
  }
  return { files, refused };
};

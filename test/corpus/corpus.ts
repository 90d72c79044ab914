import { existsSync, readFileSync } from 'node:fs';

/**
 * Files written by others, kept beside the repository and never inside it (their licences do not suit a
 * shipped program). Where they are absent, the tests that read them have nothing to check.
 */
const root = new URL('../../../shared/data/', import.meta.url);

/** One file of a corpus folder, with the facts that an importer should arrive at. */
export interface CorpusFile {
  readonly name: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The files that the manifest of a folder lists; none where the corpus is not there. */
export const corpusFiles = (folder: string): readonly CorpusFile[] => {
  const manifest = new URL(`${folder}/MANIFEST.json`, root);
  if (!existsSync(manifest)) return [];
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly files: readonly CorpusFile[] }).files;
};

/** The bytes of a corpus file. */
export const corpusBytes = (folder: string, name: string): Uint8Array =>
  readFileSync(new URL(`${folder}/${name}`, root));

/** The expected facts of one file; fails when the manifest does not list it. */
export const corpusFacts = (folder: string, name: string): Readonly<Record<string, unknown>> => {
  const file = corpusFiles(folder).find((candidate) => candidate.name === name);
  if (!file) throw new Error(`${folder}/${name} is not in the manifest`);
  return file.expected;
};

/** True where the corpus is there. */
export const corpusIsThere = existsSync(root);

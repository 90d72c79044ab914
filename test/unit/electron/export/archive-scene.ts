import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exportEverything } from '../../../../electron/export/export-everything.ts';
import { type OpenArchiveOptions, openArchive } from '../../../../electron/export/import-archive.ts';
import type { Change, RowImage } from '../../../../shared/ledger/change.ts';
import type { TableName } from '../../../../shared/ledger/ledger.ts';
import type { Scene } from '../backup/backup-scene.ts';
import { appendAll } from '../mirror/open-mirror-in.ts';
import { changeOf } from '../mirror/sample-changes.ts';

/** Exports all of a scene into a file; throws where it fails. */
export const exportScene = async (scene: Scene, root: string, path: string): Promise<string> => {
  const done = await exportEverything({
    mirror: scene.mirror,
    documents: scene.documents,
    outboxPath: join(root, 'outbox', 'outbox.ndjson'),
    path,
    clock: { nowMs: () => scene.clock.now },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return path;
};

/** Opens an archive for a scene below `root`. */
export const openFor = (root: string, path: string, more: Partial<OpenArchiveOptions> = {}) =>
  openArchive({ path, stateFolder: join(root, 'backups'), ...more });

/** Opens and restores an archive, as « Reprendre une archive » does; answers the failure, or undefined. */
export const adopt = async (scene: Scene, root: string, path: string): Promise<unknown> => {
  const opened = await openFor(root, path);
  if (!opened.ok) return opened.error;
  const restored = await scene.backups.restore({ kind: 'folder', path: opened.value.folder });
  await opened.value.discard();
  return restored.ok ? undefined : restored.error;
};

/** Files of a ZIP as text; documents by their hash. */
export const filesOf = async (path: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );

/** Bodies of the lines of a journal, as they were written; the header left out, which is new with each restore. */
export const bodiesOf = (journal: string): readonly string[] =>
  journal
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf('"body":') + 7, -1));

/** Puts rows into the ledger of a scene, a thousand a change. */
export const putRows = async (
  scene: Scene,
  tables: readonly { readonly table: TableName; readonly rows: readonly { key: string; row: unknown }[] }[],
  from = 1,
): Promise<void> => {
  const images = tables.flatMap(({ table, rows }) =>
    rows.map(({ key, row }): RowImage => ({ table, key, before: null, after: row as never })),
  );
  const changes: Change[] = [];
  for (let start = 0; start < images.length; start += 1000)
    changes.push(changeOf(from + changes.length, images.slice(start, start + 1000)));
  await appendAll(scene.mirror, changes);
};

export type ZipFiles = Record<string, Uint8Array>;

/** An archive whose files were changed and whose manifest vouches for them all the same. */
export const forge = async (
  path: string,
  target: string,
  change: (files: ZipFiles, manifest: Record<string, unknown>) => void,
): Promise<string> => {
  const files: ZipFiles = unzipSync(await readFile(path));
  const manifest = JSON.parse(strFromU8(files['archive.json'] ?? new Uint8Array())) as Record<
    string,
    unknown
  >;
  change(files, manifest);
  const { 'archive.json': _former, ...others } = files;
  manifest.files = Object.entries(others).map(([name, bytes]) => ({
    path: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  }));
  await writeFile(target, zipSync({ ...others, 'archive.json': strToU8(JSON.stringify(manifest)) }));
  return target;
};

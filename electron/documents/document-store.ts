import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  ensureFolder,
  ioCode,
  isTemporaryName,
  writeAtomically,
  writeFully,
} from '../mirror/durable-file.ts';
import { freeFileName, readableFileName } from './readable-file-name.ts';
import { sniffExtension } from './sniff-extension.ts';

export type DocumentFailure =
  /** Not 64 lower-case hexadecimal digits. */
  | { readonly kind: 'not-a-hash' }
  | { readonly kind: 'missing'; readonly hash: string }
  /** The file is there and its content is not what its name says. */
  | { readonly kind: 'damaged'; readonly hash: string }
  | { readonly kind: 'io'; readonly code: string; readonly fileName: string };

/**
 * Files named by the SHA-256 of their content and an extension, so that any program opens them:
 * `<folder>/<hash>.pdf`. A file is never changed and never deleted by the store.
 */
export interface DocumentStore {
  readonly folder: string;
  /** Keeps the bytes and answers their hash once they are on disk. Bytes already kept are kept once. */
  put(bytes: Uint8Array): Promise<Result<string, DocumentFailure>>;
  /** The bytes, checked against the hash. */
  read(hash: string): Promise<Result<Uint8Array, DocumentFailure>>;
  /** Full path of the file; undefined where the store has none of that hash. */
  path(hash: string): string | undefined;
  /** Hashes of all files. */
  list(): readonly string[];
  /** Fails with `damaged` or `missing` where the file is not what its name says. */
  verify(hash: string): Promise<Result<null, DocumentFailure>>;
  /**
   * Copies a document into a folder under a name that a person understands and that opens as a document.
   * @returns the full path of the copy; the same copy where the folder has it already.
   */
  exportCopy(hash: string, readableName: string, folder: string): Promise<Result<string, DocumentFailure>>;
}

const hashShape = /^[0-9a-f]{64}$/;
const fileShape = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/;

/** True for 64 lower-case hexadecimal digits. */
export const isDocumentHash = (text: string): boolean => hashShape.test(text);

/** SHA-256 of bytes, lower-case hexadecimal: the name of a document. */
export const documentHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const ioFailure = (error: unknown, fileName: string): { ok: false; error: DocumentFailure } => {
  return fail<DocumentFailure>({ kind: 'io', code: ioCode(error), fileName });
};

/** Names in a folder; an absent folder is empty. */
const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (ioCode(error) === 'ENOENT') return [];
    throw error;
  }
};

/** Opens the store of a folder, which is created with the first document. */
export const openDocumentStore = async ({
  folder,
}: {
  readonly folder: string;
}): Promise<Result<DocumentStore, DocumentFailure>> => {
  try {
    const files = new Map<string, string>();
    for (const name of await namesIn(folder)) {
      // Left half written by a crash; nobody ever relied on it.
      if (isTemporaryName(name)) await rm(join(folder, name), { force: true }).catch(ioCode);
      const hash = fileShape.exec(name)?.[1];
      if (hash !== undefined) files.set(hash, name);
    }
    return ok(storeOver(folder, files));
  } catch (error) {
    return ioFailure(error, folder);
  }
};

const storeOver = (folder: string, files: Map<string, string>): DocumentStore => {
  const read = async (hash: string): Promise<Result<Uint8Array, DocumentFailure>> => {
    if (!isDocumentHash(hash)) return fail({ kind: 'not-a-hash' });
    const name = files.get(hash);
    if (name === undefined) return fail({ kind: 'missing', hash });
    try {
      const bytes = await readFile(join(folder, name));
      return documentHash(bytes) === hash ? ok(bytes) : fail({ kind: 'damaged', hash });
    } catch (error) {
      return ioCode(error) === 'ENOENT' ? fail({ kind: 'missing', hash }) : ioFailure(error, name);
    }
  };

  const verify = async (hash: string): Promise<Result<null, DocumentFailure>> => {
    const bytes = await read(hash);
    return bytes.ok ? ok(null) : bytes;
  };

  return {
    folder,
    read,
    verify,
    path: (hash) => {
      const name = files.get(hash);
      return name === undefined ? undefined : join(folder, name);
    },
    list: () => [...files.keys()],

    put: async (bytes) => {
      const hash = documentHash(bytes);
      // A kept file that was damaged or deleted since is written again: the bytes at hand are the good ones.
      if ((await verify(hash)).ok) return ok(hash);
      const name = `${hash}.${sniffExtension(bytes)}`;
      try {
        await ensureFolder(folder);
        await writeAtomically(join(folder, name), (handle) => writeFully(handle, bytes, 0));
      } catch (error) {
        return ioFailure(error, name);
      }
      files.set(hash, name);
      return ok(hash);
    },

    exportCopy: async (hash, readableName, target) => {
      const bytes = await read(hash);
      if (!bytes.ok) return bytes;
      const wanted = readableFileName(readableName, sniffExtension(bytes.value));
      try {
        await ensureFolder(target);
        const taken = new Map((await readdir(target)).map((name) => [name.toLowerCase(), name]));
        const sameName = taken.get(wanted.toLowerCase());
        if (sameName !== undefined && (await hashOfFile(join(target, sameName))) === hash)
          return ok(join(target, sameName));
        const name = freeFileName(wanted, (candidate) => taken.has(candidate.toLowerCase()));
        await writeAtomically(join(target, name), (handle) => writeFully(handle, bytes.value, 0));
        return ok(join(target, name));
      } catch (error) {
        return ioFailure(error, wanted);
      }
    },
  };
};

/** Hash of an ordinary file; undefined for anything that cannot be read as one. */
const hashOfFile = async (path: string): Promise<string | undefined> => {
  try {
    return documentHash(await readFile(path));
  } catch (error) {
    ioCode(error);
    return undefined;
  }
};

import { fail, ok, type Result } from '../result.ts';
import { inflateBounded } from './bounded-inflate.ts';
import { crc32 } from './crc32.ts';
import {
  packedBytes,
  readZipDirectory,
  type ZipDirectoryEntry,
  type ZipDirectoryError,
} from './zip-directory.ts';

/** A file out of a ZIP archive. */
export interface ZipEntry {
  /** Path inside the archive, with « / », never leading out of it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  readonly maxEntries?: number;
  /** Unpacked bytes of one entry, and of all together. */
  readonly maxEntrySize?: number;
  readonly maxTotalSize?: number;
  /** Unpacked size over packed size, for entries of more than a megabyte. Deflate itself reaches 1032. */
  readonly maxRatio?: number;
  /** Entries that are read at all; directories never are. */
  readonly wanted?: (name: string) => boolean;
}

export type ZipError =
  | ZipDirectoryError
  /** More than an archive of invoices holds, by what it declares or by what comes out: a giant or a bomb. */
  | {
      readonly kind: 'zip-bomb';
      readonly name: string;
      /** Bytes it declares, or had given when it was stopped. */
      readonly actual: number;
      readonly limit: number;
    }
  /** A name that leads out of the archive (« ../ », « C:\ », « / »): made to overwrite files. */
  | { readonly kind: 'zip-hostile-name'; readonly name: string }
  | { readonly kind: 'zip-symbolic-link'; readonly name: string }
  | { readonly kind: 'zip-duplicate'; readonly name: string }
  /** Two entries share the same bytes, as overlapping bombs do. */
  | { readonly kind: 'zip-overlap'; readonly name: string };

/** An entry that could not be read while the others could. */
export interface ZipProblem {
  readonly name: string;
  readonly kind: 'encrypted' | 'nested-archive' | 'unknown-method' | 'damaged';
}

export interface ZipContents {
  readonly entries: readonly ZipEntry[];
  /** Wanted entries that are missing from `entries`, each with the reason. */
  readonly problems: readonly ZipProblem[];
}

const defaults: Required<ZipLimits> = {
  maxEntries: 5000,
  maxEntrySize: 60_000_000,
  maxTotalSize: 300_000_000,
  maxRatio: 100,
  wanted: () => true,
};
const ratioMatters = 1_000_000;

const leadsOutside = (name: string): boolean =>
  /^([/\\]|[a-z]:)/i.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..');

const isNestedArchive = (name: string): boolean => /\.(zip|7z|rar|tar|gz|tgz|bz2|xz)$/i.test(name);

/** Names that would be one file on Windows and macOS. */
const nameKey = (name: string): string => name.replaceAll('\\', '/').normalize('NFC').toLowerCase();

/** Looks at the names and claims of all entries before anything is unpacked. */
const refusal = (
  entries: readonly ZipDirectoryEntry[],
  limits: Required<ZipLimits>,
): ZipError | undefined => {
  const names = new Set<string>();
  const starts = new Set<number>();
  let declared = 0;
  for (const entry of entries) {
    const { name } = entry;
    if (leadsOutside(name)) return { kind: 'zip-hostile-name', name };
    if (entry.isSymbolicLink) return { kind: 'zip-symbolic-link', name };
    if (names.has(nameKey(name))) return { kind: 'zip-duplicate', name };
    if (starts.has(entry.headerAt)) return { kind: 'zip-overlap', name };
    names.add(nameKey(name));
    starts.add(entry.headerAt);
    if (!limits.wanted(name)) continue;
    declared += entry.declaredSize;
    const swollen = Math.max(ratioMatters, Math.ceil(entry.packedSize * limits.maxRatio));
    for (const limit of [limits.maxEntrySize, swollen]) {
      if (entry.declaredSize > limit) return { kind: 'zip-bomb', name, actual: entry.declaredSize, limit };
    }
    if (declared > limits.maxTotalSize) {
      return { kind: 'zip-bomb', name, actual: declared, limit: limits.maxTotalSize };
    }
  }
  return undefined;
};

/** Packed bytes of entries never overlap in an honest archive; each header lies behind the data before it. */
const overlapping = (entries: readonly ZipDirectoryEntry[]): ZipDirectoryEntry | undefined => {
  const sorted = [...entries].sort((one, other) => one.headerAt - other.headerAt);
  return sorted.find((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.headerAt + 30 + before.packedSize > entry.headerAt;
  });
};

/**
 * Reads a ZIP archive of unknown origin. Names, counts and declared sizes are checked first, what really comes
 * out is counted while it is inflated, and checksums are compared, so that nothing cut or altered passes for
 * whole. The archive as a whole is refused when it is hostile; single entries that cannot be read (password,
 * archive in the archive, damage) are listed. Never throws.
 */
export const readZip = (bytes: Uint8Array, limits: ZipLimits = {}): Result<ZipContents, ZipError> => {
  const all = { ...defaults, ...limits };
  const directory = readZipDirectory(bytes, all.maxEntries);
  if (!directory.ok) return directory;
  const refused = refusal(directory.value, all);
  if (refused) return fail(refused);
  const overlap = overlapping(directory.value);
  if (overlap) return fail({ kind: 'zip-overlap', name: overlap.name });
  const entries: ZipEntry[] = [];
  const problems: ZipProblem[] = [];
  for (const entry of directory.value) {
    const { name } = entry;
    if (/[/\\]$/.test(name) || !all.wanted(name)) continue;
    const packed = packedBytes(bytes, entry);
    if (entry.isEncrypted) problems.push({ name, kind: 'encrypted' });
    else if (isNestedArchive(name)) problems.push({ name, kind: 'nested-archive' });
    else if (entry.method !== 0 && entry.method !== 8) problems.push({ name, kind: 'unknown-method' });
    else if (!packed) problems.push({ name, kind: 'damaged' });
    else {
      // What was declared is all that may come out: more is a lie, and less is damage.
      const inflated =
        entry.method === 0
          ? ok(packed)
          : entry.declaredSize === 0 && packed.length <= 2
            ? ok(new Uint8Array(0))
            : inflateBounded(packed, entry.declaredSize);
      if (!inflated.ok && inflated.error.kind === 'inflated-too-big') {
        const limit = entry.declaredSize;
        return fail({ kind: 'zip-bomb', name, actual: limit + 1, limit });
      }
      const isWhole =
        inflated.ok && inflated.value.length === entry.declaredSize && crc32(inflated.value) === entry.crc;
      if (isWhole) entries.push({ name: name.replaceAll('\\', '/'), bytes: inflated.value });
      else problems.push({ name, kind: 'damaged' });
    }
  }
  return ok({ entries, problems });
};

const quoted = (name: string): string => `«\u00a0${name.length > 60 ? `…${name.slice(-59)}` : name}\u00a0»`;

/** What the user reads when an archive is refused. */
export const frenchZipError = (error: ZipError): string => {
  switch (error.kind) {
    case 'not-zip':
      return 'Ce fichier n’est pas une archive ZIP.';
    case 'zip-damaged':
      return 'Cette archive ZIP est incomplète ou abîmée. Téléchargez-la ou créez-la une nouvelle fois.';
    case 'zip-too-many-entries':
      return `Cette archive contient ${error.actual} fichiers (${error.limit} au plus). Partagez-la en plusieurs archives.`;
    case 'zip-bomb':
      return `Cette archive contient bien plus de données qu’elle ne le devrait (${quoted(error.name)})\u00a0: elle n’a pas été ouverte, par sécurité.`;
    case 'zip-hostile-name':
    case 'zip-symbolic-link':
    case 'zip-duplicate':
    case 'zip-overlap':
      return `Cette archive est faite de façon suspecte (${quoted(error.name)})\u00a0: elle n’a pas été ouverte, par sécurité.`;
  }
};

/** What the user reads about an entry that was left out. */
export const frenchZipProblem = (problem: ZipProblem): string => {
  switch (problem.kind) {
    case 'encrypted':
      return `${quoted(problem.name)} est protégé par un mot de passe\u00a0: décompressez l’archive, puis importez le fichier.`;
    case 'nested-archive':
      return `${quoted(problem.name)} est une archive dans l’archive\u00a0: importez-la à part.`;
    case 'unknown-method':
      return `${quoted(problem.name)} est compressé d’une façon inhabituelle\u00a0: décompressez l’archive, puis importez le fichier.`;
    case 'damaged':
      return `${quoted(problem.name)} est incomplet ou abîmé.`;
  }
};

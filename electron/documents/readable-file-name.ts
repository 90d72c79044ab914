/** Names of devices under Windows, with or without an extension. */
const reservedByWindows = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;

/** Control and format characters (among them the marks that turn « fdp.exe » round) and what file systems forbid. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]+/gu;

/** Longest name in UTF-8 bytes: 255 is the limit of most file systems, and « (12) » may be added. */
const longestBytes = 180;

/** Types that open as documents. A name that ends otherwise (`.exe`, `.docm`, `.html`) gets another end. */
const documentExtensions = new Set(
  'pdf eml png jpg jpeg tif tiff webp txt csv xlsx docx ods odt xml zip json'.split(' '),
);

const cutToBytes = (text: string, most: number): string => {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
};

const splitExtension = (name: string): { readonly stem: string; readonly extension: string } => {
  const match = /^(.*)\.([A-Za-z0-9]{1,5})$/su.exec(name);
  return { stem: match?.[1] ?? name, extension: match?.[2]?.toLowerCase() ?? '' };
};

/**
 * A file name that every file system takes and that opens as a document.
 * @param name what the user should read, of any length and any characters.
 * @param contentExtension extension by the content, without dot; used where the name has none that is allowed.
 * @returns one path component of at most 180 UTF-8 bytes, never empty, `.`, `..` or a device of Windows.
 */
export const readableFileName = (name: string, contentExtension: string): string => {
  const clean = name.normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ').trim();
  const given = splitExtension(clean);
  const allowed = documentExtensions.has(given.extension);
  const extension = allowed ? given.extension : contentExtension;
  const stem = cutToBytes(allowed ? given.stem : clean, longestBytes - extension.length - 1)
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .trim();
  const device = reservedByWindows.test(stem.split('.')[0]?.trim() ?? '');
  return `${device ? '_' : ''}${stem === '' ? 'document' : stem}.${extension}`;
};

/** The name, or the name with « (2) », « (3) »… where `isTaken` says so. Names differing by case are one. */
export const freeFileName = (name: string, isTaken: (name: string) => boolean): string => {
  if (!isTaken(name)) return name;
  const { stem, extension } = splitExtension(name);
  for (let number = 2; ; number += 1) {
    const candidate = extension === '' ? `${stem} (${number})` : `${stem} (${number}).${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
};

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of the bytes for poppler's tools, gone afterwards. */
const withFile = <Value>(bytes: Uint8Array, use: (path: string) => Value): Value => {
  const folder = mkdtempSync(join(tmpdir(), 'acquit-pdf-'));
  try {
    const path = join(folder, 'letter.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const limit = { maxBuffer: 64 * 1024 * 1024 };

/** Text of each page in reading order, spaces of all kinds folded into one. */
export const pageTexts = (bytes: Uint8Array): readonly string[] =>
  withFile(bytes, (path) =>
    execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { ...limit, encoding: 'utf8' })
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s+/gu, ' ').trim()),
  );

/** A word and its box in millimetres from the top left of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly leftMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Every word as pdftotext measures it. */
export const placedWords = (bytes: Uint8Array): readonly PlacedWord[] =>
  withFile(bytes, (path) => {
    const xml = execFileSync('pdftotext', ['-bbox', path, '-'], { ...limit, encoding: 'utf8' });
    const words: PlacedWord[] = [];
    let page = 0;
    const shape =
      /<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu;
    for (const match of xml.matchAll(shape)) {
      if (match[1] === undefined) {
        page += 1;
        continue;
      }
      const [left = 0, top = 0, right = 0, bottom = 0] = match
        .slice(1, 5)
        .map((value) => (Number(value) * 25.4) / 72);
      const text = (match[5] ?? '').replace(/&\w+;/gu, (entity) => entities[entity] ?? entity);
      words.push({ text, page, leftMm: left, topMm: top, rightMm: right, bottomMm: bottom });
    }
    return words;
  });

/** A page as grey pixels. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerPoint: number;
  readonly isDark: (x: number, y: number) => boolean;
  /** 0 is black, 255 white and whatever lies outside. */
  readonly greyAt: (x: number, y: number) => number;
}

/** Renders one page. */
export const pageImage = (bytes: Uint8Array, page: number, dpi: number): PageImage =>
  withFile(bytes, (path) => {
    const pgm = execFileSync(
      'pdftoppm',
      ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), path],
      limit,
    );
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(pgm.subarray(0, 64).toString('latin1'));
    if (!header) throw new Error('pdftoppm gave no grey image');
    const [width, height] = [Number(header[1]), Number(header[2])];
    const pixels = pgm.subarray(header[0].length);
    return {
      width,
      height,
      pixelsPerPoint: dpi / 72,
      greyAt: (x, y) => pixels[Math.round(y) * width + Math.round(x)] ?? 255,
      isDark: (x, y) => (pixels[Math.round(y) * width + Math.round(x)] ?? 255) < 128,
    };
  });

/** The file as text with every stream unpacked and every object written out: what a reader of PDF could meet in it. */
export const plainPdf = (bytes: Uint8Array): string =>
  withFile(bytes, (path) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--decode-level=generalized', path, '-'], {
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'latin1',
    }),
  );

/** The same, after `qpdf --check` found the file sound; throws with what it says of one that is not. */
export const checkedPdf = (bytes: Uint8Array): string => {
  withFile(bytes, (path) => execFileSync('qpdf', ['--check', path], limit));
  return plainPdf(bytes);
};

/** What pdfinfo says of a file, by name. */
export const pdfFacts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  withFile(bytes, (path) =>
    Object.fromEntries(
      execFileSync('pdfinfo', ['-enc', 'UTF-8', path], { ...limit, encoding: 'utf8' })
        .split('\n')
        .map((line) => /^([^:]+):\s*(.*)$/u.exec(line))
        .flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? '']] : [])),
    ),
  );

/** A font of a file as pdffonts lists it. */
export interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
  readonly isSubset: boolean;
  readonly hasUnicode: boolean;
}

/** Every font of a file. */
export const pdfFonts = (bytes: Uint8Array): readonly PdfFont[] =>
  withFile(bytes, (path) =>
    execFileSync('pdffonts', [path], { ...limit, encoding: 'utf8' })
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [name = ''] = line.split(/\s/u);
        const [embedded, subset, unicode] = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/u.exec(line)?.slice(1) ?? [];
        return {
          name,
          isEmbedded: embedded === 'yes',
          isSubset: subset === 'yes',
          hasUnicode: unicode === 'yes',
        };
      }),
  );

/** Text of a tagged file in the order of its structure, spaces of all kinds folded into one. */
export const structureText = (bytes: Uint8Array): string =>
  withFile(bytes, (path) =>
    execFileSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', path], { ...limit, encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => /^\s*"(.*)"\s*$/u.exec(line)?.[1] ?? [])
      .join(' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );

/** Text of the file as a reader copies it, page after page, spaces of all kinds folded into one. */
export const readingText = (bytes: Uint8Array): string =>
  withFile(bytes, (path) =>
    execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { ...limit, encoding: 'utf8' })
      .replace(/\s+/gu, ' ')
      .trim(),
  );

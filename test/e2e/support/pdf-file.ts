import { execFileSync } from 'node:child_process';

const tool = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** Text of each page of a PDF, spaces of all kinds folded into one; throws where qpdf finds the file unsound. */
export const pagesOfPdf = (path: string): readonly string[] => {
  tool('qpdf', '--check', path);
  return tool('pdftotext', '-layout', '-enc', 'UTF-8', path, '-')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/gu, ' ').trim());
};

/** Millimetres from the left edge to the first such word of the first page. */
export const wordLeftMm = (path: string, word: string): number => {
  const found = new RegExp(`<word xMin="([\\d.]+)"[^>]*>${word}</word>`, 'u').exec(
    tool('pdftotext', '-bbox', '-l', '1', path, '-'),
  );
  return (Number(found?.[1]) * 25.4) / 72;
};

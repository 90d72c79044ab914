import { unquoted } from './fec-columns.ts';

/** Cells of the line last read. */
export interface FecLineCells {
  /** Number of cells. */
  readonly count: () => number;
  /** The cell at a position without the spaces round it; empty beyond the last. */
  readonly cell: (position: number) => string;
}

/** Splits a line in which a quoted cell may hold the separator; an open quote ends with the line. */
const quotedCells = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line.charAt(at) === '"') {
      let end = at + 1;
      while (end < line.length && (line.charAt(end) !== '"' || line.charAt(end + 1) === '"'))
        end += line.charAt(end) === '"' ? 2 : 1;
      const next = line.indexOf(separator, Math.min(end + 1, line.length));
      const stop = next === -1 ? line.length : next;
      cells.push(unquoted(line.slice(at, stop)));
      at = stop + 1;
    } else {
      const next = line.indexOf(separator, at);
      const stop = next === -1 ? line.length : next;
      cells.push(line.slice(at, stop).trim());
      at = stop + 1;
    }
  }
  return cells;
};

const isSpace = (code: number): boolean => code === 32 || code === 160 || code === 9 || code === 0x202f;

const mostCells = 64;

/** True for white space, and for the NUL and end-of-file marks with which old systems fill a file up. */
export const isBlankFecLine = (line: string): boolean => {
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code > 32 && code !== 160 && code !== 0xfeff) return false;
  }
  return true;
};

/** Gives lines that end with CR alone, or with CR at first and LF later, one end: LF. */
export const withLineFeeds = (text: string): string => {
  const first = text.indexOf('\r');
  if (first === -1) return text;
  let after = first + 1;
  while (text.charCodeAt(after) === 13) after += 1;
  const lineFeed = text.indexOf('\n');
  return lineFeed !== -1 && lineFeed <= after ? text : text.replace(/\r+\n?/g, '\n');
};

/** True for a text of more than so many lines; stops counting there. */
export const hasMoreLines = (text: string, most: number): boolean => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > most) return true;
  }
  return false;
};

/**
 * Walks through the lines of a text, ended by LF or CR and LF, and calls back for each that is not blank. The
 * cells are cut out only when they are asked for: a file has a million lines, and few of them are customers'.
 */
export const eachFecLine = (
  text: string,
  separator: string,
  expected: number,
  onLine: (line: number, cells: FecLineCells) => void,
): void => {
  const starts = new Int32Array(mostCells + 1);
  let lineText = '';
  let count = 0;
  let split: readonly string[] | undefined;
  const cells: FecLineCells = {
    count: () => count,
    cell: (position) => {
      if (position < 0 || position >= count) return '';
      if (split) return split[position] ?? '';
      let from = starts[position] ?? 0;
      let to = (starts[position + 1] ?? 0) - 1;
      while (from < to && isSpace(lineText.charCodeAt(from))) from += 1;
      while (to > from && isSpace(lineText.charCodeAt(to - 1))) to -= 1;
      const cell = lineText.slice(from, to);
      return cell.charCodeAt(0) === 34 ? unquoted(cell) : cell;
    },
  };
  const measure = (line: string): void => {
    lineText = line;
    split = undefined;
    if (separator !== '\t' && separator !== '|' && line.includes('"')) {
      split = quotedCells(line, separator);
      count = split.length;
    } else {
      count = 0;
      starts[0] = 0;
      for (let at = line.indexOf(separator); at !== -1; at = line.indexOf(separator, at + 1)) {
        count += 1;
        if (count < mostCells) starts[count] = at + 1;
      }
      count = Math.min(count + 1, mostCells);
      starts[count] = line.length + 1;
    }
    // A separator at the end of every line makes one empty cell too many.
    if (count === expected + 1 && cells.cell(expected) === '') count = expected;
  };
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let stop = end;
    while (stop > start && text.charCodeAt(stop - 1) === 13) stop -= 1;
    const line = text.slice(start, stop);
    start = end + 1;
    number += 1;
    if (isBlankFecLine(line)) continue;
    measure(line);
    if (count > expected && line.includes('\r')) {
      // Files put together from two systems end their lines now with CR, now with LF.
      for (const piece of line.split('\r')) {
        if (isBlankFecLine(piece)) continue;
        measure(piece);
        onLine(number, cells);
      }
    } else onLine(number, cells);
  }
};

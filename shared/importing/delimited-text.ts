/** One record of a delimited text. */
export interface TextRecord {
  /** Physical line of the file on which the record starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark opened in this record and never closed as it should; it was taken as a character. */
  readonly strayQuote?: true;
}

/** The delimiters that are tried, the likeliest in France first. */
export const delimiters = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Longest quoted cell; Excel allows 32,767 characters. A longer one is a quotation mark never closed. */
const longestQuotedCell = 100_000;
/** After so many quotation marks that were not closed, none is believed to span lines any more. */
const toleratedStrayQuotes = 1000;

// PapaParse is not used here: its types would let Node's into `shared/`, it does not tell the physical line
// of a record, and one stray quotation mark makes it swallow the rest of the file into one cell.
/**
 * Splits delimited text (RFC 4180 with any line end, quotes doubled, line ends inside quotes) into records.
 * Text after a closing quote is kept, as Excel does. A quotation mark that is not closed counts as an
 * ordinary character of its own cell, so that it never costs more than its record. An empty line is a record
 * of one empty cell. Never fails; stops after `maxRecords`.
 */
export const splitDelimited = (
  text: string,
  delimiter: string,
  maxRecords = Number.POSITIVE_INFINITY,
): readonly TextRecord[] => {
  const separator = delimiter.charCodeAt(0);
  const length = text.length;
  const records: TextRecord[] = [];
  let at = 0;
  let line = 1;
  let strayQuotes = 0;

  const endOfPlain = (from: number): number => {
    let end = from;
    for (; end < length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === separator || code === lineFeed || code === carriageReturn) break;
    }
    return end;
  };
  /** Index of the quote that closes the one at `open`, or -1. */
  const closingQuote = (open: number): number => {
    const limit = Math.min(length, open + longestQuotedCell);
    for (let index = text.indexOf('"', open + 1); index !== -1 && index < limit; ) {
      if (text.charCodeAt(index + 1) !== quote) return index;
      index = text.indexOf('"', index + 2);
    }
    return -1;
  };
  const countLineEnds = (from: number, to: number): number => {
    let count = 0;
    for (let index = from; index < to; index += 1) {
      const code = text.charCodeAt(index);
      if (code === carriageReturn) count += 1;
      else if (code === lineFeed && text.charCodeAt(index - 1) !== carriageReturn) count += 1;
    }
    return count;
  };

  while (at < length && records.length < maxRecords) {
    const cells: string[] = [];
    const startLine = line;
    let stray = false;
    for (;;) {
      let cell: string | undefined;
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(at);
        const after = close === -1 ? -1 : endOfPlain(close + 1);
        const lineEnds = close === -1 ? 0 : countLineEnds(at, close);
        const closedWell = after === close + 1 || /^ *$/.test(text.slice(close + 1, after));
        if (
          close !== -1 &&
          (closedWell || lineEnds === 0) &&
          (lineEnds === 0 || strayQuotes < toleratedStrayQuotes)
        ) {
          const inside = text.slice(at + 1, close).replaceAll('""', '"');
          cell = closedWell ? inside : inside + text.slice(close + 1, after);
          line += lineEnds;
          at = after;
        } else {
          stray = true;
          strayQuotes += 1;
        }
      }
      if (cell === undefined) {
        const end = endOfPlain(at);
        cell = text.slice(at, end);
        at = end;
      }
      cells.push(cell);
      if (at < length && text.charCodeAt(at) === separator) at += 1;
      else break;
    }
    if (text.charCodeAt(at) === carriageReturn) at += text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
    else if (text.charCodeAt(at) === lineFeed) at += 1;
    line += 1;
    records.push(stray ? { line: startLine, cells, strayQuote: true } : { line: startLine, cells });
  }
  return records;
};

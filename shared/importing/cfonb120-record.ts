/** Length of every record; the amount ends at 104, what follows may be cut as blanks often are. */
const recordLength = 120;
const amountEnd = 104;

/** One record of a CFONB 120 file, filled up with blanks to 120 characters. */
export interface CfonbRecord {
  readonly code: string;
  readonly text: string;
  /** Line of the file, or number of the record where the file has no line breaks; from 1. */
  readonly line: number;
  /** The file has less of it than its amount needs. */
  readonly isShort: boolean;
}

/** Where the text ends, without the end mark of DOS (0x1A), zeros and white space behind it. */
const endOf = (text: string): number => {
  let end = text.length;
  while (end > 0) {
    const code = text.charCodeAt(end - 1);
    if (code !== 0x1a && code !== 0 && code !== 10 && code !== 13) break;
    end -= 1;
  }
  return end;
};

/**
 * Splits a file into its records: by line (LF, CR or CRLF, blank lines between), and lines longer than a record,
 * or a file without line breaks, every 120 characters.
 */
export const cfonbRecords = (text: string): readonly CfonbRecord[] => {
  const lines = text.slice(0, endOf(text)).split(/\r\n|\r|\n/);
  const oneLine = lines.filter((line) => line.trim() !== '').length === 1;
  const records: CfonbRecord[] = [];
  lines.forEach((line, index) => {
    for (let at = 0; at < line.length; at += recordLength) {
      const record = line.slice(at, at + recordLength);
      if (record.trim() === '') continue;
      const padded = record.padEnd(recordLength);
      records.push({
        code: padded.slice(0, 2),
        text: padded,
        line: oneLine ? records.length + 1 : index + 1,
        isShort: record.length < amountEnd,
      });
    }
  });
  return records;
};

/** Positions as the standard counts them: from 1, both included; blanks at both ends taken off. */
export const zone = (record: CfonbRecord, first: number, last: number): string =>
  record.text.slice(first - 1, last).trim();

/** The same with its blanks. */
export const rawZone = (record: CfonbRecord, first: number, last: number): string =>
  record.text.slice(first - 1, last);

/** What each record says of its account. Currency and decimals may be empty (LCL). */
export const accountZones = (
  record: CfonbRecord,
): {
  readonly bank: string;
  readonly branch: string;
  readonly number: string;
  readonly currency: string;
} => ({
  bank: zone(record, 3, 7),
  branch: zone(record, 12, 16),
  number: zone(record, 22, 32),
  currency: zone(record, 17, 19).toUpperCase(),
});

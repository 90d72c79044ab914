import type { ExcelDateSystem } from '../dates/excel-serial.ts';
import { fail, ok, type Result } from '../result.ts';
import type { TextRecord } from './delimited-text.ts';
import { decodeText } from './encoding.ts';
import { attribute, columnOfReference, isDateFormat, numericCell, xmlText } from './workbook-cells.ts';
import { readZip } from './zip-entries.ts';

/** A sheet of a workbook as records of text, like those of a CSV file. */
export interface WorkbookSheet {
  readonly name: string;
  readonly records: readonly TextRecord[];
}

export type WorkbookError =
  /** Not a workbook, cut off, or protected by a password. */
  | { readonly kind: 'damaged-workbook' }
  /** Unpacked it would be larger than allowed: a giant, or a ZIP bomb. Bytes. */
  | { readonly kind: 'workbook-too-big'; readonly actual: number; readonly limit: number };

const unpackedLimit = 200_000_000;
const partLimit = 100;
/** A sheet of one value repeated packs to about a hundredth. */
const ratioLimit = 250;
const columnLimit = 1024;
const neededParts =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;

type Parts = ReadonlyMap<string, string>;

/** Unpacks the parts that hold the cells; sizes are checked before anything is inflated, and while it is. */
const unpack = (bytes: Uint8Array): Result<Parts, WorkbookError> => {
  const archive = readZip(bytes, {
    wanted: (name) => neededParts.test(name),
    maxEntrySize: unpackedLimit,
    maxTotalSize: unpackedLimit,
    maxRatio: ratioLimit,
  });
  if (!archive.ok) {
    const { error } = archive;
    return error.kind === 'zip-bomb'
      ? fail({ kind: 'workbook-too-big', actual: error.actual, limit: error.limit })
      : fail({ kind: 'damaged-workbook' });
  }
  const { entries, problems } = archive.value;
  const parts = new Map(entries.map(({ name, bytes: part }) => [name.toLowerCase(), decodeText(part).text]));
  // No workbook needs a DOCTYPE; one that has it is an attack on XML readers.
  const isSound =
    problems.length === 0 &&
    entries.length <= partLimit &&
    parts.has('xl/workbook.xml') &&
    [...parts.values()].every((part) => !/<!DOCTYPE/i.test(part.slice(0, 4096)));
  return isSound ? ok(parts) : fail({ kind: 'damaged-workbook' });
};

/** Every element of a name, as start tag and inner XML; elements of the name do not nest in these parts. */
function* elements(xml: string, name: string): Generator<{ readonly tag: string; readonly inner: string }> {
  const start = new RegExp(`<(?:\\w+:)?${name}((?:\\s[^<>]*?)?)(/?)>`, 'g');
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
  for (let match = start.exec(xml); match; match = start.exec(xml)) {
    if (match[2] === '/') {
      yield { tag: match[1] ?? '', inner: '' };
      continue;
    }
    end.lastIndex = start.lastIndex;
    const close = end.exec(xml);
    if (!close) return;
    yield { tag: match[1] ?? '', inner: xml.slice(start.lastIndex, close.index) };
    start.lastIndex = end.lastIndex;
  }
}

/** The text of a string item: its runs put together, without the phonetic ones. */
const richText = (xml: string): string => {
  const spoken = xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return xmlText([...elements(spoken, 't')].map(({ inner }) => inner).join(''));
};

/** For each cell style, whether it shows a day. */
const dayStyles = (styles: string): readonly boolean[] => {
  const codes = new Map(
    [...elements(styles, 'numFmt')].map(({ tag }) => [
      attribute(tag, 'numFmtId'),
      attribute(tag, 'formatCode'),
    ]),
  );
  const cellStyles = [...elements(styles, 'cellXfs')][0]?.inner ?? '';
  return [...elements(cellStyles, 'xf')].map(({ tag }) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    return isDateFormat(Number(id), codes.get(id));
  });
};

interface CellContext {
  readonly strings: readonly string[];
  readonly showsDay: readonly boolean[];
  readonly system: ExcelDateSystem;
}

const cellText = (tag: string, inner: string, context: CellContext): string => {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return richText(inner);
  const raw = xmlText([...elements(inner, 'v')][0]?.inner ?? '');
  switch (type) {
    case 's':
      return context.strings[Number(raw)] ?? '';
    case 'b':
      return raw === '1' ? 'VRAI' : 'FAUX';
    // « #N/A » and its like are no values.
    case 'e':
      return '';
    case 'd':
      return raw.replace(/T00:00(:00(\.0+)?)?$/, '');
    case 'str':
      return raw;
    default:
      return numericCell(raw, context.showsDay[Number(attribute(tag, 's') ?? 0)] ?? false, context.system);
  }
};

const sheetRecords = (xml: string, context: CellContext, maxRecords: number): readonly TextRecord[] => {
  const records: TextRecord[] = [];
  let line = 0;
  for (const { tag, inner } of elements(xml, 'row')) {
    const stated = Number(attribute(tag, 'r'));
    line = Number.isInteger(stated) && stated > line ? stated : line + 1;
    const cells: string[] = [];
    for (const cell of elements(inner, 'c')) {
      const column = columnOfReference(attribute(cell.tag, 'r') ?? '') ?? cells.length;
      const text = cellText(cell.tag, cell.inner, context);
      // Formatted but empty cells may go to the last column of the sheet.
      if (text.trim() === '' || column >= columnLimit) continue;
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    records.push({ line, cells });
    if (records.length >= maxRecords) break;
  }
  return records;
};

/**
 * Reads the visible sheets of an XLSX workbook as text: days as `YYYY-MM-DD`, numbers with a decimal point,
 * formulas by their last result. Lines are the row numbers of the sheet. Never throws.
 */
export const readWorkbook = (
  bytes: Uint8Array,
  maxRecords: number,
): Result<readonly WorkbookSheet[], WorkbookError> => {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const part = (name: string): string => unpacked.value.get(name) ?? '';
  const workbook = part('xl/workbook.xml');
  const isOldMac = [...elements(workbook, 'workbookPr')].some(({ tag }) =>
    /^(1|true)$/.test(attribute(tag, 'date1904') ?? ''),
  );
  const context: CellContext = {
    strings: [...elements(part('xl/sharedstrings.xml'), 'si')].map(({ inner }) => richText(inner)),
    showsDay: dayStyles(part('xl/styles.xml')),
    system: isOldMac ? '1904' : '1900',
  };
  const pathById = new Map(
    [...elements(part('xl/_rels/workbook.xml.rels'), 'Relationship')].map(({ tag }) => {
      const target = (attribute(tag, 'Target') ?? '').toLowerCase();
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  const sheets: WorkbookSheet[] = [];
  for (const { tag } of elements(workbook, 'sheet')) {
    const path = pathById.get(attribute(tag, 'id'));
    const xml = path === undefined ? undefined : unpacked.value.get(path);
    if (xml === undefined || attribute(tag, 'state')?.toLowerCase().includes('hidden')) continue;
    sheets.push({ name: attribute(tag, 'name') ?? '', records: sheetRecords(xml, context, maxRecords) });
  }
  return sheets.length === 0 ? fail({ kind: 'damaged-workbook' }) : ok(sheets);
};

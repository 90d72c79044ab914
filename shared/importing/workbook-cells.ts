import { dayFromExcelSerial, type ExcelDateSystem } from '../dates/excel-serial.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML character data: the five named entities, numeric ones, and `_x000D_` as Excel writes controls. */
export const xmlText = (raw: string): string => {
  if (!/[&_]/.test(raw)) return raw;
  return raw
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
};

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute of a start tag, with or without prefix, decoded; undefined when it is not there. */
export const attribute = (tag: string, name: string): string | undefined => {
  let pattern = attributePatterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}=(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match ? xmlText(match[1] ?? match[2] ?? '') : undefined;
};

/** 0-based column of a reference such as `AB12`; undefined when it is none. */
export const columnOfReference = (reference: string): number | undefined => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

// Formats that every workbook knows by number (ECMA-376 part 1, 18.8.30), East Asian ones included.
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** True when a number format shows a day (a format with hours alone does not). */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return builtInDate(id);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[dj]|yy|aa/.test(bare) && !/general|standard/.test(bare);
};

/** A number as the text that the rest of the import reads: decimal point, no exponent, no grouping. */
const numberText = (value: number): string => {
  // Binary noise lies beyond the 15 digits that a spreadsheet shows.
  const rounded = Number(value.toPrecision(15));
  const text =
    Math.abs(rounded) < 1e21 && Number.isInteger(rounded)
      ? String(rounded)
      : String(Number(rounded.toFixed(9)));
  // `1.234` could be read as a thousand; `1.2340` cannot.
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
};

/** The text of a numeric cell: a day as `YYYY-MM-DD` when its format shows one, else the number. */
export const numericCell = (raw: string, showsDay: boolean, system: ExcelDateSystem): string => {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  return (showsDay ? dayFromExcelSerial(value, system) : undefined) ?? numberText(value);
};

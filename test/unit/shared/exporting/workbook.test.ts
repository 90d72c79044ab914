import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbookBytes } from '../../../../renderer/application/exporting/workbook-bytes.ts';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { dayFromExcelSerial } from '../../../../shared/dates/excel-serial.ts';
import { type ExportColumn, exportSource, exportTable } from '../../../../shared/exporting/export-table.ts';
import { sheetName } from '../../../../shared/exporting/sheet-name.ts';
import { excelSerial, workbookSheet } from '../../../../shared/exporting/workbook-sheet.ts';
import { workbookText } from '../../../../shared/exporting/workbook-text.ts';
import { readTable } from '../../../../shared/importing/table.ts';

interface Row {
  readonly text?: string;
  readonly cents?: number;
  readonly on?: string;
  readonly rate?: number;
  readonly days?: number;
  readonly score?: number;
}

const columns: readonly ExportColumn<Row>[] = [
  { header: 'Client', kind: 'text', value: ({ text }) => text },
  { header: 'Montant', kind: 'amountCents', value: ({ cents }) => cents },
  { header: 'Échéance', kind: 'day', value: ({ on }) => on },
  { header: 'Taux', kind: 'percent', value: ({ rate }) => rate },
  { header: 'Jours', kind: 'integer', value: ({ days }) => days },
  { header: 'Note', kind: 'number', value: ({ score }) => score },
];

const full: Row = {
  text: 'Ets Façades & Fils',
  cents: -123_456,
  on: '2026-11-02',
  rate: 1015,
  days: 20,
  score: 71.5,
};

const partsOf = async (rows: readonly Row[], name = 'Balance âgée') => {
  const bytes = await workbookBytes(exportTable(exportSource(name, columns, rows)));
  const files = unzipSync(bytes);
  const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  return {
    bytes,
    sheet: part('xl/worksheets/sheet1.xml'),
    strings: part('xl/sharedStrings.xml'),
    styles: part('xl/styles.xml'),
    workbook: part('xl/workbook.xml'),
  };
};

/** Attributes and value of a cell in the XML of a sheet. */
const cellIn = (sheet: string, address: string): string | undefined =>
  new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`).exec(sheet)?.[0];

/** Format code of a cell, through its style. */
const formatOf = (sheet: string, styles: string, address: string): string | undefined => {
  const style = Number(/ s="(\d+)"/.exec(cellIn(sheet, address) ?? '')?.[1]);
  const list = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  const id = /numFmtId="(\d+)"/.exec([...list.matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '')?.[1];
  return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1];
};

describe('a workbook', () => {
  test('holds numbers and dates as such, in the formats that French Excel shows as « # ##0,00 » and « jj/mm/aaaa »', async () => {
    const { sheet, styles } = await partsOf([full]);
    expect(cellIn(sheet, 'A2')).toMatch(/ t="s"><v>\d+<\/v>/);
    expect(cellIn(sheet, 'B2')).toMatch(/^<c r="B2" s="\d+"><v>-1234\.56<\/v><\/c>$/);
    // 2 November 2026 is day 46,328 of Excel.
    expect(cellIn(sheet, 'C2')).toMatch(/^<c r="C2" s="\d+"><v>46328<\/v><\/c>$/);
    expect(cellIn(sheet, 'D2')).toMatch(/<v>0\.1015<\/v>/);
    expect(cellIn(sheet, 'E2')).toMatch(/<v>20<\/v>/);
    expect(cellIn(sheet, 'F2')).toMatch(/<v>71\.5<\/v>/);
    const formats = ['A2', 'B2', 'C2', 'D2', 'E2'].map((address) => formatOf(sheet, styles, address));
    expect(formats).toEqual(['@', '#,##0.00', 'dd/mm/yyyy', '0.00%', '0']);
  });

  test('has a bold header that stays in sight, widths, and a French sheet name', async () => {
    const { sheet, styles, workbook } = await partsOf([full, {}]);
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*topLeftCell="A2"[^>]*state="frozen"\/>/);
    expect(sheet.match(/<col /g)).toHaveLength(6);
    expect(workbook).toContain('name="Balance âgée"');
    expect(styles).toContain('<b/>');
    expect(cellIn(sheet, 'A3')).toBeUndefined();
  });

  test('is printed on A4 on its side where its columns do not fit upright', async () => {
    const narrow = await partsOf([full]);
    expect(narrow.sheet).not.toContain('<pageSetup');
    const wide = await partsOf([{ ...full, text: 'x'.repeat(70) }]);
    expect(wide.sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape"\/>/);
  });

  test('is read back by the reader of workbooks with the same values', async () => {
    const { bytes } = await partsOf([full, { text: '=1+1', on: '1900-02-28' }]);
    const table = readTable(bytes);
    if (!table.ok) throw new Error(table.error.kind);
    expect(table.value.rows.map((row) => row.cells ?? row)).toMatchObject([
      { 0: 'Ets Façades & Fils' },
      { 0: '=1+1' },
    ]);
  });
});

describe('days', () => {
  test('are the serials that the import reads back, on every day from March 1900 on', () => {
    for (let on = day('1900-03-01'); on < '2199-12-31'; on = addDays(on, 97))
      expect(dayFromExcelSerial(excelSerial(on) ?? -1)).toBe(on);
  });

  test('before 1 March 1900 are text: Excel counts a 29 February 1900 that never was', () => {
    expect(excelSerial('1900-02-28')).toBeUndefined();
    expect(excelSerial('1900-03-01')).toBe(61);
    const [, row] = workbookSheet(exportTable(exportSource('x', columns, [{ on: '1900-02-28' }]))).data;
    expect(row?.[2]).toMatchObject({ type: String, value: '28/02/1900' });
  });
});

describe('names of sheets', () => {
  test.each([
    ['Décompte Dupont: 2026/11', 'Décompte Dupont 2026 11'],
    ["'Factures'", 'Factures'],
    ['', 'Export'],
    ['///', 'Export'],
    ['Historique', 'Historique 1'],
    ['a'.repeat(50), 'a'.repeat(31)],
  ])('%j becomes %j', (name, sheet) => {
    expect(sheetName(name)).toBe(sheet);
  });
});

describe('texts', () => {
  test('lose what XML forbids and nothing else', () => {
    expect(workbookText('a\u0000b\ud800c\uFFFE')).toBe('abc');
    expect(workbookText('deux\nlignes 🙂')).toBe('deux\nlignes 🙂');
  });

  test('that look like an escape of Excel stay what they are', () => {
    expect(workbookText('lot_x0041_fin')).toBe('lot_x005F_x0041_fin');
  });

  test('longer than a cell of Excel are cut, and say so', () => {
    const cut = workbookText('é'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('…')).toBe(true);
  });
});

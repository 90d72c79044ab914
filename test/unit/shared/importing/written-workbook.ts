import { strToU8, zipSync } from 'fflate';

/** A cell as the raw XML of its element without the reference, e.g. `t="s"><v>0</v>`. */
export interface WrittenSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Rows by their number from 1; cells by column letter, as attributes and content of `<c>`. */
  readonly rows: Readonly<Record<number, Readonly<Record<string, string>>>>;
}

export const textCell = (text: string): string =>
  ` t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is>`;
export const numberCell = (value: number | string, style = 0): string => ` s="${style}"><v>${value}</v>`;

/** Writes a small workbook. Styles: 0 general, 1 built-in date, 2 custom French date, 3 amount, 4 hours only. */
export const writeWorkbook = (
  sheets: readonly WrittenSheet[],
  extra: { readonly sharedStrings?: string; readonly workbookPr?: string; readonly doctype?: string } = {},
): Uint8Array => {
  const sheetXml = ({ rows }: WrittenSheet): string => {
    const lines = Object.entries(rows).map(([row, cells]) => {
      const written = Object.entries(cells).map(([column, cell]) => `<c r="${column}${row}"${cell}</c>`);
      return `<row r="${row}">${written.join('')}</row>`;
    });
    return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
  };
  const declaration = `<?xml version="1.0" encoding="UTF-8"?>${extra.doctype ?? ''}`;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook>${extra.workbookPr ?? ''}<sheets>${sheets.map((sheet, index) => `<sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="jj/mm/aaaa"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;daily €&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${extra.sharedStrings ?? ''}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])),
  );
};

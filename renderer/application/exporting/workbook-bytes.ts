import writeXlsxFile from 'write-excel-file/universal';
import type { ExportTable } from '../../../shared/exporting/export-table.ts';
import { workbookSheet } from '../../../shared/exporting/workbook-sheet.ts';

/** What French Excel itself begins a new workbook with. */
const font = { fontFamily: 'Calibri', fontSize: 11 } as const;

/** The bytes of a workbook (.xlsx, ECMA-376) with the table as its only sheet. */
export const workbookBytes = async (table: ExportTable): Promise<Uint8Array<ArrayBuffer>> => {
  const { data, options } = workbookSheet(table);
  const blob = await writeXlsxFile(data, options, font).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};

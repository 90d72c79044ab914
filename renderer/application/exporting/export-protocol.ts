import type { ExportTable } from '../../../shared/exporting/export-table.ts';

/** A file that the export worker is to make. */
export interface ExportRequest {
  readonly format: 'xlsx' | 'csv';
  readonly table: ExportTable;
}

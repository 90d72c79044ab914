import type { SemesterRow } from '../../law/semester-rates.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columns: readonly ExportColumn<SemesterRow>[] = [
  { header: 'Semestre', kind: 'text', value: ({ semester }) => semester },
  { header: 'BCE, le 1er jour', kind: 'percent', value: ({ refi }) => refi },
  { header: 'Pénalités entre professionnels', kind: 'percent', value: ({ b2b }) => b2b },
  { header: 'Intérêts moratoires', kind: 'percent', value: ({ publicBuyer }) => publicBuyer },
  { header: 'Taux légal, autres cas', kind: 'percent', value: ({ legalBusiness }) => legalBusiness },
  { header: 'Plancher', kind: 'percent', value: ({ floor }) => floor },
  { header: 'Taux légal, particuliers', kind: 'percent', value: ({ legalIndividual }) => legalIndividual },
  { header: 'Source', kind: 'text', value: ({ source }) => source },
  { header: 'Vérifié le', kind: 'day', value: ({ checkedOn }) => checkedOn },
];

/** The rates by semester. */
export const semesterRatesSource = (rows: readonly SemesterRow[]): ExportSource =>
  exportSource('Taux par semestre', columns, rows);

import type { Day } from '../../dates/day.ts';
import type { PlannedOutflow } from '../../ledger/history.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

/** What the user plans to spend, with its next day; undefined = over, or beyond the projection. */
export interface OutflowLine {
  readonly outflow: PlannedOutflow;
  readonly nextOn: Day | undefined;
}

const rhythms: Readonly<Record<PlannedOutflow['repeats'], string>> = {
  once: 'Une seule fois',
  weekly: 'Chaque semaine',
  monthly: 'Chaque mois',
  quarterly: 'Chaque trimestre',
};

const columns: readonly ExportColumn<OutflowLine>[] = [
  { header: 'Libellé', kind: 'text', value: ({ outflow }) => outflow.label },
  { header: 'Montant', kind: 'amountCents', value: ({ outflow }) => outflow.cents },
  { header: 'Répétition', kind: 'text', value: ({ outflow }) => rhythms[outflow.repeats] },
  { header: 'À partir du', kind: 'day', value: ({ outflow }) => outflow.firstOn },
  { header: 'Prochaine', kind: 'day', value: ({ nextOn }) => nextOn },
  { header: 'Jusqu’au', kind: 'day', value: ({ outflow }) => outflow.until },
];

/** The planned outflows, the nearest first. */
export const outflowsSource = (lines: readonly OutflowLine[]): ExportSource =>
  exportSource('Dépenses prévues', columns, lines);

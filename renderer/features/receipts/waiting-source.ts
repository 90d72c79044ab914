import type { Day } from '../../../shared/dates/day.ts';
import {
  type ExportColumn,
  type ExportSource,
  exportSource,
} from '../../../shared/exporting/export-table.ts';
import type { Cents } from '../../../shared/money/cents.ts';

/** A row of « À affecter » in words. */
export interface WaitingLineText {
  readonly day: Day;
  readonly name: string;
  readonly origin: string;
  readonly cents: Cents;
  readonly currency: string;
}

const columns: readonly ExportColumn<WaitingLineText>[] = [
  { header: 'Date', kind: 'day', value: ({ day }) => day },
  { header: 'Client ou payeur', kind: 'text', value: ({ name }) => name },
  { header: 'Origine', kind: 'text', value: ({ origin }) => origin },
  { header: 'À affecter', kind: 'amountCents', value: ({ cents }) => cents },
  { header: 'Devise', kind: 'text', value: ({ currency }) => currency },
];

/** Money, credit notes and movements that wait for an invoice. */
export const waitingSource = (rows: readonly WaitingLineText[]): ExportSource =>
  exportSource('À affecter', columns, rows);

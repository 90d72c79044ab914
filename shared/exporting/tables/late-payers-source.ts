import { type Day, daysBetween } from '../../dates/day.ts';
import type { LatePayer } from '../../insight/late-payers.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columnsFor = (today: Day): readonly ExportColumn<LatePayer>[] => [
  { header: 'Client', kind: 'text', value: ({ name }) => name },
  { header: 'En retard', kind: 'amountCents', value: ({ overdueCents }) => overdueCents },
  { header: 'Factures en retard', kind: 'integer', value: ({ overdueCount }) => overdueCount },
  { header: 'Plus ancienne échéance', kind: 'day', value: ({ oldestDueOn }) => oldestDueOn },
  {
    header: 'Jours de retard',
    kind: 'integer',
    value: ({ oldestDueOn }) => (oldestDueOn === undefined ? undefined : daysBetween(oldestDueOn, today)),
  },
  {
    header: 'Retard habituel (jours)',
    kind: 'number',
    value: ({ averageDelayDays }) =>
      averageDelayDays === undefined ? undefined : Math.round(averageDelayDays * 10) / 10,
  },
];

/** Everyone who owes something overdue, the most first. */
export const latePayersSource = (payers: readonly LatePayer[], today: Day): ExportSource =>
  exportSource('Retards par client', columnsFor(today), payers);

import type { StepRecovery } from '../../insight/step-recovery.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columnsFor = (windowDays: number): readonly ExportColumn<StepRecovery>[] => [
  { header: 'Étape', kind: 'text', value: ({ name }) => name },
  { header: 'Factures', kind: 'integer', value: ({ count }) => count },
  { header: 'Montant relancé', kind: 'amountCents', value: ({ remindedCents }) => remindedCents },
  {
    header: `Payé sous ${windowDays} jours`,
    kind: 'amountCents',
    value: ({ recoveredCents }) => recoveredCents,
  },
  {
    header: 'Taux',
    kind: 'percent',
    value: ({ remindedCents, recoveredCents }) =>
      remindedCents <= 0 ? undefined : Math.round((10_000 * recoveredCents) / remindedCents),
  },
];

/** What each step of the reminders brought in within so many days. */
export const stepRecoverySource = (steps: readonly StepRecovery[], windowDays: number): ExportSource =>
  exportSource('Résultat des relances', columnsFor(windowDays), steps);

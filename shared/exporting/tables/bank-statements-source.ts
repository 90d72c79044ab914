import { businessDay } from '../../dates/clock.ts';
import type { BankStatementRecord } from '../../ledger/bank.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columnsFor = ({
  bankAccounts,
  imports,
}: Pick<Ledger, 'bankAccounts' | 'imports'>): readonly ExportColumn<BankStatementRecord>[] => [
  { header: 'Importé le', kind: 'day', value: ({ recordedAt }) => businessDay(Date.parse(recordedAt)) },
  { header: 'Fichier', kind: 'text', value: ({ importId }) => imports.get(importId)?.fileName },
  { header: 'Compte', kind: 'text', value: ({ accountId }) => bankAccounts.get(accountId)?.name },
  { header: 'Du', kind: 'day', value: ({ openingOn }) => openingOn },
  { header: 'Jusqu’au', kind: 'day', value: ({ coversUntil }) => coversUntil },
  { header: 'Solde d’ouverture', kind: 'amountCents', value: ({ openingCents }) => openingCents },
  { header: 'Solde de clôture', kind: 'amountCents', value: ({ closingCents }) => closingCents },
  { header: 'Mouvements', kind: 'integer', value: ({ lineCount }) => lineCount },
  { header: 'Nouveaux', kind: 'integer', value: ({ newLineCount }) => newLineCount },
  {
    header: 'Contrôle',
    kind: 'text',
    value: ({ addsUp }) => (addsUp === undefined ? 'soldes absents' : addsUp ? 'juste' : 'écart'),
  },
];

/** The statements that were imported, in the order given. */
export const bankStatementsSource = (
  ledger: Pick<Ledger, 'bankAccounts' | 'imports'>,
  records: readonly BankStatementRecord[],
): ExportSource => exportSource('Relevés importés', columnsFor(ledger), records);

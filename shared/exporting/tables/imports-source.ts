import { businessDay } from '../../dates/clock.ts';
import type { ImportRecord } from '../../ledger/history.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const contents = {
  invoices: 'factures',
  contacts: 'clients',
  bank: 'relevé bancaire',
  'life-cycle': 'statuts de factures électroniques',
  'e-mail': 'e-mails reçus',
};

const columns: readonly ExportColumn<ImportRecord>[] = [
  { header: 'Importé le', kind: 'day', value: ({ importedAt }) => businessDay(Date.parse(importedAt)) },
  { header: 'Fichier', kind: 'text', value: ({ fileName }) => fileName },
  { header: 'Contenu', kind: 'text', value: ({ content = 'invoices' }) => contents[content] },
  { header: 'Nouvelles factures', kind: 'integer', value: ({ newInvoices }) => newInvoices },
  { header: 'Factures mises à jour', kind: 'integer', value: ({ updatedInvoices }) => updatedInvoices },
  { header: 'Nouveaux clients', kind: 'integer', value: ({ newClients }) => newClients },
  { header: 'Nouveaux mouvements', kind: 'integer', value: ({ newBankLines }) => newBankLines },
  { header: 'Ouvert', kind: 'amountCents', value: ({ openCents }) => openCents },
  { header: 'Empreinte (SHA-256)', kind: 'text', value: ({ fileHash }) => fileHash },
];

/** The imports that stand. */
export const importsSource = (records: readonly ImportRecord[]): ExportSource =>
  exportSource('Imports', columns, records);

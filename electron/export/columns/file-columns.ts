import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { DocumentRef, ImportProfile, ImportRecord } from '../../../shared/ledger/history.ts';
import type { SettingsRow } from '../../../shared/ledger/settings.ts';
import { amount, count, dayOfInstant, json, onDay, text } from './column-kinds.ts';

const contents = {
  invoices: 'factures',
  contacts: 'clients',
  bank: 'relevé bancaire',
  'life-cycle': 'statuts de factures électroniques',
  'e-mail': 'e-mails reçus',
} as const satisfies Readonly<Record<NonNullable<ImportRecord['content']>, string>>;

export const importColumns: readonly ExportColumn<ImportRecord>[] = [
  text('Fichier', ({ fileName }) => fileName),
  text('Contenu', ({ content = 'invoices' }) => contents[content]),
  onDay('Importé le', ({ importedAt }) => dayOfInstant(importedAt)),
  count('Nouvelles factures', ({ newInvoices }) => newInvoices),
  count('Factures mises à jour', ({ updatedInvoices }) => updatedInvoices),
  count('Nouveaux clients', ({ newClients }) => newClients),
  count('Nouveaux mouvements', ({ newBankLines }) => newBankLines),
  amount('Encours', ({ openCents }) => openCents),
  text('Empreinte (SHA-256)', ({ fileHash }) => fileHash),
];

export const importProfileColumns: readonly ExportColumn<ImportProfile>[] = [
  text('Nom', ({ name }) => name),
  text('Contenu', ({ content = 'invoices' }) => contents[content]),
  text('Correspondance des colonnes', ({ mapping }) => json(mapping)),
];

export const settingsColumns: readonly ExportColumn<SettingsRow>[] = [
  text('Réglage', ({ id }) => id),
  text('Valeur', (row) => json(row)),
];

export const documentColumns: readonly ExportColumn<DocumentRef>[] = [
  text('Nom', ({ name }) => name),
  text('Type', ({ mediaType }) => mediaType),
  text('Empreinte (SHA-256)', ({ hash }) => hash),
];

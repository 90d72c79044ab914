import { printedPhone } from '../../identifiers/printed-phone.ts';
import type { CallTask } from '../../reminders/call-tasks.ts';
import { channelNames, levelNames } from '../../reminders/reminder-names.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columns: readonly ExportColumn<CallTask>[] = [
  { header: 'Client', kind: 'text', value: ({ clientName }) => clientName },
  { header: 'Voie', kind: 'text', value: ({ proposal }) => channelNames[proposal.channel] },
  { header: 'Relance', kind: 'text', value: ({ proposal }) => levelNames[proposal.level] },
  { header: 'Contact', kind: 'text', value: ({ contact }) => contact?.name },
  {
    header: 'Téléphone',
    kind: 'text',
    value: ({ contact }) => {
      const phone = contact?.phone?.trim();
      return phone === undefined || phone === '' ? undefined : printedPhone(phone);
    },
  },
  {
    header: 'Factures',
    kind: 'text',
    value: ({ proposal }) => proposal.lines.map(({ invoice }) => invoice.number).join(', '),
  },
  {
    header: 'Jours de retard',
    kind: 'integer',
    value: ({ proposal }) => proposal.lines.reduce((most, { daysLate }) => Math.max(most, daysLate), 0),
  },
  { header: 'Montant', kind: 'amountCents', value: ({ proposal }) => proposal.totalCents },
  { header: 'Devise', kind: 'text', value: ({ proposal }) => proposal.currency },
  { header: 'Essais sans réponse', kind: 'integer', value: ({ tries }) => tries },
  { header: 'Pas avant le', kind: 'day', value: ({ waitsUntil }) => waitsUntil },
];

/** Whom to call or write to, those of today before those that wait. */
export const callsSource = (tasks: readonly CallTask[]): ExportSource =>
  exportSource('Appels et SMS', columns, tasks);

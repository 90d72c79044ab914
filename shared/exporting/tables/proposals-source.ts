import type { Proposal } from '../../reminders/proposal.ts';
import { channelNames, levelNames } from '../../reminders/reminder-names.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

const columnsFor = (clientName: (clientId: string) => string): readonly ExportColumn<Proposal>[] => [
  { header: 'Client', kind: 'text', value: ({ clientId }) => clientName(clientId) },
  { header: 'Relance', kind: 'text', value: ({ level }) => levelNames[level] },
  {
    header: 'Voie',
    kind: 'text',
    value: ({ channel, alsoBy = [] }) => [channel, ...alsoBy].map((by) => channelNames[by]).join(' + '),
  },
  { header: 'Prévue le', kind: 'day', value: ({ plannedOn }) => plannedOn },
  {
    header: 'Factures',
    kind: 'text',
    value: ({ lines }) => lines.map(({ invoice }) => invoice.number).join(', '),
  },
  {
    header: 'Jours de retard',
    kind: 'integer',
    value: ({ lines }) => lines.reduce((most, { daysLate }) => Math.max(most, daysLate), 0),
  },
  { header: 'Montant réclamé', kind: 'amountCents', value: ({ totalCents }) => totalCents },
  { header: 'Devise', kind: 'text', value: ({ currency }) => currency },
  { header: 'Pourquoi maintenant', kind: 'text', value: ({ reason }) => reason },
];

/** The messages that wait for approval, in the order of the queue. */
export const proposalsSource = (
  proposals: readonly Proposal[],
  clientName: (clientId: string) => string,
): ExportSource => exportSource('Relances à valider', columnsFor(clientName), proposals);

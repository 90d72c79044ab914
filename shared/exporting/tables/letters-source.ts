import { businessDay } from '../../dates/clock.ts';
import type { Reminder } from '../../reminders/reminder.ts';
import { channelNames, levelNames } from '../../reminders/reminder-names.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

/** A letter with what its row says of it. */
export interface LetterRow {
  readonly letter: Reminder;
  readonly clientName: string;
  readonly invoiceNumbers: readonly string[];
}

const approvedOn = ({ state }: Reminder): string | undefined =>
  'approvedAt' in state && typeof state.approvedAt === 'string'
    ? businessDay(Date.parse(state.approvedAt))
    : undefined;

const columns: readonly ExportColumn<LetterRow>[] = [
  { header: 'Client', kind: 'text', value: ({ clientName }) => clientName },
  { header: 'Courrier', kind: 'text', value: ({ letter }) => levelNames[letter.level] },
  { header: 'Voie', kind: 'text', value: ({ letter }) => channelNames[letter.channel] },
  { header: 'Factures', kind: 'text', value: ({ invoiceNumbers }) => invoiceNumbers.join(', ') },
  { header: 'Montant', kind: 'amountCents', value: ({ letter }) => letter.totalCents },
  { header: 'Approuvé le', kind: 'day', value: ({ letter }) => approvedOn(letter) },
  { header: 'À régler le', kind: 'day', value: ({ letter }) => letter.deadlineOn },
];

/** Letters that are to be printed or posted. @param name « Courriers à imprimer », « Courriers à poster ». */
export const lettersSource = (name: string, letters: readonly LetterRow[]): ExportSource =>
  exportSource(name, columns, letters);

import { businessDay } from '../../dates/clock.ts';
import { isRegistered, letterName, type PaperLetter } from '../../letters/paper-letter.ts';
import { type ExportColumn, type ExportSource, exportSource } from '../export-table.ts';

/** A letter with what its row says of it. */
export interface LetterRow {
  readonly letter: PaperLetter;
  readonly clientName: string;
  readonly invoiceNumbers: readonly string[];
}

const approvedOn = ({ row }: PaperLetter): string | undefined =>
  'approvedAt' in row.state && typeof row.state.approvedAt === 'string'
    ? businessDay(Date.parse(row.state.approvedAt))
    : undefined;

const columns: readonly ExportColumn<LetterRow>[] = [
  { header: 'Client', kind: 'text', value: ({ clientName }) => clientName },
  { header: 'Courrier', kind: 'text', value: ({ letter }) => letterName(letter) },
  {
    header: 'Voie',
    kind: 'text',
    value: ({ letter }) => (isRegistered(letter) ? 'Recommandé' : 'Courrier'),
  },
  { header: 'Factures', kind: 'text', value: ({ invoiceNumbers }) => invoiceNumbers.join(', ') },
  { header: 'Montant', kind: 'amountCents', value: ({ letter }) => letter.row.totalCents },
  { header: 'Approuvé le', kind: 'day', value: ({ letter }) => approvedOn(letter) },
  { header: 'À régler le', kind: 'day', value: ({ letter }) => letter.row.deadlineOn },
];

/** Letters that are to be printed or posted. @param name « Courriers à imprimer », « Courriers à poster ». */
export const lettersSource = (name: string, letters: readonly LetterRow[]): ExportSource =>
  exportSource(name, columns, letters);

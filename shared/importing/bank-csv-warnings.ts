import type { BankCsvColumns } from './bank-csv-columns.ts';
import { bankError, bankWarning } from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';
import { dateOrderEvidence, dateOrderMatters } from './cell-shape.ts';
import type { Table } from './table.ts';

/** A table with the choice of its columns. */
export interface ChosenTable {
  readonly table: Table;
  readonly columns: BankCsvColumns;
  readonly isByContent: boolean;
}

/** Days that prove day before month and others that prove the contrary: what « 03/10 » means nobody can say. */
const datesContradict = ({ table, columns }: ChosenTable): boolean => {
  const { bookedOn } = columns;
  if (bookedOn === undefined || columns.dateOrder !== undefined) return false;
  if (!table.columns[bookedOn]?.dateOrderAmbiguous) return false;
  const proven = new Set(
    table.rows
      .map(({ cells }) => (cells[bookedOn] ?? '').trim())
      .filter(dateOrderMatters)
      .flatMap((cell) => dateOrderEvidence(cell) ?? []),
  );
  return proven.has('dmy') && proven.has('mdy');
};

/** What the user should know about how a table was read. */
export const readingWarnings = (chosen: ChosenTable): readonly BankProblem[] => {
  const { table, columns, isByContent } = chosen;
  const dates = columns.bookedOn === undefined ? undefined : table.columns[columns.bookedOn];
  const signs = new Set(table.columns.flatMap(({ decimal }) => decimal ?? []));
  const isEnglish = signs.has('.') && !signs.has(',');
  if (datesContradict(chosen))
    return [
      bankError(
        'impossible-date',
        'Les dates de ce relevé se contredisent\u00a0: certaines commencent par le jour, d’autres par le mois. Téléchargez le relevé une nouvelle fois, ou indiquez l’ordre des dates.',
      ),
    ];
  return [
    ...(isByContent && table.headerRow === null
      ? [
          bankWarning(
            'columns-unknown',
            'Ce relevé n’a pas de titres de colonnes\u00a0: elles ont été reconnues à leur contenu. Vérifiez les montants et leur sens.',
          ),
        ]
      : []),
    ...(columns.dateOrder === undefined && dates?.dateOrderAmbiguous && isEnglish
      ? [
          bankWarning(
            'impossible-date',
            'Rien dans ce relevé ne dit si ses dates commencent par le jour ou par le mois\u00a0: elles sont lues jour/mois/année. Vérifiez-les.',
          ),
        ]
      : []),
  ];
};

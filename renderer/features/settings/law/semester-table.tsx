import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addMonths, type Day } from '../../../../shared/dates/day.ts';
import { endOfSemester, type Semester } from '../../../../shared/dates/semester.ts';
import { semesterRatesSource } from '../../../../shared/exporting/tables/semester-rates-source.ts';
import { formatParameter } from '../../../../shared/law/format-parameter.ts';
import { type LegalParameters, type ParameterName, parameterOn } from '../../../../shared/law/parameters.ts';
import { type SemesterRow, semesterRows } from '../../../../shared/law/semester-rates.ts';
import { storedSettings } from '../../../../shared/ledger/default-settings.ts';
import { ExportMenu } from '../../../application/exporting/export-menu.tsx';
import { useLedger } from '../../../application/ledger-context.tsx';
import { Card } from '../../../ui/card.tsx';
import classes from './law.module.css';
import { SemesterLine } from './semester-line.tsx';

/** Semesters that no claim between businesses can reach any more. */
const isPrescribed = (table: LegalParameters, today: Day, { semester }: SemesterRow): boolean => {
  const months = parameterOn(table, 'limitation-b2b', today);
  return months.ok && addMonths(endOfSemester(semester), months.value.value) < today;
};

/** Headings of the rates in two lines: the name, and how the figure is made. */
const rateColumns = (table: LegalParameters, today: Day): readonly (readonly [string, string])[] => {
  const figure = (name: ParameterName): string => {
    const found = parameterOn(table, name, today);
    return found.ok ? formatParameter(found.value).replace(/\u00A0.*$/u, '') : '–';
  };
  return [
    ['BCE', 'le 1ᵉʳ jour'],
    ['Pénalités', `BCE + ${figure('b2b-markup')}`],
    ['Moratoires', `BCE + ${figure('public-markup')}`],
    ['Légal', 'autres cas'],
    ['Plancher', `${figure('floor-multiplier')} × légal`],
    ['Légal', 'particuliers'],
  ];
};

/** The rates by semester, newest first; those older than the limitation period on request. */
export const SemesterTable = ({
  table,
  today,
  onAdd,
  onEdit,
}: {
  readonly table: LegalParameters;
  readonly today: Day;
  readonly onAdd: () => void;
  readonly onEdit: (semester: Semester) => void;
}) => {
  const own = storedSettings(useLedger(), 'legal-rates')?.semesters;
  const [isWhole, setIsWhole] = useState(false);
  const rows = useMemo(() => semesterRows(table, today), [table, today]);
  const ownNames = useMemo(() => new Set(own?.map(({ semester }) => semester)), [own]);
  const recent = useMemo(() => rows.filter((row) => !isPrescribed(table, today, row)), [rows, table, today]);
  const columns = rateColumns(table, today);
  const shown = isWhole ? rows : recent;
  const older = rows.length - recent.length;
  return (
    <Card
      title="Taux par semestre"
      actions={
        <>
          <ExportMenu source={() => semesterRatesSource(shown)} compact />
          <Button size="compact-sm" leftSection={<Plus size={14} aria-hidden="true" />} onClick={onAdd}>
            Ajouter un semestre
          </Button>
        </>
      }
    >
      <p className={classes.text}>
        Les deux colonnes du taux légal vont selon le créancier, non selon le débiteur{'\u00A0'}: une
        entreprise compte toujours avec «{'\u00A0'}autres cas{'\u00A0'}», même envers un particulier (CMF art.
        L313-2).
      </p>
      <table className={classes.table}>
        <caption className="visually-hidden">Taux par semestre, le plus récent d’abord</caption>
        <colgroup>
          <col className={classes.semesterColumn} />
          {columns.map((column) => (
            <col key={column.join(' ')} />
          ))}
          <col className={classes.actionColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Semestre</th>
            {columns.map(([first, second]) => (
              <th scope="col" key={`${first} ${second}`} className={classes.rate}>
                {first}
                <br />
                {second}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        {shown.map((row) => (
          <SemesterLine
            key={row.semester}
            row={row}
            isOwn={ownNames.has(row.semester)}
            onEdit={() => onEdit(row.semester)}
          />
        ))}
      </table>
      {older > 0 && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole((was) => !was)}>
            {isWhole ? 'Masquer les semestres plus anciens' : 'Afficher les semestres plus anciens'}
          </Button>
          <span className={classes.quiet}>
            {isWhole
              ? 'Avant 2013, le taux suivait chaque décision de la BCE\u00A0: ces lignes sont indicatives.'
              : 'Au-delà de la prescription entre professionnels.'}
          </span>
        </div>
      )}
    </Card>
  );
};

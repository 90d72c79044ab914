import { ActionIcon, Badge, Button } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addMonths, type Day } from '../../../../shared/dates/day.ts';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import { endOfSemester, formatSemester, type Semester } from '../../../../shared/dates/semester.ts';
import { type LegalParameters, parameterOn } from '../../../../shared/law/parameters.ts';
import { type SemesterRow, semesterRows } from '../../../../shared/law/semester-rates.ts';
import { storedSettings } from '../../../../shared/ledger/default-settings.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { removeSemester } from '../../../db/commands/legal-rates.ts';
import { capitalised } from '../../../ui/capitalised.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './law.module.css';
import { rateFigure } from './rate-figure.ts';

const columns: readonly (readonly [string, string])[] = [
  ['BCE', '1ᵉʳ jour'],
  ['Pénalités', 'B2B'],
  ['Intérêts', 'publics'],
  ['Légal', 'autres cas'],
  ['Plancher', '3 × légal'],
  ['Légal', 'particuliers'],
];

const Row = ({
  row,
  isOwn,
  onEdit,
}: {
  readonly row: SemesterRow;
  readonly isOwn: boolean;
  readonly onEdit: () => void;
}) => {
  const run = useRun();
  const { semester, source, checkedOn } = row;
  const name = formatSemester(semester);
  const figures = [row.refi, row.b2b, row.publicBuyer, row.legalBusiness, row.floor, row.legalIndividual];
  return (
    <tr>
      <th scope="row">{capitalised(name)}</th>
      {figures.map((figure, index) => (
        // The columns are fixed: their place is their identity.
        <td key={columns[index]?.join(' ')} className={`figures ${classes.rate}`}>
          {rateFigure(figure)}
        </td>
      ))}
      <td>
        {checkedOn === undefined ? (
          <span className={classes.missing}>À ajouter</span>
        ) : (
          <div className={classes.sourceCell}>
            <span className={classes.source} title={source}>
              {source}
            </span>
            <span className={classes.origin}>
              {isOwn ? (
                <Badge size="sm" radius="sm" variant="light" tt="none">
                  Saisi par vous
                </Badge>
              ) : (
                'Acquit'
              )}
              <span>{`vérifié le ${formatDay(checkedOn)}`}</span>
            </span>
          </div>
        )}
      </td>
      <td className={classes.actions}>
        <ActionIcon
          aria-label={
            checkedOn === undefined ? `Ajouter le ${name}` : `${isOwn ? 'Modifier' : 'Corriger'} le ${name}`
          }
          onClick={onEdit}
        >
          {checkedOn === undefined ? (
            <Plus size={16} aria-hidden="true" />
          ) : (
            <Pencil size={16} aria-hidden="true" />
          )}
        </ActionIcon>
        {isOwn && (
          <ActionIcon
            aria-label={`Retirer les taux saisis du ${name}`}
            onClick={() => void run(removeSemester, { semester })}
          >
            <Trash2 size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
};

/** Semesters that no claim between businesses can reach any more. */
const isPrescribed = (table: LegalParameters, today: Day, { semester }: SemesterRow): boolean => {
  const months = parameterOn(table, 'limitation-b2b', today);
  return months.ok && addMonths(endOfSemester(semester), months.value.value) < today;
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
  const shown = isWhole ? rows : recent;
  const older = rows.length - recent.length;
  return (
    <Card
      title="Taux par semestre"
      actions={
        <Button size="compact-sm" leftSection={<Plus size={14} aria-hidden="true" />} onClick={onAdd}>
          Ajouter un semestre
        </Button>
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
            <col key={column.join(' ')} className={classes.rateColumn} />
          ))}
          <col />
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
            <th scope="col">Source</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row
              key={row.semester}
              row={row}
              isOwn={ownNames.has(row.semester)}
              onEdit={() => onEdit(row.semester)}
            />
          ))}
        </tbody>
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

import { ActionIcon, Badge } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import { formatSemester } from '../../../../shared/dates/semester.ts';
import type { SemesterRow } from '../../../../shared/law/semester-rates.ts';
import { useRun } from '../../../application/use-run.tsx';
import { removeSemester } from '../../../db/commands/legal-rates.ts';
import { capitalised } from '../../../ui/capitalised.ts';
import classes from './law.module.css';
import { rateFigure } from './rate-figure.ts';

/** The rates of a row: the two lines of their heading. */
export const rateColumns: readonly (readonly [string, string])[] = [
  ['BCE', '1ᵉʳ jour'],
  ['Pénalités', 'B2B'],
  ['Intérêts', 'publics'],
  ['Légal', 'autres cas'],
  ['Plancher', '3 × légal'],
  ['Légal', 'particuliers'],
];

/** One semester; where its rates are missing, the way to add them. */
export const SemesterLine = ({
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
        <td key={rateColumns[index]?.join(' ')} className={`figures ${classes.rate}`}>
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

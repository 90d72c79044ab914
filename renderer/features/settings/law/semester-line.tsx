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

const Actions = ({
  row: { semester, checkedOn },
  isOwn,
  onEdit,
}: {
  readonly row: SemesterRow;
  readonly isOwn: boolean;
  readonly onEdit: () => void;
}) => {
  const run = useRun();
  const name = formatSemester(semester);
  if (checkedOn === undefined)
    return (
      <ActionIcon aria-label={`Ajouter les taux du ${name}`} onClick={onEdit}>
        <Plus size={16} aria-hidden="true" />
      </ActionIcon>
    );
  return (
    <>
      <ActionIcon aria-label={`${isOwn ? 'Modifier' : 'Corriger'} les taux du ${name}`} onClick={onEdit}>
        <Pencil size={16} aria-hidden="true" />
      </ActionIcon>
      {isOwn && (
        <ActionIcon
          aria-label={`Retirer les taux saisis du ${name}`}
          onClick={() => void run(removeSemester, { semester })}
        >
          <Trash2 size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </>
  );
};

/** One semester: its rates, and under them who says so; where they are missing, the way to add them. */
export const SemesterLine = ({
  row,
  isOwn,
  onEdit,
}: {
  readonly row: SemesterRow;
  readonly isOwn: boolean;
  readonly onEdit: () => void;
}) => {
  const { source, checkedOn } = row;
  return (
    <tbody className={classes.semester}>
      <tr>
        <th scope="rowgroup">{capitalised(formatSemester(row.semester))}</th>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.refi)}</td>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.b2b)}</td>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.publicBuyer)}</td>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.legalBusiness)}</td>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.floor)}</td>
        <td className={`figures ${classes.rate}`}>{rateFigure(row.legalIndividual)}</td>
        <td className={classes.actions}>
          <Actions row={row} isOwn={isOwn} onEdit={onEdit} />
        </td>
      </tr>
      <tr>
        <td colSpan={8} className={classes.origin}>
          {checkedOn === undefined ? (
            <span className={classes.missing}>Taux à ajouter</span>
          ) : (
            <>
              {isOwn ? (
                <Badge size="sm" radius="sm" variant="light" tt="none" className={classes.badge}>
                  Saisi par vous
                </Badge>
              ) : (
                'Fourni par Acquit. '
              )}
              {`${source}. Vérifié le ${formatDay(checkedOn)}.`}
            </>
          )}
        </td>
      </tr>
    </tbody>
  );
};

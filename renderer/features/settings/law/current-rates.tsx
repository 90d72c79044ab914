import { useMemo } from 'react';
import type { Day } from '../../../../shared/dates/day.ts';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import { formatSemester, semesterOf } from '../../../../shared/dates/semester.ts';
import { formatParameter } from '../../../../shared/law/format-parameter.ts';
import { type LegalParameters, type ParameterName, parameterOn } from '../../../../shared/law/parameters.ts';
import { semesterRow } from '../../../../shared/law/semester-rates.ts';
import { KeyFigure } from '../../../ui/key-figure.tsx';
import classes from './law.module.css';
import { rateFigure } from './rate-figure.ts';

/** The four rates of the semester of today, each with how it is made and the article it rests on. */
export const CurrentRates = ({ table, today }: { readonly table: LegalParameters; readonly today: Day }) => {
  const semester = semesterOf(today);
  const row = useMemo(() => semesterRow(table, semester), [table, semester]);
  const figure = (name: ParameterName): string => {
    const found = parameterOn(table, name, today);
    return found.ok ? formatParameter(found.value) : '–';
  };
  const source = (name: ParameterName): string => {
    const found = parameterOn(table, name, today);
    return found.ok ? found.value.source : '';
  };
  const refi = `BCE ${rateFigure(row.refi)}`;
  return (
    <section aria-labelledby="current-rates">
      <h3 id="current-rates" className={classes.title}>
        {`Taux en vigueur\u00A0: ${formatSemester(semester)}`}
      </h3>
      <div className={classes.figures}>
        <KeyFigure
          label="Pénalités entre professionnels"
          value={rateFigure(row.b2b)}
          hint={
            <>
              {`${refi} + ${figure('b2b-markup')}`}
              <br />
              {source('b2b-markup')}
            </>
          }
        />
        <KeyFigure
          label="Intérêts moratoires publics"
          value={rateFigure(row.publicBuyer)}
          hint={
            <>
              {`${refi} + ${figure('public-markup')}`}
              <br />
              {source('public-markup')}
            </>
          }
        />
        <KeyFigure
          label="Intérêt légal"
          value={rateFigure(row.legalBusiness)}
          hint={
            <>
              Tous les autres cas
              <br />
              CMF art. L313-2
            </>
          }
        />
        <KeyFigure
          label="Plancher d’un taux convenu"
          value={rateFigure(row.floor)}
          hint={
            <>
              {`${figure('floor-multiplier')} l’intérêt légal`}
              <br />
              {source('floor-multiplier')}
            </>
          }
        />
      </div>
      {row.checkedOn !== undefined && (
        <p className={classes.note}>{`${row.source}. Vérifié le ${formatDay(row.checkedOn)}.`}</p>
      )}
    </section>
  );
};

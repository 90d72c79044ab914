import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ImportTarget, targetNamesFrench } from '../../../shared/importing/column-mapping.ts';
import { usePagedRows } from '../../ui/use-paged-rows.tsx';
import classes from './check-step.module.css';
import type { LineProblem } from './line-problem.ts';

const pageRows = 100;

/** One cell to correct: leaving the field reads the line again; Enter goes on to the next one. */
const Correction = ({
  problem,
  target,
  onCorrect,
}: {
  readonly problem: LineProblem;
  readonly target: ImportTarget;
  readonly onCorrect: (text: string) => void;
}) => {
  const [text, setText] = useState(problem.value);
  const apply = (): void => {
    if (text.trim() !== problem.value.trim()) onCorrect(text);
  };
  return (
    <TextInput
      size="xs"
      aria-label={`Ligne ${problem.line}, ${targetNamesFrench[target]} : valeur corrigée`}
      placeholder={targetNamesFrench[target]}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          // Leaving a field applies it, so the next one takes the focus and work goes on.
          const fields = [...(event.currentTarget.closest('tbody')?.querySelectorAll('input') ?? [])];
          const next = fields[fields.indexOf(event.currentTarget) + 1];
          if (next) next.focus();
          else apply();
        }
        if (event.key === 'Escape') setText(problem.value);
      }}
    />
  );
};

/** Problems by line with their reason; where a field is to blame it can be corrected in place. */
export const ProblemsTable = ({
  caption,
  problems,
  lineTitle,
  onCorrect,
}: {
  readonly caption: string;
  /** « Ligne », or what else the numbers count. */
  readonly lineTitle: string;
  readonly problems: readonly LineProblem[];
  readonly onCorrect?: (line: number, target: ImportTarget, text: string) => void;
}) => {
  const { rows, more } = usePagedRows(problems, pageRows);
  return (
    <>
      <table className={classes.problems}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          <col className={classes.lineColumn} />
          <col />
          {onCorrect && <col className={classes.correctionColumn} />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{lineTitle}</th>
            <th scope="col">{onCorrect ? 'Motif' : 'Remarque'}</th>
            {onCorrect && <th scope="col">Corriger</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((problem) => {
            const { line, target, message, value } = problem;
            return (
              <tr key={`${line} ${target} ${message} ${value}`}>
                <th scope="row" className="figures">
                  {line}
                </th>
                <td title={message}>{message}</td>
                {onCorrect && (
                  <td>
                    {target !== undefined && (
                      <Correction
                        problem={problem}
                        target={target}
                        onCorrect={(text) => onCorrect(line, target, text)}
                      />
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </>
  );
};

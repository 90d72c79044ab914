import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './key-figure.module.css';

/** One figure that matters, with its name and the formula on hover or focus. */
export const KeyFigure = ({
  label,
  value,
  hint,
  formula,
  tone = 'plain',
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly formula?: string;
  readonly tone?: 'plain' | 'alert' | 'good';
}) => {
  const figure = (
    <div className={classes.figure} tabIndex={formula === undefined ? undefined : 0}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value} data-tone={tone}>
        {value}
      </div>
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </div>
  );
  return formula === undefined ? figure : <Tooltip label={formula}>{figure}</Tooltip>;
};

import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './key-figure.module.css';

/** One figure that matters, with its name and how it is computed: behind a button, or in words on hover or focus. */
export const KeyFigure = ({
  label,
  value,
  hint,
  formula,
  explanation,
  tone = 'plain',
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly formula?: string;
  /** A button « Comment est-ce calculé ? » beside the name, for a figure whose numbers can be shown. */
  readonly explanation?: ReactNode;
  readonly tone?: 'plain' | 'alert' | 'good';
}) => {
  const figure = (
    <div className={classes.figure} tabIndex={formula === undefined ? undefined : 0}>
      <div className={classes.head}>
        <div className={classes.label}>{label}</div>
        {explanation}
      </div>
      <div className={classes.value} data-tone={tone}>
        {value}
      </div>
      {hint !== undefined && <div className={classes.hint}>{hint}</div>}
    </div>
  );
  return formula === undefined ? figure : <Tooltip label={formula}>{figure}</Tooltip>;
};

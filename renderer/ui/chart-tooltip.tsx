import type { ReactNode } from 'react';
import classes from './chart-tooltip.module.css';

/** What a chart says of the point under the pointer. */
export const ChartTooltip = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly value: ReactNode }[];
}) => (
  <div className={classes.tooltip}>
    <div className={classes.title}>{title}</div>
    {lines.map(({ name, value }) => (
      <div key={name} className={classes.line}>
        <span className={classes.name}>{name}</span>
        <span className="figures">{value}</span>
      </div>
    ))}
  </div>
);

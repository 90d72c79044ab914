import type { Figure } from '../../shared/insight/figure.ts';
import classes from './figure-list.module.css';
import { FormulaButton } from './formula-button.tsx';

/** A figure with its name, what it says, and how it is shown. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly value: string;
  readonly figure: Figure;
}

/** Figures one under the other, in two columns where there is room; each with its formula, or why it is missing. */
export const FigureList = ({
  rows,
  oneColumn = false,
}: {
  readonly rows: readonly FigureRow[];
  readonly oneColumn?: boolean;
}) => (
  <dl className={classes.list} data-one-column={oneColumn ? '' : undefined}>
    {rows.map(({ id, name, meaning, value, figure }) => (
      <div key={id} className={classes.row}>
        <dt>
          <span className={classes.name}>{name}</span>
          <span className={classes.meaning}>{figure.kind === 'unknown' ? figure.reason : meaning}</span>
        </dt>
        <dd className={classes.value}>
          {value}
          {figure.kind === 'known' ? (
            <FormulaButton name={name} formula={figure.formula} />
          ) : (
            <span className={classes.noButton} />
          )}
        </dd>
      </div>
    ))}
  </dl>
);

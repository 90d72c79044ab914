import { Fragment, type ReactNode } from 'react';
import classes from './client-details.module.css';

/** Names and values in two columns; a missing value is a quiet dash. */
export const DetailsList = ({
  rows,
}: {
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}) => (
  <dl className={classes.list}>
    {rows.map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>
          {value === undefined || value === '' ? (
            <span className={classes.missing}>Non renseigné</span>
          ) : (
            value
          )}
        </dd>
      </Fragment>
    ))}
  </dl>
);

import type { ReactNode } from 'react';
import classes from './column-table.module.css';

interface FileColumn {
  /** From 0. */
  readonly index: number;
  /** May be empty. */
  readonly header: string;
  /** Distinct values. */
  readonly samples: readonly string[];
}

/** Every column of a file with some of its values, and the field that says what it is taken for. */
export const ColumnTable = <Column extends FileColumn>({
  columns,
  isUnused,
  isWide,
  children,
}: {
  readonly columns: readonly Column[];
  readonly isUnused?: (column: Column) => boolean;
  /** Where more than the field stands in the last column. */
  readonly isWide?: boolean;
  /** @param title of the column, for the name of the field */
  readonly children: (column: Column, title: string, position: number) => ReactNode;
}) => (
  <table className={classes.table}>
    <caption className="visually-hidden">Colonnes du fichier et ce qu’elles contiennent</caption>
    <colgroup>
      <col className={classes.header} />
      <col />
      <col className={classes.target} data-wide={isWide || undefined} />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">Colonne du fichier</th>
        <th scope="col">Exemples de valeurs</th>
        <th scope="col">Dans Acquit</th>
      </tr>
    </thead>
    <tbody>
      {columns.map((column, position) => {
        const { index, header, samples } = column;
        const title = header === '' ? `Colonne ${index + 1}` : header;
        return (
          <tr key={index} data-unused={isUnused?.(column) || undefined}>
            <th scope="row" title={title}>
              {title}
            </th>
            <td title={samples.join('\n')}>
              {samples.length === 0 ? (
                <span className={classes.empty}>Colonne vide</span>
              ) : (
                <span className={classes.samples}>
                  {samples.map((sample) => (
                    <span key={sample} className={classes.sample}>
                      {sample}
                    </span>
                  ))}
                </span>
              )}
            </td>
            <td>{children(column, title, position)}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

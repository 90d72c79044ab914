import { Button } from '@mantine/core';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Card } from './card.tsx';
import classes from './chart-table.module.css';

/** The data of a chart: the first column names the row, the others hold its figures. */
export interface ChartData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string, ...figures: string[]])[];
}

/** A plain table of figures, right-aligned but for its first column. */
export const FigureTable = ({
  caption,
  data,
  isAlert,
}: {
  readonly caption: string;
  readonly data: ChartData;
  /** Figures that need the user: row by its place, column by its name. */
  readonly isAlert?: ((row: number, column: string) => boolean) | undefined;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls, which the keyboard must reach
  <section className={classes.scroller} aria-label={`Chiffres\u00A0: ${caption}`} tabIndex={0}>
    <table className={classes.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {data.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map(([name, ...figures], row) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {figures.map((figure, index) => {
              const column = data.columns[index + 1] ?? '';
              return (
                <td key={column} data-alert={isAlert?.(row, column) ? '' : undefined}>
                  {figure}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/**
 * A chart on a card, which turns into the table of its data on a click: what the picture says can always be
 * read, by eye or by ear.
 */
export const ChartCard = ({
  title,
  headline,
  note,
  data,
  children,
}: {
  readonly title: string;
  /** The figure that the chart ends on. */
  readonly headline?: ReactNode;
  readonly note?: ReactNode;
  readonly data: ChartData;
  readonly children: ReactNode;
}) => {
  const [asTable, setAsTable] = useState(false);
  const contentId = useId();
  return (
    <Card
      title={title}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={
            asTable ? (
              <ChartNoAxesColumn size={14} aria-hidden="true" />
            ) : (
              <Table2 size={14} aria-hidden="true" />
            )
          }
          aria-pressed={asTable}
          aria-controls={contentId}
          onClick={() => setAsTable((was) => !was)}
        >
          {asTable ? 'Voir le graphique' : 'Voir les chiffres'}
          <span className="visually-hidden">{`\u00A0: ${title}`}</span>
        </Button>
      }
    >
      {(headline !== undefined || note !== undefined) && (
        <div className={classes.head}>
          {headline !== undefined && <span className={classes.headline}>{headline}</span>}
          {note !== undefined && <span className={classes.note}>{note}</span>}
        </div>
      )}
      <div id={contentId}>{asTable ? <FigureTable caption={title} data={data} /> : children}</div>
    </Card>
  );
};

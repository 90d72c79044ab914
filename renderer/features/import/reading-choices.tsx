import { Select } from '@mantine/core';
import { encodingNamesFrench, textEncodings } from '../../../shared/importing/encoding.ts';
import type { TableOptions } from '../../../shared/importing/table.ts';
import type { TableView } from './file-session.ts';
import classes from './reading-choices.module.css';

/** The delimiters that are detected, then those that a program may use besides. */
const delimiterNames: Readonly<Record<string, string>> = {
  ';': 'Point-virgule',
  '\t': 'Tabulation',
  ',': 'Virgule',
  '|': 'Barre verticale',
  ':': 'Deux-points',
  '~': 'Tilde',
  '#': 'Dièse',
};

const noTitles = 'none';
const shownTitle = 70;

const titleText = (cells: readonly string[]): string => {
  const text = cells.join(' · ');
  return text.length > shownTitle ? `${text.slice(0, shownTitle - 1)}…` : text;
};

const titleChoices = (table: TableView) => {
  const lines = table.head.map(({ line, cells }) => ({
    value: String(line),
    label: `Ligne ${line} : ${titleText(cells)}`,
  }));
  const isListed = table.headerRow === null || lines.some(({ value }) => value === String(table.headerRow));
  return [
    ...(isListed ? [] : [{ value: String(table.headerRow), label: `Ligne ${table.headerRow}` }]),
    ...lines,
    { value: noTitles, label: 'Aucune (pas de titres)' },
  ];
};

/** How the bytes of a file become a table: what was detected, and everything else it could be. */
export const ReadingChoices = ({
  options,
  table,
  onChange,
}: {
  readonly options: TableOptions;
  /** Absent when the file gave no table yet. */
  readonly table?: TableView;
  readonly onChange: (options: TableOptions) => void;
}) => (
  <>
    {table && table.sheets.length > 1 && (
      <Select
        label="Feuille"
        data={[...table.sheets]}
        value={table.sheet}
        onChange={(sheet) => sheet !== null && onChange({ sheet })}
        allowDeselect={false}
      />
    )}
    {table?.format !== 'xlsx' && (
      <>
        <Select
          label="Encodage"
          data={textEncodings.map((encoding) => ({ value: encoding, label: encodingNamesFrench[encoding] }))}
          value={options.encoding ?? table?.encoding ?? null}
          placeholder="Détecté"
          onChange={(value) => {
            const encoding = textEncodings.find((known) => known === value);
            if (encoding) onChange({ ...options, encoding });
          }}
          allowDeselect={false}
        />
        <Select
          label="Séparateur"
          data={Object.entries(delimiterNames).map(([value, label]) => ({ value, label }))}
          value={options.delimiter ?? table?.delimiter ?? null}
          placeholder="À choisir"
          onChange={(delimiter) =>
            delimiter !== null &&
            onChange({ ...(options.encoding && { encoding: options.encoding }), delimiter })
          }
          allowDeselect={false}
        />
      </>
    )}
    {table && (
      <Select
        label="Ligne des titres"
        data={titleChoices(table)}
        value={table.headerRow === null ? noTitles : String(table.headerRow)}
        onChange={(value) =>
          value !== null && onChange({ ...options, headerRow: value === noTitles ? null : Number(value) })
        }
        allowDeselect={false}
        className={classes.wide ?? ''}
      />
    )}
  </>
);

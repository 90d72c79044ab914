import { Select } from '@mantine/core';
import type { TableColumn } from '../../../shared/importing/table.ts';
import type { FormatChoice, ImportDraft } from './import-draft.ts';
import classes from './reading-choices.module.css';

const detected = 'detected';

const orderNames = { dmy: 'jour/mois/année', mdy: 'mois/jour/année', ymd: 'année-mois-jour' } as const;
const decimalNames = { ',': 'virgule (1 234,56)', '.': 'point (1,234.56)' } as const;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the columns in use agree on; undefined when they say nothing or differ. */
const agreed = <Finding extends string>(findings: readonly (Finding | undefined)[]): Finding | undefined => {
  const known = new Set(findings.filter((finding) => finding !== undefined));
  const [only] = known;
  return known.size === 1 ? only : undefined;
};

const choices = <Value extends string>(
  names: Readonly<Record<Value, string>>,
  found: Value | undefined,
): { value: string; label: string }[] => [
  { value: detected, label: found === undefined ? 'Selon la colonne' : `Détecté : ${names[found]}` },
  ...(Object.entries(names) as [Value, string][]).map(([value, name]) => ({
    value,
    label: capitalised(name),
  })),
];

/** Order of dates and decimal sign, for all columns in use. */
export const FormatChoices = ({
  draft,
  onChange,
}: {
  readonly draft: ImportDraft;
  readonly onChange: (formats: FormatChoice) => void;
}) => {
  const { formats, mapping, table } = draft;
  const used = new Set(Object.values(mapping));
  const inUse = (type: TableColumn['type']): readonly TableColumn[] =>
    table.columns.filter((column) => column.type === type && used.has(column.index));
  const isAmbiguous =
    formats.dateOrder === undefined && inUse('date').some(({ dateOrderAmbiguous }) => dateOrderAmbiguous);
  const { dateOrder: _order, ...withoutOrder } = formats;
  const { decimal: _decimal, ...withoutDecimal } = formats;
  return (
    <div className={classes.choices}>
      <Select
        label="Ordre des dates"
        data={choices(orderNames, agreed(inUse('date').map(({ dateOrder }) => dateOrder)))}
        value={formats.dateOrder ?? detected}
        onChange={(value) =>
          onChange(
            value === 'dmy' || value === 'mdy' || value === 'ymd'
              ? { ...formats, dateOrder: value }
              : withoutOrder,
          )
        }
        allowDeselect={false}
        description={isAmbiguous ? 'Rien dans le fichier ne le prouve : vérifiez.' : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Select
        label="Séparateur décimal"
        data={choices(decimalNames, agreed(inUse('amount').map(({ decimal }) => decimal)))}
        value={formats.decimal ?? detected}
        onChange={(value) =>
          onChange(value === ',' || value === '.' ? { ...formats, decimal: value } : withoutDecimal)
        }
        allowDeselect={false}
      />
    </div>
  );
};

import { Select } from '@mantine/core';
import type { DateOrder } from '../../../shared/importing/cell-shape.ts';
import type { TableColumn } from '../../../shared/importing/table.ts';
import type { FormatChoice, TableDraft } from './import-draft.ts';

const detected = 'detected';

const orderNames = { dmy: 'Jour/mois/année', mdy: 'Mois/jour/année', ymd: 'Année-mois-jour' } as const;
const decimalNames = { ',': 'Virgule (1 234,56)', '.': 'Point (1,234.56)' } as const;

/** What all columns in use agree on; undefined when one says nothing or they differ. */
const agreed = <Finding extends string>(findings: readonly (Finding | undefined)[]): Finding | undefined => {
  const [only, ...others] = new Set(findings);
  return others.length === 0 ? only : undefined;
};

/** The values to choose from; where columns differ or say nothing, each is read as it was detected. */
const choices = <Value extends string>(
  names: Readonly<Record<Value, string>>,
  found: Value | undefined,
): { value: string; label: string }[] => [
  ...(found === undefined ? [{ value: detected, label: 'Selon la colonne' }] : []),
  ...(Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label })),
];

/** Why the order of dates wants a look: a wrong one moves due dates by months, silently. */
const orderHint = (isAmbiguous: boolean, order: DateOrder | undefined): string | undefined => {
  if (isAmbiguous) return 'Rien dans le fichier ne le prouve : vérifiez.';
  return order === 'mdy' ? 'Ordre américain : vérifiez.' : undefined;
};

/** Order of dates and decimal sign, for all columns in use. */
export const FormatChoices = ({
  draft,
  onChange,
}: {
  readonly draft: TableDraft;
  readonly onChange: (formats: FormatChoice) => void;
}) => {
  const { formats, mapping, table } = draft;
  const used = new Set(Object.values(mapping));
  const inUse = (type: TableColumn['type']): readonly TableColumn[] =>
    table.columns.filter((column) => column.type === type && used.has(column.index));
  const isAmbiguous =
    formats.dateOrder === undefined && inUse('date').some(({ dateOrderAmbiguous }) => dateOrderAmbiguous);
  const order = agreed(inUse('date').map(({ dateOrder }) => dateOrder));
  const decimal = agreed(inUse('amount').map((column) => column.decimal));
  const { dateOrder: _order, ...withoutOrder } = formats;
  const { decimal: _decimal, ...withoutDecimal } = formats;
  return (
    <>
      <Select
        label="Ordre des dates"
        data={choices(orderNames, order)}
        value={formats.dateOrder ?? order ?? detected}
        onChange={(value) =>
          onChange(
            (value === 'dmy' || value === 'mdy' || value === 'ymd') && value !== order
              ? { ...formats, dateOrder: value }
              : withoutOrder,
          )
        }
        allowDeselect={false}
        description={orderHint(isAmbiguous, formats.dateOrder ?? order)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <Select
        label="Séparateur décimal"
        data={choices(decimalNames, decimal)}
        value={formats.decimal ?? decimal ?? detected}
        onChange={(value) =>
          onChange(
            (value === ',' || value === '.') && value !== decimal
              ? { ...formats, decimal: value }
              : withoutDecimal,
          )
        }
        allowDeselect={false}
      />
    </>
  );
};

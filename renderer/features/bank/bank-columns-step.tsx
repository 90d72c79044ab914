import { Select, TextInput } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import {
  type BankCsvColumns,
  type BankCsvTarget,
  bankCsvTargetNames,
  bankCsvTargets,
  missingBankCsvTargets,
} from '../../../shared/importing/bank-csv-columns.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { Card } from '../../ui/card.tsx';
import { ColumnTable } from '../../ui/column-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepForm } from '../import/step-form.tsx';
import classes from './bank-columns.module.css';
import type { ColumnsQuestion } from './use-bank-import.ts';

const unused = 'none';

const choices = [
  { value: unused, label: 'Ne pas lire' },
  ...bankCsvTargets.map((target) => ({ value: target, label: bankCsvTargetNames[target] })),
];

/** Reads `target` from a column, or nothing from it; each column and each target is used once. */
export const withBankColumn = (
  columns: BankCsvColumns,
  column: number,
  target: BankCsvTarget | undefined,
): BankCsvColumns => {
  const kept = Object.entries(columns).filter(
    ([name, value]) =>
      name === 'dateOrder' || name === 'decimal' || (value !== column && name !== (target ?? '')),
  );
  return Object.fromEntries(target === undefined ? kept : [...kept, [target, column]]) as BankCsvColumns;
};

const missingText = (columns: BankCsvColumns): readonly string[] =>
  missingBankCsvTargets(columns).map((group) =>
    group.map((target) => `«\u00A0${bankCsvTargetNames[target]}\u00A0»`).join(' ou '),
  );

const formats: readonly {
  readonly key: 'dateOrder' | 'decimal';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}[] = [
  {
    key: 'dateOrder',
    label: 'Ordre des dates',
    options: [
      { value: '', label: 'Reconnu tout seul' },
      { value: 'dmy', label: 'Jour, mois, année' },
      { value: 'mdy', label: 'Mois, jour, année' },
      { value: 'ymd', label: 'Année, mois, jour' },
    ],
  },
  {
    key: 'decimal',
    label: 'Décimales',
    options: [
      { value: '', label: 'Reconnues toutes seules' },
      { value: ',', label: 'Virgule : 1 234,56' },
      { value: '.', label: 'Point : 1,234.56' },
    ],
  },
];

/** A bank's table whose columns cannot be told for sure: the user says which is which, once for this bank. */
export const BankColumnsStep = ({
  question,
  hasOthers,
  onChoose,
  onSkip,
}: {
  readonly question: ColumnsQuestion;
  readonly hasOthers: boolean;
  readonly onChoose: (columns: BankCsvColumns, profileName: string) => void;
  readonly onSkip: () => void;
}) => {
  const { file, table, message, problem } = question;
  const [columns, setColumns] = useState<BankCsvColumns>(table.proposed);
  const [name, setName] = useState(() => file.name.replace(/\.[^.]{1,5}$/, ''));
  const missing = missingText(columns);
  const targetOf = (index: number): BankCsvTarget | undefined =>
    bankCsvTargets.find((target) => columns[target] === index);
  return (
    <StepForm
      label="Colonnes du relevé"
      back={{ label: hasOthers ? 'Laisser ce fichier' : 'Autre fichier', onClick: onSkip }}
      submitLabel="Lire le relevé"
      submitIcon={<ArrowRight size={16} aria-hidden="true" />}
      isReady={missing.length === 0}
      onSubmit={() => onChoose(columns, name)}
    >
      <Notice tone={problem === undefined ? 'info' : 'alert'}>
        {problem ??
          message ??
          'Acquit ne reconnaît pas sûrement les colonnes de ce fichier. Dites-lui ce qu’elles contiennent.'}
      </Notice>
      <Card title={`${file.name} : ${counted(table.rowCount, 'ligne', 'lignes')}`} padded={false}>
        <p className={classes.missing} data-missing={missing.length > 0 || undefined} role="status">
          {missing.length === 0
            ? 'Il y a tout ce qu’il faut.'
            : `Indiquez la colonne ${missing.join(', puis ')}.`}
        </p>
        <ColumnTable columns={table.columns}>
          {({ index }, title) => (
            <Select
              aria-label={`La colonne ${title} contient`}
              size="xs"
              data={choices}
              value={targetOf(index) ?? unused}
              allowDeselect={false}
              maxDropdownHeight={320}
              onChange={(value) =>
                setColumns(
                  withBankColumn(
                    columns,
                    index,
                    bankCsvTargets.find((target) => target === value),
                  ),
                )
              }
            />
          )}
        </ColumnTable>
      </Card>
      <Card title="Pour les prochains relevés">
        <div className={classes.fields}>
          <TextInput
            label="Nom de cette présentation"
            description="Un fichier qui a les mêmes titres sera lu tout seul."
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {formats.map(({ key, label, options }) => (
            <Select
              key={key}
              label={label}
              description={
                key === 'dateOrder'
                  ? 'Si 03/04 peut se lire de deux façons.'
                  : 'Si elles prêtent à confusion.'
              }
              data={[...options]}
              value={columns[key] ?? ''}
              allowDeselect={false}
              onChange={(value) => {
                const { [key]: _was, ...rest } = columns;
                setColumns(value ? ({ ...rest, [key]: value } as BankCsvColumns) : rest);
              }}
            />
          ))}
        </div>
      </Card>
    </StepForm>
  );
};

import { Badge, Select } from '@mantine/core';
import {
  type ColumnMapping,
  type ImportTarget,
  importTargets,
  targetNamesFrench,
} from '../../../shared/importing/column-mapping.ts';
import { ColumnTable } from '../../ui/column-table.tsx';
import classes from './columns-step.module.css';
import { type TableDraft, withColumn } from './import-draft.ts';
import { useGrowing } from './use-growing.ts';

const notImported = 'none';

const indispensable: readonly ImportTarget[] = [
  'number',
  'clientName',
  'clientCode',
  'issuedOn',
  'dueOn',
  'totalCents',
  'remainingCents',
];

const option = (target: ImportTarget) => ({ value: target, label: targetNamesFrench[target] });

const targetChoices = [
  { value: notImported, label: 'Ne pas importer' },
  { group: 'Indispensable', items: indispensable.map(option) },
  {
    group: 'Utile',
    items: importTargets.filter((target) => !indispensable.includes(target)).map(option),
  },
];

/** Fields drawn between two frames: a list has dozens of columns at the most. */
const fieldsAtOnce = 4;

/** Below this a proposal is a guess (column-mapping.ts). */
const guessBelow = 0.7;

/** What every column of the file is taken for; a guess is marked. */
export const MappingTable = ({
  draft,
  onChange,
}: {
  readonly draft: TableDraft;
  readonly onChange: (mapping: ColumnMapping) => void;
}) => {
  const { mapping, table } = draft;
  const { suggestion } = table;
  const ready = useGrowing(table.columns.length, fieldsAtOnce);
  const targetOf = (column: number): ImportTarget | undefined =>
    importTargets.find((target) => mapping[target] === column);
  return (
    <ColumnTable columns={table.columns} isUnused={({ index }) => targetOf(index) === undefined} isWide>
      {({ index }, title, position) => {
        const target = targetOf(index);
        const isGuess =
          target !== undefined &&
          draft.profile === undefined &&
          suggestion.mapping[target] === index &&
          (suggestion.confidence[target] ?? 1) < guessBelow;
        return (
          <span className={classes.target}>
            {position >= ready && <span className={classes.pending} aria-hidden="true" />}
            {position < ready && (
              <Select
                aria-label={`La colonne ${title} contient`}
                data={targetChoices}
                value={target ?? notImported}
                onChange={(value) =>
                  onChange(
                    withColumn(
                      mapping,
                      index,
                      importTargets.find((known) => known === value),
                    ),
                  )
                }
                allowDeselect={false}
                maxDropdownHeight={320}
                size="xs"
                className={classes.targetSelect ?? ''}
              />
            )}
            {isGuess && <Badge color="yellow">À vérifier</Badge>}
          </span>
        );
      }}
    </ColumnTable>
  );
};

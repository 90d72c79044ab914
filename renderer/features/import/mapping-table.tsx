import { Badge, Select } from '@mantine/core';
import {
  type ColumnMapping,
  type ImportTarget,
  importTargets,
  targetNamesFrench,
} from '../../../shared/importing/column-mapping.ts';
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

/** Every column of the file with five of its values, and what it is taken for. */
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
    <table className={classes.mapping}>
      <caption className="visually-hidden">Colonnes du fichier et ce qu’elles contiennent</caption>
      <colgroup>
        <col className={classes.headerColumn} />
        <col />
        <col className={classes.targetColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Colonne du fichier</th>
          <th scope="col">Exemples de valeurs</th>
          <th scope="col">Dans Acquit</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map(({ index, header, samples, type }, position) => {
          const target = targetOf(index);
          const name = header === '' ? `Colonne ${index + 1}` : header;
          const isGuess =
            target !== undefined &&
            draft.profile === undefined &&
            suggestion.mapping[target] === index &&
            (suggestion.confidence[target] ?? 1) < guessBelow;
          return (
            <tr key={index} data-unused={target === undefined || undefined}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td title={samples.join('\n')}>
                {type === 'empty' ? (
                  <span className={classes.emptyColumn}>Colonne vide</span>
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
              <td>
                <span className={classes.target}>
                  {position >= ready && <span className={classes.pending} aria-hidden="true" />}
                  {position < ready && (
                    <Select
                      aria-label={`La colonne ${name} contient`}
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
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

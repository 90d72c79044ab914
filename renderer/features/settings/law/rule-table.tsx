import { useMemo } from 'react';
import type { Day } from '../../../../shared/dates/day.ts';
import { formatDay } from '../../../../shared/dates/format-day.ts';
import { formatParameter } from '../../../../shared/law/format-parameter.ts';
import { parameterLabels, ruleGroupNames } from '../../../../shared/law/parameter-names.ts';
import type { LegalParameter, LegalParameters, ParameterName } from '../../../../shared/law/parameters.ts';
import { Card } from '../../../ui/card.tsx';
import classes from './law.module.css';

type RuleGroup = keyof typeof ruleGroupNames;

/** The rules of each group, in the order of their names, newest first within a name. */
const ruleGroups = (table: LegalParameters): readonly (readonly [RuleGroup, readonly LegalParameter[]])[] => {
  const order = Object.keys(parameterLabels) as ParameterName[];
  const entries = [...table].sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name) || (a.validFrom < b.validFrom ? 1 : -1),
  );
  return (Object.keys(ruleGroupNames) as RuleGroup[]).map((group) => [
    group,
    entries.filter(({ name }) => parameterLabels[name].group === group),
  ]);
};

const validity = ({ validFrom, validTo }: LegalParameter): string =>
  validTo === undefined
    ? `depuis le ${formatDay(validFrom)}`
    : `du ${formatDay(validFrom)} au ${formatDay(validTo)}`;

/** « Autres règles »: everything else that the application counts with, dated and with its source. */
export const RuleTable = ({ table, today }: { readonly table: LegalParameters; readonly today: Day }) => {
  const groups = useMemo(() => ruleGroups(table), [table]);
  return (
    <Card title="Autres règles">
      <p className={classes.text}>
        Montants et délais de la loi, avec les jours où chacun vaut. Ils suivent les mises à jour d’Acquit.
      </p>
      <table className={`${classes.table} ${classes.rules}`}>
        <caption className="visually-hidden">Montants et délais de la loi</caption>
        <colgroup>
          <col />
          <col className={classes.valueColumn} />
          <col className={classes.validityColumn} />
          <col className={classes.ruleSourceColumn} />
          <col className={classes.dayColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Règle</th>
            <th scope="col" className={classes.rate}>
              Valeur
            </th>
            <th scope="col">Valable</th>
            <th scope="col">Source</th>
            <th scope="col">Vérifié le</th>
          </tr>
        </thead>
        {groups.map(([group, entries]) => (
          <tbody key={group}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={5}>
                {ruleGroupNames[group]}
              </th>
            </tr>
            {entries.map((entry) => (
              <tr
                key={`${entry.name} ${entry.validFrom}`}
                className={entry.validTo !== undefined && entry.validTo < today ? classes.past : undefined}
              >
                <th scope="row">{parameterLabels[entry.name].name}</th>
                <td className={`figures ${classes.rate}`}>{formatParameter(entry)}</td>
                <td className={classes.wrapped}>{validity(entry)}</td>
                <td className={classes.wrapped}>{entry.source}</td>
                <td className="figures">{formatDay(entry.checkedOn)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
};

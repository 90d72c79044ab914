import { levelNames } from '../../../../shared/reminders/reminder-names.ts';
import type { DunningLevel } from '../../../../shared/reminders/scenario.ts';
import type { ScenarioSimulation } from '../../../../shared/reminders/scenario-simulation.ts';
import { capitalised } from '../../../ui/capitalised.ts';
import table from '../../../ui/plain-table.module.css';
import classes from './scenario.module.css';

const levels: readonly DunningLevel[] = ['courtesy', 'friendly', 'firm', 'formal-notice', 'last-notice'];

const monthFormat = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const monthText = (month: string): string =>
  capitalised(monthFormat.format(new Date(`${month}-01T00:00:00Z`)));

/** Messages by month and level, with a bar for the whole month. */
export const SimulationTable = ({ result }: { readonly result: ScenarioSimulation }) => {
  const shown = levels.filter((level) => result.counts.some((count) => count.level === level));
  const countOf = (month: string | undefined, level?: DunningLevel): number =>
    result.counts
      .filter(
        (count) => (month === undefined || count.month === month) && (level ?? count.level) === count.level,
      )
      .reduce((sum, { messages }) => sum + messages, 0);
  const most = Math.max(1, ...result.months.map((month) => countOf(month)));
  const figure = (count: number) =>
    count === 0 ? <span className={classes.before}>–</span> : <span className="figures">{count}</span>;
  return (
    <table className={`${table.table} ${classes.simulation}`}>
      <caption className="visually-hidden">
        Messages que le scénario aurait envoyés, par mois et par ton
      </caption>
      <thead>
        <tr>
          <th scope="col">Mois</th>
          {shown.map((level) => (
            <th key={level} scope="col" className={table.amount} title={levelNames[level]}>
              {levelNames[level]}
            </th>
          ))}
          <th scope="col" className={table.amount}>
            Total
          </th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {result.months.map((month) => (
          <tr key={month}>
            <th scope="row">{monthText(month)}</th>
            {shown.map((level) => (
              <td key={level} className={table.amount}>
                {figure(countOf(month, level))}
              </td>
            ))}
            <td className={table.amount}>{figure(countOf(month))}</td>
            <td aria-hidden="true">
              <div className={classes.bar}>
                {shown.map((level) => (
                  <span
                    key={level}
                    data-level={level}
                    style={{ width: `${(countOf(month, level) / most) * 100}%` }}
                  />
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Douze mois</th>
          {shown.map((level) => (
            <td key={level} className={table.amount}>
              {figure(countOf(undefined, level))}
            </td>
          ))}
          <td className={table.amount}>
            <strong>{figure(result.messages)}</strong>
          </td>
          <td aria-hidden="true" />
        </tr>
      </tfoot>
    </table>
  );
};

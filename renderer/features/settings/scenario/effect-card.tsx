import { useDeferredValue, useMemo, useState } from 'react';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioEffect, scenarioEffectText } from '../../../../shared/reminders/scenario-effect.ts';
import { outlookText, scenarioOutlook } from '../../../../shared/reminders/scenario-outlook.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { Amount } from '../../../ui/amount.tsx';
import { Card } from '../../../ui/card.tsx';
import table from '../../../ui/plain-table.module.css';
import classes from './scenario.module.css';
import { ShowMore } from './show-more.tsx';

const firstShown = 8;

/** What saving would change for the open invoices, client by client, said before it is saved. */
export const EffectCard = ({ scenario }: { readonly scenario: Scenario }) => {
  const ledger = useLedger();
  const today = useToday();
  const typed = useDeferredValue(scenario);
  const [limit, setLimit] = useState(firstShown);
  const rows = useMemo(() => scenarioOutlook(ledger, typed, today), [ledger, typed, today]);
  const changed = rows.filter(({ isChanged }) => isChanged);
  const text = scenarioEffectText(scenarioEffect(rows));
  return (
    <Card title="Si vous enregistrez">
      <p className={classes.paragraph} role="status">
        {text}
      </p>
      {changed.length === 0 ? (
        <p className={classes.note}>Pour les factures ouvertes, rien ne change aujourd’hui.</p>
      ) : (
        <>
          <table className={`${table.table} ${classes.effect}`}>
            <caption className="visually-hidden">
              Prochaine relance des clients concernés, avant et après la modification
            </caption>
            <thead>
              <tr>
                <th scope="col">Client</th>
                <th scope="col" className={table.amount}>
                  Reste dû
                </th>
                <th scope="col">Avant</th>
                <th scope="col">Après</th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, limit).map((row) => {
                const name = ledger.clients.get(row.clientId)?.name ?? '';
                const [before, after] = [outlookText(row.before), outlookText(row.after)];
                return (
                  <tr key={row.clientId}>
                    <td title={name}>{name}</td>
                    <td className={table.amount}>
                      <Amount cents={row.cents} />
                    </td>
                    <td title={before} className={classes.before}>
                      {before}
                    </td>
                    <td title={after}>{after}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <ShowMore shown={limit} all={changed.length} onMore={() => setLimit(limit + 50)} />
        </>
      )}
    </Card>
  );
};

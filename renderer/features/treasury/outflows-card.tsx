import { ActionIcon, Button } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { outflowDays } from '../../../shared/insight/outflow-occurrences.ts';
import { projectionWeeks } from '../../../shared/insight/treasury.ts';
import type { PlannedOutflow } from '../../../shared/ledger/history.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { removeOutflow } from '../../db/commands/settings.ts';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { OutflowDialog } from './outflow-dialog.tsx';
import { rhythmName } from './outflow-rhythm.ts';
import classes from './treasury-screen.module.css';

interface OutflowRow {
  readonly outflow: PlannedOutflow;
  /** Next day within the projection; undefined = over, or beyond it. */
  readonly nextOn: Day | undefined;
}

const far = '9999';

/** Money that the user plans to spend: to add, change and remove. */
export const OutflowsCard = () => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [editing, setEditing] = useState<{ readonly id: string | undefined }>();
  const rows = useMemo(() => {
    const end = addDays(today, projectionWeeks * 7);
    return [...ledger.outflows.values()]
      .map((outflow): OutflowRow => ({ outflow, nextOn: outflowDays(outflow, today, end)[0] }))
      .sort((a, b) => ((a.nextOn ?? far) < (b.nextOn ?? far) ? -1 : 1));
  }, [ledger.outflows, today]);
  return (
    <Card
      title="Dépenses prévues"
      padded={false}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden="true" />}
          onClick={() => setEditing({ id: undefined })}
        >
          Ajouter
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className={classes.quiet}>
          Salaires, loyer, TVA, URSSAF… Ajoutez ce qui va sortir, la projection le déduira.
        </p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <caption className="visually-hidden">Dépenses prévues</caption>
            <colgroup>
              <col />
              <col style={{ width: 132 }} />
              <col style={{ width: 104 }} />
              <col style={{ width: 128 }} />
              <col style={{ width: 84 }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Dépense</th>
                <th scope="col">Répétition</th>
                <th scope="col">Prochaine</th>
                <th scope="col" data-right="">
                  Montant
                </th>
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ outflow, nextOn }) => (
                <tr key={outflow.id} className={nextOn === undefined ? classes.quietRow : undefined}>
                  <th scope="row" title={outflow.label}>
                    {outflow.label}
                  </th>
                  <td>{rhythmName(outflow.repeats)}</td>
                  <td>
                    <DayText day={nextOn} />
                  </td>
                  <td data-right="">
                    <Amount cents={outflow.cents} />
                  </td>
                  <td className={classes.rowActions}>
                    <ActionIcon
                      size="sm"
                      aria-label={`Modifier ${outflow.label}`}
                      onClick={() => setEditing({ id: outflow.id })}
                    >
                      <Pencil size={15} aria-hidden="true" />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      aria-label={`Retirer ${outflow.label}`}
                      onClick={() => void run(removeOutflow, { id: outflow.id })}
                    >
                      <Trash2 size={15} aria-hidden="true" />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <OutflowDialog
        outflowId={editing?.id}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      />
    </Card>
  );
};

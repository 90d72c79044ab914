import { ActionIcon, Button } from '@mantine/core';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { addDays } from '../../../shared/dates/day.ts';
import { type OutflowLine, outflowsSource } from '../../../shared/exporting/tables/outflows-source.ts';
import { outflowDays } from '../../../shared/insight/outflow-occurrences.ts';
import { projectionWeeks } from '../../../shared/insight/treasury.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { removeOutflow } from '../../db/commands/settings.ts';
import { Amount } from '../../ui/amount.tsx';
import { Card } from '../../ui/card.tsx';
import { OutflowDialog } from './outflow-dialog.tsx';
import { whenText } from './outflow-rhythm.ts';
import classes from './treasury-screen.module.css';

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
      .map((outflow): OutflowLine => ({ outflow, nextOn: outflowDays(outflow, today, end)[0] }))
      .sort((a, b) => ((a.nextOn ?? far) < (b.nextOn ?? far) ? -1 : 1));
  }, [ledger.outflows, today]);
  return (
    <Card
      title="Dépenses prévues"
      padded={false}
      actions={
        <>
          {rows.length > 0 && <ExportMenu source={() => outflowsSource(rows)} compact />}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => setEditing({ id: undefined })}
          >
            Ajouter
          </Button>
        </>
      }
    >
      {rows.length === 0 ? (
        <p className={classes.quiet}>
          Salaires, loyer, TVA, URSSAF… Ajoutez ce qui va sortir, la projection le déduira.
        </p>
      ) : (
        <ul className={classes.outflows} aria-label="Dépenses prévues">
          {rows.map(({ outflow, nextOn }) => (
            <li key={outflow.id}>
              <div className={classes.outflow}>
                <div className={classes.outflowName} title={outflow.label}>
                  {outflow.label}
                </div>
                <div className={classes.outflowWhen}>{whenText(outflow, nextOn)}</div>
              </div>
              <Amount cents={outflow.cents} />
              <div className={classes.rowActions}>
                <ActionIcon
                  aria-label={`Modifier ${outflow.label}`}
                  onClick={() => setEditing({ id: outflow.id })}
                >
                  <Pencil size={16} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon
                  aria-label={`Retirer ${outflow.label}`}
                  onClick={() => void run(removeOutflow, { id: outflow.id })}
                >
                  <Trash2 size={16} aria-hidden="true" />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ul>
      )}
      <OutflowDialog
        outflowId={editing?.id}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      />
    </Card>
  );
};

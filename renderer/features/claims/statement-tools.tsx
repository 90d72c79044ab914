import { Button, Menu, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ClipboardCopy, Ellipsis, Printer } from 'lucide-react';
import type { ClaimStatement } from '../../../shared/claims/statement-contract.ts';
import { statementSource, statementText } from '../../../shared/claims/statement-table.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { ExportFiles } from '../../application/exporting/export-items.tsx';
import { useExport } from '../../application/exporting/use-export.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { showRefusal } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { DayInput } from '../../ui/day-input.tsx';
import classes from './claims.module.css';

/** Day of the décompte, what it holds, and how it leaves the screen. */
export const StatementTools = ({
  statement,
  asOf,
  lastDay,
  onDay,
  settled,
  onPrint,
}: {
  readonly statement: ClaimStatement;
  /** As typed; undefined while it is no day. */
  readonly asOf: Day | undefined;
  readonly lastDay: Day;
  readonly onDay: (day: Day | undefined) => void;
  /** Undefined where one invoice is looked at. */
  readonly settled: { readonly included: boolean; readonly include: (yes: boolean) => void } | undefined;
  readonly onPrint: () => void;
}) => {
  const today = useToday();
  const { run } = useExport(() => statementSource(statement));
  const isEmpty = statement.invoices.length === 0;
  const copy = async (): Promise<void> => {
    const copied = await bridge.copyText(statementText(statement));
    if (copied.ok) notifications.show({ message: 'Décompte copié', autoClose: 4000 });
    else showRefusal(copied.error.message);
  };
  return (
    <div className={classes.tools}>
      <DayInput
        label="Arrêté au"
        value={asOf}
        onChange={onDay}
        maxDay={lastDay}
        error={
          asOf === undefined
            ? 'Indiquez une date.'
            : asOf > lastDay
              ? `Au plus tard le ${formatDay(lastDay)}.`
              : undefined
        }
        className={classes.asOf}
      />
      {asOf !== today && (
        <Button variant="subtle" onClick={() => onDay(today)}>
          Aujourd’hui
        </Button>
      )}
      {settled && (
        <Switch
          className={classes.settled ?? ''}
          label="Inclure les factures réglées en retard"
          checked={settled.included}
          onChange={(event) => settled.include(event.currentTarget.checked)}
        />
      )}
      <div className={classes.leaving}>
        <Button
          variant="default"
          leftSection={<Printer size={16} aria-hidden="true" />}
          disabled={isEmpty}
          onClick={onPrint}
        >
          Imprimer…
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label="Copier ou exporter le décompte" disabled={isEmpty}>
              <Ellipsis size={16} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<ClipboardCopy size={16} aria-hidden="true" />}
              onClick={() => void copy()}
            >
              Copier
            </Menu.Item>
            <ExportFiles prefix="Exporter vers " run={run} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
};

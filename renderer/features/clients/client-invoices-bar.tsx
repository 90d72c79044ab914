import { Button, Group } from '@mantine/core';
import type { ExportSource } from '../../../shared/exporting/export-table.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import type { InvoiceAction } from '../invoices/invoice-actions.tsx';
import classes from './client-invoices.module.css';

/** Above the invoices: what can be done to the ticked ones, or the keys that work on a row. */
export const ClientInvoicesBar = ({
  count,
  chosenCents,
  onAsk,
  source,
}: {
  /** Ticked invoices. */
  readonly count: number;
  readonly chosenCents: Cents;
  readonly onAsk: (action: InvoiceAction) => void;
  /** The invoices on the screen, for a spreadsheet. */
  readonly source: () => ExportSource;
}) => (
  <div className={classes.bar}>
    {count > 0 ? (
      <>
        <span role="status">
          {count === 1 ? '1 facture' : `${count} factures`},{' '}
          <span className="figures">{formatAmount(chosenCents)}</span>
        </span>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => onAsk('paid')}>
            {count === 1 ? 'Marquer payée' : 'Marquer payées'}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('promise')}>
            Promesse
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('plan')}>
            Échéancier
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('factor')}>
            {count === 1 ? 'Cédée à un factor' : 'Cédées à un factor'}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAsk('hand-over')}>
            Confier à un tiers
          </Button>
        </Group>
      </>
    ) : (
      <span className={classes.keys}>
        Cochez des factures pour accorder un échéancier. Sur une ligne : <kbd>P</kbd> payée, <kbd>L</kbd>{' '}
        litige, <kbd>R</kbd> reporter, <kbd>E</kbd> modifier.
      </span>
    )}
    <ExportMenu source={source} compact />
  </div>
);

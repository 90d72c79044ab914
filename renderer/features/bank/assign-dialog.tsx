import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { Dialog } from '../../ui/form-dialog.tsx';
import classes from './assign-dialog.module.css';
import type { AssignedMovement, AssignFormProps } from './assign-form.ts';
import { AssignReceiptForm } from './assign-receipt-form.tsx';
import { AssignReturnForm } from './assign-return-form.tsx';

/** « Choisir »: another client, other invoices, several of them, or several clients for one deposit. */
export const AssignDialog = ({
  movement,
  submitLabel,
  onSubmit,
  onClose,
}: Omit<AssignFormProps, 'movement'> & { readonly movement: AssignedMovement | undefined }) => (
  <Dialog
    title={
      movement === undefined
        ? 'Affecter'
        : `${movement.amountCents < 0 ? 'Paiement repris' : 'Affecter'} ${formatMoney(Math.abs(movement.amountCents), movement.currency)}`
    }
    opened={movement !== undefined}
    onClose={onClose}
    size="lg"
  >
    {movement && (
      <>
        <p className={classes.movement}>
          <span title={movement.line.label}>{movement.title}</span>
          <span className="figures">{formatDay(movement.line.bookedOn)}</span>
        </p>
        {movement.amountCents < 0 ? (
          <AssignReturnForm
            movement={movement}
            submitLabel={submitLabel}
            onSubmit={onSubmit}
            onClose={onClose}
          />
        ) : (
          <AssignReceiptForm
            movement={movement}
            submitLabel={submitLabel}
            onSubmit={onSubmit}
            onClose={onClose}
          />
        )}
      </>
    )}
  </Dialog>
);

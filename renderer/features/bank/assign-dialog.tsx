import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { assignableHandovers } from '../../../shared/ledger/assignable-handovers.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Dialog } from '../../ui/form-dialog.tsx';
import { AssignCollectedForm } from './assign-collected-form.tsx';
import classes from './assign-dialog.module.css';
import type { AssignedMovement, AssignFormProps } from './assign-form.ts';
import { AssignReceiptForm } from './assign-receipt-form.tsx';
import { AssignReturnForm } from './assign-return-form.tsx';

const senders = [
  { value: 'client', label: 'Règlement d’un client' },
  { value: 'collector', label: 'Reversement d’un tiers' },
] as const;

/** Money in: from a client, or from a collector where something is with one. */
const AssignMoneyForm = (props: AssignFormProps) => {
  const ledger = useLedger();
  const { movement } = props;
  const isCollected = movement.targets.some(
    (target) => target.kind === 'payment' && target.collected !== undefined,
  );
  const [sender, setSender] = useState<(typeof senders)[number]['value']>(
    isCollected ? 'collector' : 'client',
  );
  const canBeCollected = useMemo(
    () =>
      isCollected ||
      assignableHandovers(ledger, { ...movement, bookedOn: movement.line.bookedOn }).length > 0,
    [ledger, movement, isCollected],
  );
  return (
    <>
      {canBeCollected && (
        <SegmentedControl
          aria-label="De qui vient l’argent"
          mb="md"
          value={sender}
          onChange={(value) => setSender(value === 'collector' ? 'collector' : 'client')}
          data={[...senders]}
        />
      )}
      {sender === 'collector' ? <AssignCollectedForm {...props} /> : <AssignReceiptForm {...props} />}
    </>
  );
};

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
          <AssignMoneyForm
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

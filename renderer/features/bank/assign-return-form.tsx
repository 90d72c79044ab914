import { Radio, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { cents } from '../../../shared/money/cents.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import type { AssignFormProps } from './assign-form.ts';
import { paymentChoices } from './payment-choices.ts';
import { invoicesOfPayment, invoicesText } from './target-text.ts';

/** An outgoing movement: which payment the bank takes back. */
export const AssignReturnForm = ({ movement, submitLabel, onSubmit, onClose }: AssignFormProps) => {
  const ledger = useLedger();
  const choices = useMemo(
    () => paymentChoices(ledger, movement.line, cents(-movement.amountCents)),
    [ledger, movement],
  );
  const [current] = movement.targets;
  const [paymentId, setPaymentId] = useState(
    current?.kind === 'return' ? current.paymentId : (choices[0]?.id ?? ''),
  );
  const submit = async (): Promise<void> => {
    const payment = ledger.payments.get(paymentId);
    if (payment) await onSubmit([{ kind: 'return', paymentId, clientId: payment.clientId }]);
  };
  return (
    <DialogForm
      submitLabel={submitLabel}
      onSubmit={submit}
      onCancel={onClose}
      hint={
        choices.length === 0
          ? 'Aucun paiement de ce montant n’est enregistré\u00A0: mettez ce mouvement de côté.'
          : undefined
      }
    >
      <Radio.Group label="Paiement repris par la banque" value={paymentId} onChange={setPaymentId}>
        <Stack gap="xs" mt="xs">
          {choices.map((payment, index) => (
            <Radio
              key={payment.id}
              value={payment.id}
              label={`${ledger.clients.get(payment.clientId)?.name ?? ''}, reçu le ${formatDay(payment.receivedOn)}, ${invoicesText(ledger, invoicesOfPayment(ledger, payment.id))}`}
              data-autofocus={index === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </DialogForm>
  );
};

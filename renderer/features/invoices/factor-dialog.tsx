import { Autocomplete, Text } from '@mantine/core';
import { useState } from 'react';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { setFactor } from '../../db/commands/invoice-stops.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { InvoiceSummary } from '../agreements/invoice-summary.tsx';

const FactorForm = ({
  invoiceIds,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const [factor, setName] = useState('');
  const [tried, setTried] = useState(false);
  // As they were when the dialog opened: the list must not open on the name that was just given.
  const [known] = useState(() =>
    [...new Set([...ledger.invoices.values()].flatMap((invoice) => invoice.factor ?? []))].sort(),
  );
  const submit = async (): Promise<void> => {
    setTried(true);
    if (factor.trim() === '') return;
    const done = await run(setFactor, { invoiceIds, factor });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel={invoiceIds.length > 1 ? 'Noter les cessions' : 'Noter la cession'}
      onSubmit={submit}
      onCancel={onClose}
    >
      <InvoiceSummary invoiceIds={invoiceIds} />
      <Autocomplete
        label="Factor"
        description="Son nom, ou celui de la banque à qui la créance est cédée."
        data={known}
        value={factor}
        maxLength={200}
        autoComplete="off"
        onChange={setName}
        error={tried && factor.trim() === '' ? 'Indiquez le nom du factor.' : undefined}
        data-autofocus
      />
      <Text size="sm">
        Le client doit payer le factor : aucune relance ne part plus, et votre IBAN n’est plus imprimé pour{' '}
        {invoiceIds.length > 1 ? 'ces factures' : 'cette facture'}.
      </Text>
    </DialogForm>
  );
};

/** « Cédée à un factor ». */
export const FactorDialog = ({
  invoiceIds,
  opened,
  onClose,
}: {
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={invoiceIds.length > 1 ? 'Factures cédées à un factor' : 'Facture cédée à un factor'}
    opened={opened && invoiceIds.length > 0}
    onClose={onClose}
  >
    <FactorForm invoiceIds={invoiceIds} onClose={onClose} />
  </Dialog>
);

import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useRun } from '../../application/use-run.tsx';
import { decideClientCharge, decideInvoiceCharge } from '../../db/commands/charge-decisions.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { chargeName, publicWaiverText } from './charge-words.ts';

/** What is about to be waived: a charge of one invoice, or of all invoices of the client. */
export interface Waiver {
  readonly charge: Charge;
  readonly invoice?: Invoice | undefined;
}

const WaiveForm = ({
  client,
  waiver: { charge, invoice },
  onClose,
}: {
  readonly client: Client;
  readonly waiver: Waiver;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    const wish = { kind: 'waive', reason } as const;
    const done = invoice
      ? await run(decideInvoiceCharge, { invoiceId: invoice.id, charge, wish })
      : await run(decideClientCharge, { clientId: client.id, charge, wish });
    if (done) onClose();
  };
  const name = chargeName(charge, client.regime);
  return (
    <DialogForm submitLabel="Renoncer" onSubmit={submit} onCancel={onClose}>
      <Text>
        {invoice
          ? `${name}\u00A0: plus rien ne sera réclamé à ce titre pour la facture ${invoice.number}, ni dans les relances ni dans les courriers.`
          : `${name}\u00A0: plus rien ne sera réclamé à ce titre à ce client, sauf pour les factures où vous avez décidé autrement.`}
      </Text>
      {charge === 'penalties' && client.regime === 'public' && (
        <Notice tone="info">{publicWaiverText}</Notice>
      )}
      <TextInput
        label="Motif (facultatif, pour vous seul)"
        placeholder="Par exemple\u00A0: geste commercial, retard de notre fait"
        value={reason}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </DialogForm>
  );
};

/** « Renoncer »: asks why, which may stay empty. */
export const WaiveDialog = ({
  client,
  waiver,
  onClose,
}: {
  readonly client: Client;
  readonly waiver: Waiver | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={waiver?.charge === 'indemnity' ? 'Renoncer à l’indemnité' : 'Renoncer aux intérêts de retard'}
    opened={waiver !== undefined}
    onClose={onClose}
  >
    {waiver && <WaiveForm client={client} waiver={waiver} onClose={onClose} />}
  </Dialog>
);

import { Checkbox, Group, SegmentedControl, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { openServiceBlock } from '../../../shared/ledger/blocked-services.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { closeDispute } from '../../db/commands/disputes.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

type Outcome = NonNullable<Dispute['outcome']>;

const outcomes: readonly { readonly value: Outcome; readonly label: string }[] = [
  { value: 'for-creditor', label: 'En notre faveur' },
  { value: 'for-debtor', label: 'En faveur du client' },
  { value: 'compromise', label: 'Compromis' },
];

const effects: Readonly<Record<Outcome, string>> = {
  'for-creditor':
    'Les relances reprennent. Les pénalités courent depuis l’échéance d’origine\u00A0: le litige ne l’a pas déplacée.',
  'for-debtor': 'Un avoir efface la part contestée\u202F; le reste de la facture se relance de nouveau.',
  compromise: 'Un avoir efface ce que vous abandonnez\u202F; le reste de la facture se relance de nouveau.',
};

const CloseForm = ({ dispute, onClose }: { readonly dispute: Dispute; readonly onClose: () => void }) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const owed = remainingCents(ledger, dispute.invoiceId);
  const contested = cents(Math.min(owed, dispute.disputedCents ?? owed));
  const [outcome, setOutcome] = useState<Outcome>('for-creditor');
  const [withCredit, setWithCredit] = useState(true);
  const [number, setNumber] = useState('');
  const [amount, setAmount] = useState<Cents | undefined>(contested);
  const client = ledger.clients.get(dispute.clientId);
  const block = client && openServiceBlock(client, today);
  // What came with the dispute goes with it; a block for another reason is not touched unasked.
  const [liftsBlock, setLiftsBlock] = useState(block?.disputeId === dispute.id);
  const [tried, setTried] = useState(false);
  const credits = outcome !== 'for-creditor' && withCredit;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (credits && (number.trim() === '' || amount === undefined)) return;
    const done = await run(closeDispute, {
      disputeId: dispute.id,
      outcome,
      liftsBlock: block !== undefined && liftsBlock,
      ...(credits && amount !== undefined ? { creditNote: { number, cents: amount } } : {}),
    });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Clore le litige" onSubmit={submit} onCancel={onClose}>
      <SegmentedControl
        aria-label="Issue du litige"
        data={[...outcomes]}
        value={outcome}
        onChange={setOutcome}
        fullWidth
        data-autofocus
      />
      <Text size="sm">{effects[outcome]}</Text>
      {outcome !== 'for-creditor' && (
        <>
          <Switch
            label="Enregistrer l’avoir maintenant"
            description="Son numéro est celui de votre logiciel de facturation. Sans lui, saisissez ou importez l’avoir plus tard."
            checked={withCredit}
            onChange={(event) => setWithCredit(event.currentTarget.checked)}
          />
          {withCredit && (
            <Group grow align="flex-start" gap="md">
              <TextInput
                label="Numéro de l’avoir"
                value={number}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => setNumber(event.currentTarget.value)}
                error={tried && number.trim() === '' ? 'Indiquez le numéro de l’avoir.' : undefined}
              />
              <AmountInput
                label="Montant TTC"
                description={`Reste dû : ${formatAmount(owed)}`}
                value={amount}
                onChange={setAmount}
                error={tried && amount === undefined ? 'Indiquez le montant de l’avoir.' : undefined}
              />
            </Group>
          )}
        </>
      )}
      {block && (
        <Checkbox
          label="Lever le blocage des livraisons et du SAV"
          description={block.reason}
          checked={liftsBlock}
          onChange={(event) => setLiftsBlock(event.currentTarget.checked)}
        />
      )}
    </DialogForm>
  );
};

/** « Clore le litige »: in whose favour, and the credit note that follows from it. */
export const CloseDisputeDialog = ({
  dispute,
  opened,
  onClose,
}: {
  readonly dispute: Dispute;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const number = useLedger().invoices.get(dispute.invoiceId)?.number ?? '';
  return (
    <Dialog title={`Clore le litige sur la facture ${number}`} opened={opened} onClose={onClose}>
      <CloseForm dispute={dispute} onClose={onClose} />
    </Dialog>
  );
};

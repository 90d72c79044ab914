import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Handover } from '../../../shared/ledger/handover.ts';
import { feeOnSum, feeParts, feeVatOf } from '../../../shared/ledger/handover-fee.ts';
import { handoverFigures } from '../../../shared/ledger/handover-figures.ts';
import { type Cents, cents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordCollectedPayment } from '../../db/commands/collected-payments.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const CollectedForm = ({
  handover,
  onClose,
}: {
  readonly handover: Handover;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const { openCents, feeCents: keptCents } = handoverFigures(ledger, handover);
  const [gross, setGross] = useState<Cents | undefined>();
  const [feeTyped, setFeeTyped] = useState<{ readonly cents: Cents | undefined }>();
  const [on, setOn] = useState<Day | undefined>(today);
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const usualFee = gross === undefined ? undefined : feeOnSum(handover.fee, gross, keptCents);
  const fee = feeTyped === undefined ? usualFee : feeTyped.cents;
  const net = gross === undefined ? undefined : cents(gross - (fee ?? 0));
  const isVatAdded = feeVatOf(handover.fee) > 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (gross === undefined || on === undefined) return;
    const done = await run(recordCollectedPayment, {
      handoverId: handover.id,
      receivedOn: on,
      grossCents: gross,
      feeCents: fee ?? zeroCents,
      reference,
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={net === undefined ? undefined : `Reçu sur votre compte : ${formatAmount(net)}`}
    >
      <Group grow align="flex-start" gap="md">
        <AmountInput
          label="Payé par le client"
          description={`Reste dû\u00A0: ${formatAmount(openCents)}`}
          value={gross}
          onChange={setGross}
          error={tried && gross === undefined ? 'Indiquez ce que le client a payé.' : undefined}
          data-autofocus
        />
        <AmountInput
          label="Gardé par le partenaire"
          description={
            isVatAdded
              ? `Dont TVA\u00A0: ${formatAmount(feeParts(handover.fee, fee ?? 0).vatCents)}`
              : 'Zéro s’il la facture à part.'
          }
          value={fee}
          onChange={(typed) => setFeeTyped({ cents: typed })}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <DayInput
          label="Encaissé le"
          value={on}
          onChange={setOn}
          maxDay={today}
          error={tried && on === undefined ? 'Indiquez la date d’encaissement.' : undefined}
        />
        <TextInput
          label="Référence (facultatif)"
          value={reference}
          maxLength={140}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </Group>
      <Text size="sm">
        Les factures sont soldées par ce que le client a payé, la plus ancienne d’abord. La rémunération est
        votre charge : elle est notée à part et ne reste jamais due par le client.
        {isVatAdded && ' Indiquez zéro si le partenaire la facture à part.'}
      </Text>
    </DialogForm>
  );
};

/** « Règlement reversé »: money of the debtor that came through the collector. */
export const CollectedDialog = ({
  handover,
  opened,
  onClose,
}: {
  readonly handover: Handover;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title={`Règlement reversé par ${handover.collector.name}`} opened={opened} onClose={onClose}>
    <CollectedForm handover={handover} onClose={onClose} />
  </Dialog>
);

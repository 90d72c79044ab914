import { Group } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { saveBankBalance } from '../../db/commands/settings.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const BalanceForm = ({ onClose }: { readonly onClose: () => void }) => {
  const today = useToday();
  const run = useRun();
  const hasStatements = useLedger().bankStatements.size > 0;
  const [balance, setBalance] = useState<Cents>();
  const [on, setOn] = useState<Day | undefined>(today);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (balance === undefined || on === undefined) return;
    const done = await run(saveBankBalance, { on, cents: balance });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer le solde"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        hasStatements
          ? 'Il vaut pour tous vos comptes ensemble, à la place de vos relevés, jusqu’au prochain relevé.'
          : 'Le solde remplace celui du même jour, s’il y en a un.'
      }
    >
      <Group grow align="flex-start" gap="md">
        <AmountInput
          label="Solde du compte"
          value={balance}
          onChange={setBalance}
          allowNegative
          error={tried && balance === undefined ? 'Indiquez le solde lu à la banque.' : undefined}
          data-autofocus
        />
        <DayInput
          label="Au soir du"
          value={on}
          onChange={setOn}
          maxDay={today}
          error={tried && on === undefined ? 'Indiquez le jour de ce solde.' : undefined}
        />
      </Group>
    </DialogForm>
  );
};

/** The balance of the bank account, typed by the user: what the projection starts from. */
export const BalanceDialog = ({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Solde bancaire" opened={opened} onClose={onClose}>
    <BalanceForm onClose={onClose} />
  </Dialog>
);

import { Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BankAccount } from '../../../shared/ledger/bank.ts';
import { printedAccount } from '../../../shared/ledger/bank-account-name.ts';
import { useRun } from '../../application/use-run.tsx';
import { saveBankAccount } from '../../db/commands/bank.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

const AccountForm = ({
  account,
  onClose,
}: {
  readonly account: BankAccount;
  readonly onClose: () => void;
}) => {
  const run = useRun();
  const [name, setName] = useState(account.name);
  const [receives, setReceives] = useState(account.receivesPayments);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const done = await run(saveBankAccount, { ...account, name: name.trim(), receivesPayments: receives });
    if (done) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <Text size="sm" c="dimmed">
        {printedAccount(account.identifier)}
      </Text>
      <TextInput
        label="Nom du compte"
        value={name}
        maxLength={80}
        autoComplete="off"
        error={tried && name.trim() === '' ? 'Nommez ce compte.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Switch
        label="Mes clients paient sur ce compte"
        description="Sinon ses mouvements ne sont pas proposés au rapprochement, et il ne compte pas pour la fraîcheur bancaire."
        checked={receives}
        onChange={(event) => setReceives(event.currentTarget.checked)}
      />
    </DialogForm>
  );
};

/** Name of an account, and whether clients pay on it. */
export const AccountDialog = ({
  account,
  onClose,
}: {
  readonly account: BankAccount | undefined;
  readonly onClose: () => void;
}) => (
  <Dialog title="Compte bancaire" opened={account !== undefined} onClose={onClose}>
    {account && <AccountForm account={account} onClose={onClose} />}
  </Dialog>
);

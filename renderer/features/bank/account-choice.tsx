import { Select } from '@mantine/core';
import type { BankAccount } from '../../../shared/ledger/bank.ts';
import { accountEnding } from '../../../shared/ledger/bank-account-name.ts';

/** Of which account a file is, where it does not say so. */
export const AccountChoice = ({
  accounts,
  newAccount,
  value,
  onChange,
}: {
  /** Those in the currency of the file. */
  readonly accounts: readonly BankAccount[];
  /** Identifier for « Un nouveau compte ». */
  readonly newAccount: string;
  readonly value: string;
  readonly onChange: (identifier: string) => void;
}) => (
  <Select
    label="Ce fichier ne dit pas de quel compte il est"
    w={360}
    mb="md"
    data={[
      ...accounts.map(({ identifier, name }) => ({
        value: identifier,
        label: `${name} (${accountEnding(identifier)})`,
      })),
      { value: newAccount, label: 'Un nouveau compte' },
    ]}
    value={value}
    allowDeselect={false}
    onChange={(identifier) => identifier !== null && onChange(identifier)}
  />
);

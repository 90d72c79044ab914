import { Select } from '@mantine/core';
import type { PaymentMethod } from '../../../shared/ledger/payment.ts';

const methods = [
  { value: 'transfer', label: 'Virement' },
  { value: 'cheque', label: 'Chèque' },
  { value: 'card', label: 'Carte' },
  { value: 'direct-debit', label: 'Prélèvement' },
  { value: 'cash', label: 'Espèces' },
  { value: 'other', label: 'Autre moyen' },
] as const satisfies readonly { readonly value: PaymentMethod; readonly label: string }[];

/** « Moyen de paiement » of money received. */
export const PaymentMethodSelect = ({
  value,
  onChange,
}: {
  readonly value: PaymentMethod;
  readonly onChange: (value: PaymentMethod) => void;
}) => (
  <Select
    label="Moyen de paiement"
    data={methods}
    value={value}
    allowDeselect={false}
    onChange={(picked) => {
      const method = methods.find((candidate) => candidate.value === picked);
      if (method) onChange(method.value);
    }}
  />
);

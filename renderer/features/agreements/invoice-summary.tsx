import { Text } from '@mantine/core';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';

/** Names the invoices of a dialog and what is owed on them, in one line. */
export const InvoiceSummary = ({ invoiceIds }: { readonly invoiceIds: readonly string[] }) => {
  const ledger = useLedger();
  const numbers = invoiceIds.map((id) => ledger.invoices.get(id)?.number ?? '').join(', ');
  const owed = formatAmount(sumCents(invoiceIds.map((id) => remainingCents(ledger, id))));
  return (
    <Text truncate title={numbers}>
      <span className="figures">{owed}</span>
      {invoiceIds.length > 1 ? ` à payer sur ${invoiceIds.length} factures : ` : ' à payer sur la facture '}
      {numbers}
    </Text>
  );
};

import { Checkbox, TextInput } from '@mantine/core';
import { isCarriageClaim } from '../../../shared/claims/invoice-limitation.ts';
import type { PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { InvoiceDraft } from './invoice-draft.ts';
import { ReceiptFields, receiptFieldsStandFirst } from './receipt-fields.tsx';

/** The order reference, and under « Plus de détails » what decides limitation and special terms. */
export const InvoiceExtras = ({
  draft,
  onChange,
  client,
  terms,
}: {
  readonly draft: InvoiceDraft;
  readonly onChange: (changes: Partial<InvoiceDraft>) => void;
  readonly client: Client | undefined;
  readonly terms: PaymentTerms | undefined;
}) => (
  <>
    <TextInput
      label="Référence de commande du client (facultatif)"
      value={draft.order}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => onChange({ order: event.currentTarget.value })}
    />
    {draft.kind === 'invoice' && (
      <Disclosure
        label="Plus de détails"
        startsOpen={
          draft.isCarriage === true || (draft.performedOn !== undefined && client?.regime !== 'public')
        }
      >
        {!receiptFieldsStandFirst(client, terms) && (
          <ReceiptFields draft={draft} onChange={onChange} client={client} />
        )}
        <Checkbox
          label="Transport de marchandises"
          description="La créance se prescrit plus vite, et le délai de paiement est plus court (C. com. art. L133-6 et L441-11 II)."
          checked={client === undefined ? draft.isCarriage === true : isCarriageClaim(draft, client)}
          onChange={(event) => onChange({ isCarriage: event.currentTarget.checked })}
        />
      </Disclosure>
    )}
  </>
);

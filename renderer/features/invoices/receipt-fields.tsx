import { Group } from '@mantine/core';
import type { PaymentTerms } from '../../../shared/dates/payment-terms.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { DayInput } from '../../ui/day-input.tsx';
import type { InvoiceDraft } from './invoice-draft.ts';
import { needsReceipt } from './term-choices.ts';

/** The days stand beside the due date where it counts from them; elsewhere under « Plus de détails ». */
export const receiptFieldsStandFirst = (
  client: Client | undefined,
  terms: PaymentTerms | undefined,
): boolean => client?.regime === 'public' || needsReceipt(terms);

/** Delivery or end of the service, and for a public buyer the receipt of the request for payment. */
export const ReceiptFields = ({
  draft,
  onChange,
  client,
}: {
  readonly draft: InvoiceDraft;
  readonly onChange: (changes: Partial<InvoiceDraft>) => void;
  readonly client: Client | undefined;
}) => (
  <Group grow align="flex-start" gap="md">
    <DayInput
      label="Livraison ou fin de prestation"
      value={draft.performedOn}
      onChange={(performedOn) => onChange({ performedOn })}
    />
    {client?.regime === 'public' && (
      <DayInput
        label="Mise à disposition sur Chorus Pro"
        value={draft.requestReceivedOn}
        onChange={(requestReceivedOn) => onChange({ requestReceivedOn })}
      />
    )}
  </Group>
);

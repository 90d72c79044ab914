import { useLedger } from '../../application/ledger-context.tsx';
import { Dialog } from '../../ui/form-dialog.tsx';
import { InvoiceForm } from './invoice-form.tsx';

/**
 * « Saisir une facture » or « Modifier »: a known client or a new one by its name; the terms fill the due
 * date, which stays free.
 */
export const InvoiceDialog = ({
  opened,
  onClose,
  clientId,
  invoiceId,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The client is fixed. */
  readonly clientId?: string | undefined;
  /** Edits this invoice. */
  readonly invoiceId?: string | undefined;
}) => {
  const ledger = useLedger();
  const invoice = invoiceId === undefined ? undefined : ledger.invoices.get(invoiceId);
  const title =
    invoice === undefined
      ? 'Saisir une facture'
      : `Modifier ${invoice.kind === 'invoice' ? 'la facture' : 'l’avoir'} ${invoice.number}`;
  return (
    <Dialog title={title} opened={opened} onClose={onClose} size="lg">
      <InvoiceForm clientId={clientId} invoice={invoice} onClose={onClose} />
    </Dialog>
  );
};

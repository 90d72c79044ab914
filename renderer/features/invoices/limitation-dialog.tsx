import { useState } from 'react';
import { type InvoiceLimitationError, invoiceLimitation } from '../../../shared/claims/invoice-limitation.ts';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { unreachable } from '../../../shared/result.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import form from '../../ui/form-dialog.module.css';
import { Dialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LimitationActForm } from './limitation-act-form.tsx';
import { LimitationOverview } from './limitation-overview.tsx';
import { LimitationTitleForm } from './limitation-title-form.tsx';

type View =
  | { readonly kind: 'overview' | 'title' }
  | { readonly kind: 'act'; readonly signedPlanOn: Day | undefined };

const problemText = (error: InvoiceLimitationError): string => {
  switch (error.kind) {
    case 'missing-parameter':
      return `Aucun délai de prescription n’est connu pour une créance du ${formatDay(error.on)}.`;
    case 'no-client':
      return 'Le client de cette facture n’existe plus.';
    case 'credit-note':
      return 'Un avoir ne se prescrit pas.';
    default:
      return unreachable(error);
  }
};

const LimitationContent = ({ invoice }: { readonly invoice: Invoice }) => {
  const ledger = useLedger();
  const today = useToday();
  const [view, setView] = useState<View>({ kind: 'overview' });
  const client = ledger.clients.get(invoice.clientId);
  const found = invoiceLimitation(ledger, invoice, today);
  const showOverview = (): void => setView({ kind: 'overview' });
  if (!found.ok || !client)
    return <Notice tone="caution">{problemText(found.ok ? { kind: 'no-client' } : found.error)}</Notice>;
  switch (view.kind) {
    case 'act':
      return (
        <LimitationActForm
          invoice={invoice}
          client={client}
          signedPlanOn={view.signedPlanOn}
          onDone={showOverview}
        />
      );
    case 'title':
      return <LimitationTitleForm invoice={invoice} onDone={showOverview} />;
    default:
      return (
        <div className={form.form}>
          <LimitationOverview
            invoice={invoice}
            client={client}
            found={found.value}
            onRecord={(signedPlanOn) => setView({ kind: 'act', signedPlanOn })}
            onTitle={() => setView({ kind: 'title' })}
          />
        </div>
      );
  }
};

/** « Prescription »: last day to act, the reason, what interrupted it, and the acts that the user notes. */
export const LimitationDialog = ({
  invoiceId,
  opened,
  onClose,
}: {
  readonly invoiceId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => {
  const invoice = useLedger().invoices.get(invoiceId);
  return (
    <Dialog
      title={`Prescription de la facture ${invoice?.number ?? ''}`}
      size="lg"
      opened={opened && invoice !== undefined}
      onClose={onClose}
    >
      {invoice && <LimitationContent invoice={invoice} />}
    </Dialog>
  );
};

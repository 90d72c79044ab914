import { Menu } from '@mantine/core';
import { Landmark, RadioTower, RotateCcw, Undo2, Unplug } from 'lucide-react';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { InvoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { settledByDebit } from '../../../shared/ledger/settled-by-debit.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { presentDebitAgain, recordPaymentOrder, setFactor } from '../../db/commands/invoice-stops.ts';
import type { InvoiceAction } from './invoice-actions.tsx';

/** Items of the menu of an invoice that stop its reminders, or let them go on again. */
export const InvoiceStopItems = ({
  invoice,
  standing,
  onAsk,
}: {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
  readonly onAsk: (action: InvoiceAction) => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const client = ledger.clients.get(invoice.clientId);
  if (invoice.kind !== 'invoice' || standing.kind === 'cancelled') return null;
  const isOpen = standing.kind === 'open';
  const isDebited = client?.directDebit === true || settledByDebit(ledger, invoice.id);
  return (
    <>
      {invoice.factor !== undefined ? (
        <Menu.Item
          leftSection={<RotateCcw size={16} aria-hidden="true" />}
          onClick={() => void run(setFactor, { invoiceIds: [invoice.id], factor: undefined })}
        >
          N’est plus cédée au factor
        </Menu.Item>
      ) : (
        isOpen && (
          <Menu.Item leftSection={<Unplug size={16} aria-hidden="true" />} onClick={() => onAsk('factor')}>
            Cédée à un factor
          </Menu.Item>
        )
      )}
      {isOpen && client?.regime === 'public' && invoice.paymentOrderedOn === undefined && (
        <Menu.Item
          leftSection={<Landmark size={16} aria-hidden="true" />}
          onClick={() => onAsk('payment-order')}
        >
          Mandatée par l’acheteur
        </Menu.Item>
      )}
      {invoice.paymentOrderedOn !== undefined && (
        <Menu.Item
          leftSection={<RotateCcw size={16} aria-hidden="true" />}
          onClick={() => void run(recordPaymentOrder, { invoiceId: invoice.id, orderedOn: undefined })}
        >
          Retirer le mandatement
        </Menu.Item>
      )}
      {isDebited && (invoice.debitRejectedOn === undefined || !isOpen) && (
        <Menu.Item
          leftSection={<Undo2 size={16} aria-hidden="true" />}
          onClick={() => onAsk('debit-rejected')}
        >
          Prélèvement rejeté
        </Menu.Item>
      )}
      {isOpen && invoice.debitRejectedOn !== undefined && (
        <Menu.Item
          leftSection={<RotateCcw size={16} aria-hidden="true" />}
          onClick={() => void run(presentDebitAgain, { invoiceId: invoice.id })}
        >
          Prélèvement présenté de nouveau
        </Menu.Item>
      )}
      {(isOpen || invoice.lifeCycle !== undefined) && (
        <Menu.Item
          leftSection={<RadioTower size={16} aria-hidden="true" />}
          onClick={() => onAsk('life-cycle')}
        >
          Statut de la plateforme…
        </Menu.Item>
      )}
    </>
  );
};

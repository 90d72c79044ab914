import { useCallback, useState } from 'react';
import { useLedger } from '../../application/ledger-context.tsx';
import { DisputeDialog } from '../agreements/dispute-dialog.tsx';
import { PlanDialog } from '../agreements/plan-dialog.tsx';
import { PostponeDialog } from '../agreements/postpone-dialog.tsx';
import { PromiseDialog } from '../agreements/promise-dialog.tsx';
import { HandOverDialog } from '../handovers/hand-over-dialog.tsx';
import { MarkPaidDialog } from '../payments/mark-paid-dialog.tsx';
import { InvoiceScenarioDialog } from '../scenarios/invoice-scenario-dialog.tsx';
import { FactorDialog } from './factor-dialog.tsx';
import { InvoiceDialog } from './invoice-dialog.tsx';
import { LifeCycleDialog } from './life-cycle-dialog.tsx';
import { LimitationDialog } from './limitation-dialog.tsx';
import { StopDayDialog } from './stop-day-dialog.tsx';

/** What can be done to invoices in a dialog. */
export type InvoiceAction =
  | 'paid'
  | 'dispute'
  | 'promise'
  | 'plan'
  | 'postpone'
  | 'edit'
  | 'limitation'
  | 'scenario'
  | 'factor'
  | 'hand-over'
  | 'payment-order'
  | 'debit-rejected'
  | 'life-cycle';

interface Asked {
  readonly action: InvoiceAction;
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
}

/** Opens one dialog for invoices; the last one stays named while it closes. */
export const useInvoiceActions = (): {
  readonly asked: Asked;
  readonly ask: (action: InvoiceAction, invoiceIds: readonly string[]) => void;
  readonly close: () => void;
} => {
  const [asked, setAsked] = useState<Asked>({ action: 'paid', invoiceIds: [], opened: false });
  return {
    asked,
    ask: useCallback((action, invoiceIds) => setAsked({ action, invoiceIds, opened: true }), []),
    close: useCallback(() => setAsked((was) => ({ ...was, opened: false })), []),
  };
};

/** The dialogs of {@link useInvoiceActions}. */
export const InvoiceActionDialogs = ({
  asked: { action, invoiceIds, opened },
  onClose,
}: {
  readonly asked: Asked;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const first = invoiceIds[0] ?? '';
  const clientId = ledger.invoices.get(first)?.clientId ?? '';
  const isOpen = (which: InvoiceAction): boolean => opened && action === which;
  return (
    <>
      <MarkPaidDialog invoiceIds={invoiceIds} opened={isOpen('paid')} onClose={onClose} />
      <DisputeDialog invoiceId={first} opened={isOpen('dispute')} onClose={onClose} />
      <PromiseDialog invoiceIds={invoiceIds} opened={isOpen('promise')} onClose={onClose} />
      <PlanDialog invoiceIds={invoiceIds} opened={isOpen('plan')} onClose={onClose} />
      <PostponeDialog clientId={clientId} invoiceId={first} opened={isOpen('postpone')} onClose={onClose} />
      <InvoiceDialog invoiceId={first} opened={isOpen('edit')} onClose={onClose} />
      <InvoiceScenarioDialog invoiceId={first} opened={isOpen('scenario')} onClose={onClose} />
      <FactorDialog invoiceIds={invoiceIds} opened={isOpen('factor')} onClose={onClose} />
      <HandOverDialog invoiceIds={invoiceIds} opened={isOpen('hand-over')} onClose={onClose} />
      <StopDayDialog
        event={{ kind: action === 'payment-order' ? 'payment-order' : 'debit-rejected', invoiceId: first }}
        opened={isOpen('payment-order') || isOpen('debit-rejected')}
        onClose={onClose}
      />
      <LifeCycleDialog invoiceId={first} opened={isOpen('life-cycle')} onClose={onClose} />
      <LimitationDialog invoiceId={first} opened={isOpen('limitation')} onClose={onClose} />
    </>
  );
};

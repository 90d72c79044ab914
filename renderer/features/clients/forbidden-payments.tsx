import { forbiddenPayments } from '../../../shared/claims/insolvency-payments.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Payments of earlier claims that came after the judgment: the invoice is not settled for good. */
export const ForbiddenPayments = ({ clientId }: { readonly clientId: string }) => {
  const found = forbiddenPayments(useLedger(), clientId);
  return found.map(({ payment, invoices, cents, annulableUntil }) => (
    <Notice key={payment.id} tone="caution">
      <strong>
        {formatAmount(cents)} reçus le {formatDay(payment.receivedOn)}, après le jugement,
      </strong>{' '}
      pour {invoices.length === 1 ? 'la facture' : 'les factures'}{' '}
      {invoices.map(({ number }) => number).join(', ')} : ce règlement d’une créance antérieure peut être
      annulé{annulableUntil === undefined ? '' : ` jusqu’au ${formatDay(annulableUntil)}`}{' '}
      (C. com. L622-7 III). Prévenez le mandataire avant de tenir la facture pour soldée.
    </Notice>
  ));
};

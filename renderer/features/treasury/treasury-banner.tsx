import { Link } from 'wouter';
import type { ExpectedReceipt } from '../../../shared/insight/expected-payment.ts';
import type { TreasuryAlert } from '../../../shared/insight/treasury-alert.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './treasury-banner.module.css';

/** An invoice in a payment plan comes in several receipts: one line for each invoice. */
const byInvoice = (receipts: readonly ExpectedReceipt[]): readonly (readonly ExpectedReceipt[])[] => {
  const groups = new Map<string, ExpectedReceipt[]>();
  for (const receipt of receipts) {
    const known = groups.get(receipt.invoice.id);
    if (known) known.push(receipt);
    else groups.set(receipt.invoice.id, [receipt]);
  }
  return [...groups.values()];
};

/** The day a threshold is crossed, and the overdue invoices that would prevent it, as links to their clients. */
export const TreasuryBanner = ({ alert }: { readonly alert: TreasuryAlert }) => {
  const ledger = useLedger();
  const groups = alert.remedy.kind === 'insufficient' ? [] : byInvoice(alert.remedy.receipts);
  return (
    <Notice tone="alert">
      <div className={classes.sentence}>{alert.sentence}</div>
      {groups.length > 0 && (
        <ul className={classes.invoices} aria-label="Factures à encaisser">
          {groups.map((receipts) => {
            const invoice = receipts[0]?.invoice;
            const client = invoice && ledger.clients.get(invoice.clientId);
            if (!invoice) return null;
            return (
              <li key={invoice.id}>
                <Link
                  href={places.client(invoice.clientId)}
                  className={classes.link}
                  title={client?.name ?? ''}
                >
                  <span className={classes.client}>{client?.name ?? 'Client inconnu'}</span>
                  <span className={classes.detail}>
                    {`${invoice.number} · ${formatAmount(sumCents(receipts.map(({ cents }) => cents)))}`}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Notice>
  );
};

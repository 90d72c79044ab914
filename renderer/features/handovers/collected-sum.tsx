import type { CollectorFee } from '../../../shared/ledger/handover.ts';
import { feeParts, feeVatOf } from '../../../shared/ledger/handover-fee.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import classes from './collected-sum.module.css';

/** What the client paid, what of it the collector kept, and what is left for the account. */
export const CollectedSum = ({
  fee,
  grossCents,
  feeCents,
}: {
  readonly fee: CollectorFee;
  readonly grossCents: Cents;
  /** VAT included. */
  readonly feeCents: Cents;
}) => {
  const { netCents, vatCents } = feeParts(fee, feeCents);
  const hasVat = feeVatOf(fee) > 0;
  return (
    <dl className={classes.sum}>
      <div>
        <dt>Payé par le client</dt>
        <dd className="figures">{formatAmount(grossCents)}</dd>
      </div>
      <div>
        <dt>{hasVat ? 'Honoraires HT' : 'Honoraires'}</dt>
        <dd className="figures">{formatAmount(cents(-netCents))}</dd>
      </div>
      {hasVat && (
        <div>
          <dt>TVA sur les honoraires</dt>
          <dd className="figures">{formatAmount(cents(-vatCents))}</dd>
        </div>
      )}
      <div className={classes.total}>
        <dt>Net reçu sur votre compte</dt>
        <dd className="figures">{formatAmount(cents(grossCents - feeCents))}</dd>
      </div>
    </dl>
  );
};

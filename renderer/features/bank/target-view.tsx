import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { concessionNames } from '../../../shared/ledger/allocation-source.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { CollectedSum } from '../handovers/collected-sum.tsx';
import classes from './match-detail.module.css';
import { invoicesOfPayment, invoicesText } from './target-text.ts';

const ClientTitle = ({
  clientId,
  score,
}: {
  readonly clientId: string;
  readonly score: number | undefined;
}) => {
  const name = useLedger().clients.get(clientId)?.name ?? '';
  return (
    <p className={classes.target}>
      <Link href={places.client(clientId)} title={name}>
        {name}
      </Link>
      {score !== undefined && <span className={classes.score}>vraisemblance {score} %</span>}
    </p>
  );
};

const Shares = ({
  target,
  currency,
}: {
  readonly target: Extract<MatchTarget, { readonly kind: 'payment' }>;
  readonly currency: string;
}) => {
  const ledger = useLedger();
  if (target.shares.length === 0) return null;
  return (
    <table className={classes.shares}>
      <caption className="visually-hidden">Factures réglées par ce mouvement</caption>
      <thead>
        <tr>
          <th scope="col">Facture</th>
          <th scope="col">Échéance</th>
          <th scope="col" className={classes.money}>
            Reste dû
          </th>
          <th scope="col" className={classes.money}>
            Réglé
          </th>
          <th scope="col" className={classes.money}>
            Ensuite
          </th>
        </tr>
      </thead>
      <tbody>
        {target.shares.map(({ invoiceId, cents, concession }) => {
          const invoice = ledger.invoices.get(invoiceId);
          const owed = remainingCents(ledger, invoiceId);
          const after = owed - cents - (concession?.cents ?? 0);
          return (
            <tr key={invoiceId}>
              <th scope="row" title={invoice?.number}>
                {invoice?.number}
              </th>
              <td className="figures">{invoice?.dueOn === undefined ? '–' : formatDay(invoice.dueOn)}</td>
              <td className={`${classes.money} figures`}>{formatMoney(owed, currency)}</td>
              <td className={`${classes.money} figures`}>{formatMoney(cents, currency)}</td>
              <td
                className={`${classes.money} ${classes.after} figures`}
                data-tone={after <= 0 ? 'good' : undefined}
              >
                {after <= 0 ? 'soldée' : formatMoney(after, currency)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The calculation of what came through a collector. */
const Collected = ({ target }: { readonly target: Extract<MatchTarget, { readonly kind: 'payment' }> }) => {
  const handover = useLedger().handovers.get(target.collected?.handoverId ?? '');
  if (handover === undefined || target.collected === undefined) return null;
  return (
    <>
      <p className={classes.collected}>Reversement de {handover.collector.name}</p>
      <CollectedSum
        fee={handover.fee}
        grossCents={sumCents([...target.shares.map(({ cents }) => cents), target.onAccountCents])}
        feeCents={target.collected.feeCents}
      />
    </>
  );
};

/** What a movement becomes when it is confirmed. */
export const TargetView = ({
  target,
  currency,
  score,
}: {
  readonly target: MatchTarget;
  readonly currency: string;
  readonly score?: number | undefined;
}) => {
  const ledger = useLedger();
  switch (target.kind) {
    case 'payment': {
      const concessions = target.shares.flatMap(({ invoiceId, concession }) =>
        concession ? [{ number: ledger.invoices.get(invoiceId)?.number ?? '', ...concession }] : [],
      );
      return (
        <>
          <ClientTitle clientId={target.clientId} score={score} />
          <Collected target={target} />
          <Shares target={target} currency={currency} />
          {concessions.map(({ number, reason, cents }) => (
            <p key={number} className={classes.note} data-tone="caution">
              {concessionNames[reason]} sur {number}&nbsp;: {formatMoney(cents, currency)} abandonnés.
            </p>
          ))}
          {target.onAccountCents > 0 && (
            <p className={classes.note} data-tone="caution">
              {formatMoney(target.onAccountCents, currency)} resteront à affecter sur le compte du client.
            </p>
          )}
        </>
      );
    }
    case 'recorded-payment': {
      const payment = ledger.payments.get(target.paymentId);
      const invoices = invoicesText(ledger, invoicesOfPayment(ledger, target.paymentId));
      return (
        <>
          <ClientTitle clientId={target.clientId} score={score} />
          <p className={classes.note}>
            Vous avez déjà noté ce règlement
            {payment && ` le ${formatDay(payment.receivedOn)}`}
            {invoices !== '' && ` (${invoices})`}. Il sera relié à ce mouvement, sans être compté deux fois.
          </p>
        </>
      );
    }
    case 'return': {
      const payment = ledger.payments.get(target.paymentId);
      const ids = invoicesOfPayment(ledger, target.paymentId);
      return (
        <>
          <ClientTitle clientId={target.clientId} score={score} />
          <p className={classes.note} data-tone="caution">
            La banque reprend le paiement{payment && ` du ${formatDay(payment.receivedOn)}`}
            {ids.length > 0 &&
              ` : ${ids.length > 1 ? 'les factures' : 'la facture'} ${invoicesText(ledger, ids)} ${
                ids.length > 1 ? 'seront de nouveau dues' : 'sera de nouveau due'
              }`}
            .
          </p>
        </>
      );
    }
    case 'no-receipt':
      return (
        <p className={classes.note}>
          Ce mouvement ne semble régler aucune facture&nbsp;: il sera mis de côté, et vous pourrez le
          reprendre.
        </p>
      );
  }
};

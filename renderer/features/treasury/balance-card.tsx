import { useMemo } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { TreasuryProjection } from '../../../shared/insight/treasury.ts';
import { waitingLines } from '../../../shared/ledger/bank-lines.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { type Cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Card } from '../../ui/card.tsx';
import classes from './treasury-screen.module.css';

/** Money of the statements that no invoice answers to yet: it is in the balance. */
const unmatchedCents = (ledger: Ledger): Cents =>
  sumCents(
    waitingLines(ledger)
      .filter(({ line }) => ledger.bankAccounts.get(line.accountId)?.currency === 'EUR')
      .map(({ leftCents }) => leftCents),
  );

/** Where the balance comes from, and of which day it is. */
const sourceOf = ({ source, on, until, accounts }: TreasuryProjection['opening']): string => {
  if (source === 'typed') return `Solde saisi au soir du ${formatDay(on)}`;
  const which =
    accounts.length > 1
      ? `D’après les relevés de vos ${accounts.length}\u00A0comptes`
      : 'D’après vos relevés';
  return on === until
    ? `${which}, au soir du ${formatDay(on)}`
    : `${which}, du ${formatDay(on)} pour le plus ancien au ${formatDay(until)}`;
};

/** The balance that the projection starts from, and how it was brought forward to today. */
export const BalanceCard = ({ projection }: { readonly projection: TreasuryProjection }) => {
  const ledger = useLedger();
  const { opening, days } = projection;
  const unmatched = useMemo(() => unmatchedCents(ledger), [ledger]);
  const now = days[0]?.balanceCents ?? opening.cents;
  const moved = now - opening.cents;
  return (
    <Card title="Solde bancaire">
      <div className={classes.balance}>{formatAmount(now)}</div>
      <p className={classes.hint}>
        {moved === 0
          ? `${sourceOf(opening)}.`
          : `${sourceOf(opening)}\u00A0: ${formatAmount(opening.cents)}, ${moved > 0 ? 'plus' : 'moins'} ${formatAmount(Math.abs(moved))} de mouvements notés depuis.`}
      </p>
      {opening.source === 'statements' && unmatched > 0 && (
        <p className={classes.hint}>
          {formatAmount(unmatched)} reçus restent{' '}
          <Link href={places.matching} className={classes.hint}>
            à rapprocher
          </Link>
          {'\u00A0'}: les factures qu’Acquit leur propose ne sont plus comptées dans les encaissements
          attendus.
        </p>
      )}
      {opening.source === 'statements' && (
        <Link href={places.bankAccounts} className={classes.hint}>
          Comptes et relevés
        </Link>
      )}
    </Card>
  );
};

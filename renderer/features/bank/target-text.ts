import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';

const shownNumbers = 3;

/** « F-12, F-14 », « 7 factures ». */
export const invoicesText = (ledger: Ledger, invoiceIds: readonly string[]): string => {
  const numbers = invoiceIds.flatMap((id) => ledger.invoices.get(id)?.number ?? []);
  return numbers.length > shownNumbers ? `${numbers.length}\u00A0factures` : numbers.join(', ');
};

/** Ids of the invoices that a payment is set against. */
export const invoicesOfPayment = (ledger: Ledger, paymentId: string): readonly string[] => {
  const ids: string[] = [];
  for (const { source, invoiceId } of ledger.allocations.values())
    if (source.kind === 'payment' && source.paymentId === paymentId) ids.push(invoiceId);
  return ids;
};

const clientName = (ledger: Ledger, clientId: string): string => ledger.clients.get(clientId)?.name ?? '';

/** What a movement is proposed or chosen to be, in a few words. */
export const targetText = (ledger: Ledger, target: MatchTarget): string => {
  switch (target.kind) {
    case 'payment': {
      const invoices = invoicesText(
        ledger,
        target.shares.map(({ invoiceId }) => invoiceId),
      );
      const collector = ledger.handovers.get(target.collected?.handoverId ?? '')?.collector.name;
      const name = `${collector === undefined ? '' : `Reversement de ${collector}\u00A0· `}${clientName(ledger, target.clientId)}`;
      return `${name}\u00A0· ${invoices === '' ? 'à affecter' : invoices}`;
    }
    case 'recorded-payment': {
      const payment = ledger.payments.get(target.paymentId);
      const noted = payment ? `déjà noté le ${formatDay(payment.receivedOn)}` : 'déjà noté';
      return `${clientName(ledger, target.clientId)}\u00A0· ${noted}`;
    }
    case 'return': {
      const ids = invoicesOfPayment(ledger, target.paymentId);
      const invoices = invoicesText(ledger, ids);
      const what =
        ids.length === 0
          ? 'reprend son acompte'
          : `rouvre ${ids.length > shownNumbers ? '' : ids.length > 1 ? 'les factures ' : 'la facture '}${invoices}`;
      return `${clientName(ledger, target.clientId)}\u00A0· ${what}`;
    }
    case 'no-receipt':
      return 'Pas un règlement de facture';
  }
};

/** The same for several at once: a deposit of cheques. */
export const targetsText = (ledger: Ledger, targets: readonly MatchTarget[]): string => {
  const [first, ...others] = targets;
  if (!first) return 'Aucune proposition';
  if (others.length === 0) return targetText(ledger, first);
  return `${targets.length}\u00A0clients\u00A0· ${targets
    .map((target) => ('clientId' in target ? clientName(ledger, target.clientId) : ''))
    .join(', ')}`;
};

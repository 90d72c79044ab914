import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { ClientLetterKind } from '../../../shared/ledger/client-letter.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { discountOf, discountRows } from '../../../shared/letters/kinds/discount-letter.ts';
import { recognisedCents } from '../../../shared/letters/kinds/payment-plan-letter.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';

/** A row that a letter can be about. */
export interface LetterSubject {
  readonly id: string;
  readonly label: string;
}

const mostReceipts = 50;

/** Plans of a client that are not ended, the latest first. */
export const plansFor = (ledger: Ledger, clientId: string): readonly LetterSubject[] =>
  [...ledger.plans.values()]
    .filter((plan) => plan.clientId === clientId && plan.endedOn === undefined)
    .sort((a, b) => (a.agreedOn > b.agreedOn ? -1 : 1))
    .map((plan) => ({
      id: plan.id,
      label: `Échéancier du ${formatDay(plan.agreedOn)}, ${formatAmount(recognisedCents(plan))} en ${plan.instalments.length} fois`,
    }));

/** Payments of a client that stand, the latest first. */
export const paymentsFor = (ledger: Ledger, clientId: string): readonly LetterSubject[] =>
  [...ledger.payments.values()]
    .filter((payment) => payment.clientId === clientId && payment.reversedAt === undefined)
    .sort((a, b) => (a.receivedOn > b.receivedOn ? -1 : 1))
    .slice(0, mostReceipts)
    .map((payment) => ({
      id: payment.id,
      label: `${formatAmount(payment.cents)} reçus le ${formatDay(payment.receivedOn)}`,
    }));

/** Hand-overs of a client that are not ended. */
export const handoversFor = (ledger: Ledger, clientId: string): readonly LetterSubject[] =>
  [...ledger.handovers.values()]
    .filter((handover) => handover.clientId === clientId && handover.ended === undefined)
    .map((handover) => ({
      id: handover.id,
      label: `${handover.collector.name}, ${formatAmount(handover.claimCents)}`,
    }));

/** Why a kind of letter cannot be written to a client now, French; undefined where it can. */
export const whyNot = (
  ledger: Ledger,
  clientId: string,
  kind: ClientLetterKind,
  today: Day,
): string | undefined => {
  const client = ledger.clients.get(clientId);
  if (client === undefined) return 'Ce client n’existe plus.';
  switch (kind) {
    case 'payment-plan':
      return plansFor(ledger, clientId).length === 0 ? 'Aucun échéancier en cours' : undefined;
    case 'thanks':
      return paymentsFor(ledger, clientId).length === 0 ? 'Aucun règlement reçu' : undefined;
    case 'mandate':
      return handoversFor(ledger, clientId).length === 0 ? 'Rien n’est confié à un tiers' : undefined;
    case 'discount-offer':
      if (discountOf(ledger, client) === undefined) return 'Aucun escompte dans les conditions de vente';
      return discountRows(ledger, client, today).length === 0
        ? 'Aucune facture ne peut plus y donner droit'
        : undefined;
    // Written where the broken plan stands, with the days that it grants.
    case 'forfeiture-notice':
      return 'Depuis le bandeau d’un échéancier non respecté';
    case 'account-statement':
    case 'free':
      return undefined;
  }
};

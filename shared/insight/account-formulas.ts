import type { AccountFigures } from '../ledger/account-figures.ts';
import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { paidItems } from '../ledger/paid-items.ts';
import { type Figure, knownFigure, unknownFigure } from './figure.ts';
import type { Formula } from './formula.ts';

type Owed = Pick<AccountFigures, 'outstandingCents' | 'overdueCents'>;

/** What is owed: due and not due. */
export const outstandingFormula = ({ outstandingCents, overdueCents }: Owed): Formula => ({
  expression: '{notDue} + {overdue}',
  terms: [
    { id: 'notDue', name: 'à échoir', value: { kind: 'cents', cents: outstandingCents - overdueCents } },
    { id: 'overdue', name: 'échu', value: { kind: 'cents', cents: overdueCents } },
  ],
  result: { kind: 'cents', cents: outstandingCents },
  note: 'Restes dus sur les factures ouvertes, TTC. Acomptes et avoirs non imputés non déduits.',
});

/** What of it is overdue. */
export const overdueFormula = ({ outstandingCents, overdueCents }: Owed): Formula => ({
  expression: '{outstanding} − {notDue}',
  terms: [
    { id: 'outstanding', name: 'encours', value: { kind: 'cents', cents: outstandingCents } },
    {
      id: 'notDue',
      name: 'ce qui n’est pas échu',
      value: { kind: 'cents', cents: outstandingCents - overdueCents },
    },
  ],
  result: { kind: 'cents', cents: overdueCents },
  note: 'Une facture qui échoit aujourd’hui n’est pas en retard, ni une facture sans échéance.',
});

/** Usual lateness of a client on the invoices that it paid in full: `averageDelayDays` of its account. */
export const settledDelayFigure = (ledger: Ledger, clientId: string): Figure => {
  const { remainingByInvoice } = currentBalances(ledger);
  let [centDays, paid] = [0, 0];
  for (const item of paidItems(ledger)) {
    if (item.clientId !== clientId || (remainingByInvoice.get(item.invoiceId) ?? 0) > 0) continue;
    centDays += item.cents * Math.max(0, item.delayDays);
    paid += item.cents;
  }
  if (paid === 0) return unknownFigure('Aucune facture soldée par un paiement.');
  return knownFigure({
    expression: '{weight} ÷ {paid}',
    terms: [
      {
        id: 'weight',
        name: 'Σ (montant payé × jours de retard)',
        value: { kind: 'cent-days', centDays },
      },
      { id: 'paid', name: 'Σ montants payés', value: { kind: 'cents', cents: paid } },
    ],
    result: { kind: 'days', days: centDays / paid },
    note: 'Toutes les factures soldées, depuis le début. Un paiement en avance compte 0\u00A0jour.',
  });
};

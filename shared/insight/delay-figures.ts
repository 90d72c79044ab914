import { addMonths, type Day, daysBetween } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type PaidItem, paidItems } from '../ledger/paid-items.ts';
import { type Figure, knownFigure, unknownFigure } from './figure.ts';

/** Months of payments behind the averages. */
export const delayMonths = 12;

export interface DelayFigures {
  /** Due date to payment, early payments negative. */
  readonly signed: Figure;
  /** The same, early payments counted as 0. */
  readonly floored: Figure;
  /** Issue date to payment. */
  readonly paymentTime: Figure;
  /** Share by amount paid by the due date. */
  readonly onTime: Figure;
}

const note =
  'Paiements de factures en euros des 12\u00A0derniers mois, pondérés par leur montant. Un paiement partiel compte pour ce qu’il a réglé.';

const weighted = (items: readonly PaidItem[], name: string, daysOf: (item: PaidItem) => number): Figure => {
  let [centDays, paid] = [0, 0];
  for (const item of items) {
    centDays += item.cents * daysOf(item);
    paid += item.cents;
  }
  return knownFigure({
    expression: '{weight} ÷ {paid}',
    terms: [
      { id: 'weight', name: `Σ (montant payé × ${name})`, value: { kind: 'cent-days', centDays } },
      { id: 'paid', name: 'Σ montants payés', value: { kind: 'cents', cents: paid } },
    ],
    result: { kind: 'days', days: centDays / paid },
    note,
  });
};

/**
 * How long payments took over the last 12 months (law-and-formats.md 7).
 * @param clientId one client only; all of them where undefined.
 */
export const delayFigures = (ledger: Ledger, today: Day, clientId?: string): DelayFigures => {
  const since = addMonths(today, -delayMonths);
  const items = paidItems(ledger).filter(
    (item) =>
      item.paidOn > since && item.paidOn <= today && (clientId === undefined || item.clientId === clientId),
  );
  if (items.length === 0) {
    const missing = unknownFigure('Aucun paiement de facture sur les 12\u00A0derniers mois.');
    return { signed: missing, floored: missing, paymentTime: missing, onTime: missing };
  }
  let [paid, onTime] = [0, 0];
  for (const item of items) {
    paid += item.cents;
    if (item.delayDays <= 0) onTime += item.cents;
  }
  return {
    signed: weighted(items, 'jours de retard', ({ delayDays }) => delayDays),
    floored: weighted(items, 'jours de retard, 0 si en avance', ({ delayDays }) => Math.max(0, delayDays)),
    paymentTime: weighted(items, 'jours depuis l’émission', ({ issuedOn, paidOn }) =>
      daysBetween(issuedOn, paidOn),
    ),
    onTime: knownFigure({
      expression: '{onTime} ÷ {paid} × 100',
      terms: [
        {
          id: 'onTime',
          name: 'montants payés à l’échéance ou avant',
          value: { kind: 'cents', cents: onTime },
        },
        { id: 'paid', name: 'montants payés', value: { kind: 'cents', cents: paid } },
      ],
      result: { kind: 'percent', percent: (onTime / paid) * 100 },
      note,
    }),
  };
};

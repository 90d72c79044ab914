import { type Day, daysBetween } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatDayCount } from './format-figure.ts';
import type { Formula, FormulaTerm } from './formula.ts';
import {
  leastPaidInvoices,
  type RiskComponents,
  type RiskScore,
  riskComponentNames,
  riskScore,
  riskWeights,
} from './risk.ts';
import { type RiskFacts, riskFacts } from './risk-facts.ts';

/** One of the five causes, with how its points came about. */
export interface RiskComponent {
  readonly id: keyof RiskComponents;
  /** French. */
  readonly name: string;
  /** Points taken off. */
  readonly points: number;
  readonly mostPoints: number;
  /** A computation where there was one, else the fact in a French sentence. */
  readonly explanation: Formula | string;
}

/** How risky a client is, from its own history only. */
export type ClientRisk =
  | { readonly kind: 'unrated'; readonly reason: string }
  | (Extract<RiskScore, { readonly kind: 'rated' }> & {
      readonly parts: readonly RiskComponent[];
      /** 100 less the five. */
      readonly formula: Formula;
    });

/** Says where the letter comes from, for it must not be taken for a bank's. */
export const riskOrigin =
  'Calculé d’après vos seules factures et leurs paiements. Ce n’est pas une cotation de la Banque de France.';

const days = (id: string, name: string, value: number): FormulaTerm => ({
  id,
  name,
  value: { kind: 'days', days: value },
});

/** A formula in points, brought back between 0 and the most that its cause may take off. */
const pointsFormula = (
  component: keyof RiskComponents,
  expression: string,
  terms: readonly FormulaTerm[],
  points: number,
  note: string,
): Formula => {
  const bounded = Math.min(riskWeights[component], Math.max(0, points));
  return {
    expression,
    terms,
    result: { kind: 'points', points },
    ...(bounded !== points && { limited: { kind: 'points', points: bounded } }),
    note,
  };
};

const delayExplanation = ({ delayBasis, flooredDelayDays }: RiskFacts): Formula | string =>
  delayBasis === 'none'
    ? 'Aucun paiement connu.'
    : pointsFormula(
        'delay',
        '40 × {delay} ÷ 60',
        [days('delay', 'retard moyen', flooredDelayDays)],
        (40 * flooredDelayDays) / 60,
        `${
          delayBasis === 'all'
            ? 'Rien n’a été payé sur 12\u00A0mois\u00A0: retard de tous les paiements antérieurs'
            : 'Retard des paiements des 12\u00A0derniers mois'
        }, pondéré par leur montant, avances comptées 0. 40\u00A0points au plus, atteints à 60\u00A0jours.`,
      );

const overdueExplanation = ({ overdueCents, openCents }: RiskFacts): Formula | string =>
  openCents === 0
    ? 'Rien n’est dû.'
    : pointsFormula(
        'overdue',
        '25 × {overdue} ÷ {open}',
        [
          { id: 'overdue', name: 'montant échu', value: { kind: 'cents', cents: overdueCents } },
          { id: 'open', name: 'encours', value: { kind: 'cents', cents: openCents } },
        ],
        (25 * overdueCents) / openCents,
        'Acomptes et avoirs non imputés non déduits.',
      );

const promiseExplanation = ({ promisesDue, promisesKept }: RiskFacts): Formula | string =>
  promisesDue === 0
    ? 'Aucune promesse arrivée à son terme sur 12\u00A0mois.'
    : pointsFormula(
        'promises',
        '15 × (1 − {kept} ÷ {due})',
        [
          { id: 'kept', name: 'promesses tenues', value: { kind: 'number', value: promisesKept } },
          { id: 'due', name: 'promesses échues', value: { kind: 'number', value: promisesDue } },
        ],
        15 * (1 - promisesKept / promisesDue),
        'Tenue\u00A0: payée au plus tard deux jours ouvrés après le jour promis, en partie pour sa part.',
      );

const trendExplanation = ({ recentDelayDays, earlierDelayDays }: RiskFacts): Formula | string =>
  recentDelayDays === undefined || earlierDelayDays === undefined
    ? 'Il faut des paiements dans les 3\u00A0derniers mois et dans les 9\u00A0précédents.'
    : pointsFormula(
        'trend',
        '{recent} − {earlier}',
        [
          days('recent', 'retard moyen des 3\u00A0derniers mois', recentDelayDays),
          days('earlier', 'retard moyen des 9\u00A0mois précédents', earlierDelayDays),
        ],
        recentDelayDays - earlierDelayDays,
        'Un point par jour de retard en plus, 10 au plus. Une amélioration ne retire rien.',
      );

const alertExplanation = ({ oldestAlert, refusedEmail }: RiskFacts, today: Day): string => {
  const facts = [
    ...(oldestAlert?.dueOn === undefined
      ? []
      : [
          `facture ${oldestAlert.number} en retard de ${formatDayCount(daysBetween(oldestAlert.dueOn, today))}`,
        ]),
    ...(refusedEmail === undefined ? [] : [`adresse ${refusedEmail} refusée`]),
  ].join(', ');
  return facts === ''
    ? 'Ni adresse e-mail refusée, ni facture en retard de plus de 90\u00A0jours.'
    : `10\u00A0points d’office\u00A0: ${facts}.`;
};

const riskOf = (facts: RiskFacts, today: Day): ClientRisk => {
  const score = riskScore(facts);
  if (score.kind === 'unrated')
    return {
      kind: 'unrated',
      reason: `Il faut ${leastPaidInvoices}\u00A0factures payées\u00A0: ${
        score.paidInvoiceCount === 0
          ? 'il n’y en a pas encore'
          : `il y en a ${score.paidInvoiceCount === 1 ? 'une' : score.paidInvoiceCount}`
      }.`,
    };
  const explanations: Readonly<Record<keyof RiskComponents, Formula | string>> = {
    delay: delayExplanation(facts),
    overdue: overdueExplanation(facts),
    promises: promiseExplanation(facts),
    trend: trendExplanation(facts),
    alert: alertExplanation(facts, today),
  };
  const ids = Object.keys(riskComponentNames) as readonly (keyof RiskComponents)[];
  const parts = ids.map((id) => ({
    id,
    name: riskComponentNames[id],
    points: score.components[id],
    mostPoints: riskWeights[id],
    explanation: explanations[id],
  }));
  return {
    ...score,
    parts,
    formula: {
      expression: `100 − (${ids.map((id) => `{${id}}`).join(' + ')})`,
      terms: parts.map(({ id, name, points }) => ({
        id,
        name: `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
        value: { kind: 'number', value: points },
      })),
      result: { kind: 'points', points: score.score },
      note: 'A à partir de 85, B de 70, C de 50, D de 30, sinon E.',
    },
  };
};

/**
 * Risk of late payment of a client on `today`: score, class and the five causes (law-and-formats.md 7.1).
 * « Non noté » under three paid invoices, and for a client the ledger does not know. The history is indexed
 * once per state of the ledger.
 */
export const clientRisk = (ledger: Ledger, clientId: string, today: Day): ClientRisk => {
  const facts = riskFacts(ledger, today).get(clientId);
  return facts === undefined ? { kind: 'unrated', reason: 'Client inconnu.' } : riskOf(facts, today);
};

/** What a client's own history says (law-and-formats.md 7.1). */
export interface RiskHistory {
  /** Invoices paid so far; under 3 there is no score. */
  readonly paidInvoiceCount: number;
  /** Average delay weighted by amount, early payments counting 0, over 12 months, days. */
  readonly flooredDelayDays: number;
  readonly overdueCents: number;
  readonly openCents: number;
  /** Promises whose day has come, and how many of them were kept; a part payment may count a part. */
  readonly promisesDue: number;
  readonly promisesKept: number;
  /** Average delay of the last 3 months less that of the 9 before, days. */
  readonly trendDays: number;
  /** An e-mail address that was refused, or something more than 90 days overdue. */
  readonly hasAlert: boolean;
}

/** Points taken off 100, at most 40, 25, 15, 10 and 10. */
export interface RiskComponents {
  readonly delay: number;
  readonly overdue: number;
  readonly promises: number;
  readonly trend: number;
  readonly alert: number;
}

export type RiskClass = 'A' | 'B' | 'C' | 'D' | 'E';

export type RiskScore =
  | { readonly kind: 'unrated'; readonly paidInvoiceCount: number }
  | {
      readonly kind: 'rated';
      /** 0 (worst) to 100, one decimal. */
      readonly score: number;
      readonly class: RiskClass;
      readonly components: RiskComponents;
    };

/** French names of the components, in the order in which they are shown. */
export const riskComponentNames: Readonly<Record<keyof RiskComponents, string>> = {
  delay: 'Retard moyen sur 12\u00A0mois',
  overdue: 'Part échue de l’encours',
  promises: 'Promesses non tenues',
  trend: 'Dégradation récente',
  alert: 'Adresse refusée ou plus de 90\u00A0jours de retard',
};

/** Under this many a client has no history to speak of. */
export const leastPaidInvoices = 3;

const classes = [
  ['A', 85],
  ['B', 70],
  ['C', 50],
  ['D', 30],
] as const;

/** Class of a score: A from 85, B from 70, C from 50, D from 30, else E. */
export const riskClass = (score: number): RiskClass => classes.find(([, from]) => score >= from)?.[0] ?? 'E';

/** What each component takes off at most; 100 together. */
export const riskWeights: RiskComponents = { delay: 40, overdue: 25, promises: 15, trend: 10, alert: 10 };

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Risk of late payment from the client's own history, with what each cause takes off. No outside rating
 * goes into it. « Non noté » under three paid invoices.
 */
export const riskScore = (history: RiskHistory): RiskScore => {
  const { paidInvoiceCount, openCents, promisesDue } = history;
  if (paidInvoiceCount < leastPaidInvoices) return { kind: 'unrated', paidInvoiceCount };
  const overdueRatio = openCents > 0 ? history.overdueCents / openCents : 0;
  const keptRatio = promisesDue > 0 ? history.promisesKept / promisesDue : 1;
  const components: RiskComponents = {
    delay: clamp((40 * history.flooredDelayDays) / 60, riskWeights.delay),
    overdue: clamp(25 * overdueRatio, riskWeights.overdue),
    promises: clamp(15 * (1 - keptRatio), riskWeights.promises),
    trend: clamp(history.trendDays, riskWeights.trend),
    alert: history.hasAlert ? riskWeights.alert : 0,
  };
  const taken = Object.values(components).reduce((sum, points) => sum + points, 0);
  const score = toTenth(clamp(100 - taken, 100));
  return { kind: 'rated', score, class: riskClass(score), components };
};

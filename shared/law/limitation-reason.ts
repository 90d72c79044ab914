import { type Interruption, interruptionNames } from './interruption.ts';
import type { LimitationStart } from './limitation.ts';

const lengthName = (months: number): string => {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'an'] : [months, 'mois'];
  return `${count}\u00A0${unit === 'an' && count > 1 ? 'ans' : unit}`;
};

/** From what the period runs, in French, and the articles that say so. */
export interface StartName {
  readonly noun: string;
  readonly articles: readonly string[];
}

export const startName = (start: LimitationStart, isPublicPeriod: boolean): StartName => {
  switch (start) {
    case 'performance':
      return { noun: 'la fin de la prestation ou la livraison', articles: [] };
    case 'issue':
      return { noun: 'l’émission de la facture', articles: [] };
    case 'title':
      return { noun: 'le titre exécutoire', articles: [] };
    default: {
      const { noun, article } = interruptionNames(start, isPublicPeriod);
      return { noun, articles: [article] };
    }
  }
};

/** The start of the optimistic reckoning: a claim with a term is not barred by time that ran before it. */
export const dueStartName = (
  latest: { readonly cause: Interruption } | undefined,
  isPublicPeriod: boolean,
): StartName => {
  const articles = ['C. civ. art. 2233, 3°'];
  if (latest === undefined) return { noun: 'l’échéance', articles };
  const act = startName(latest.cause, isPublicPeriod);
  return {
    noun: `${act.noun}, si le délai n’a couru que depuis l’échéance`,
    articles: [...act.articles, ...articles],
  };
};

/**
 * « Prescription de 5 ans comptée depuis l’échéance (…) »: length, start and articles.
 * @param months length of the period.
 * @param source the article of the period itself, as the table of law cites it.
 */
export const limitationReason = (
  { noun, articles }: StartName,
  months: number,
  source: string,
  isPublicPeriod: boolean,
): string => {
  const since = isPublicPeriod ? `du 1ᵉʳ\u00A0janvier qui suit ${noun}` : `depuis ${noun}`;
  return `Prescription de ${lengthName(months)} comptée ${since} (${[...articles, source].join('\u00A0; ')})`;
};

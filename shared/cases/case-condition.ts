import { formatDay } from '../dates/format-day.ts';
import type { CaseFacts } from '../ledger/legal-case.ts';
import { isDomestic } from '../letters/address-block.ts';
import { formatAmount } from '../money/format-amount.ts';
import { figureProblems } from './case-figures.ts';
import { type CaseStanding, lawOn } from './case-standing.ts';

/** Something that a procedure asks, and how the case stands to it. */
export interface CaseCondition {
  readonly id: string;
  readonly label: string;
  readonly state: 'met' | 'not-met' | 'unknown';
  /** French: why it is so, or what it takes. */
  readonly explanation: string;
  /** Article. */
  readonly source: string;
  /** Without it the procedure is not open; otherwise it is only wise. */
  readonly isRequired: boolean;
  /** The answer that decides it, where the user is asked. */
  readonly question?: keyof CaseFacts | undefined;
}

type Rule = (standing: CaseStanding) => CaseCondition;

const stateOf = (answer: boolean | undefined, wanted: boolean): CaseCondition['state'] =>
  answer === undefined ? 'unknown' : answer === wanted ? 'met' : 'not-met';

/** Questions put to the user, French. */
export const caseQuestions: Readonly<Record<keyof CaseFacts, string>> = {
  debtorIsMerchant: 'Le débiteur est-il commerçant\u202F?',
  creditorIsMerchant: 'Êtes-vous commerçant\u202F?',
  isContested: 'Le débiteur conteste-t-il sérieusement la créance\u202F?',
  hasWrittenContract: 'Existe-t-il un contrat écrit ou un devis signé\u202F?',
  amicableAttemptFailed: 'Une tentative de règlement amiable a-t-elle échoué\u202F?',
};

/** Principal and interest together: what the ceilings of law are compared with; undefined while not known. */
export const claimedCents = ({ figures }: CaseStanding): number | undefined =>
  figureProblems(figures).length > 0
    ? undefined
    : figures.statement.totals.principalCents + figures.statement.totals.interestCents;

/** @param source article of the procedure that asks for it. */
export const determinedAmount =
  (source: string): Rule =>
  ({ figures }) => {
    const { statement } = figures;
    const [problem] = figureProblems(figures);
    const isSure = problem === undefined && statement.totals.principalCents > 0;
    return {
      id: 'determined-amount',
      label: 'Montant déterminé',
      state: isSure ? 'met' : problem === undefined ? 'not-met' : 'unknown',
      explanation: isSure
        ? `Principal de ${formatAmount(statement.totals.principalCents)}, détaillé dans le décompte.`
        : (problem ?? 'Aucune somme ne reste due au principal.'),
      source,
      isRequired: true,
    };
  };

export const dueClaim: Rule = ({ figures: { statement }, today }) => {
  const late = statement.invoices.find(({ dueOn }) => dueOn >= today);
  return {
    id: 'due',
    label: 'Créance exigible',
    state: late ? 'not-met' : 'met',
    explanation: late
      ? `La facture ${late.invoice.number} n’est exigible qu’après le ${formatDay(late.dueOn)}\u00A0: retirez-la ou attendez.`
      : 'Toutes les factures ont dépassé leur échéance.',
    source: 'Créance certaine, liquide et exigible',
    isRequired: true,
  };
};

export const noInsolvency: Rule = ({ figures: { client } }) => ({
  id: 'no-insolvency',
  label: 'Pas de procédure collective',
  state: client.insolvency ? 'not-met' : 'met',
  explanation: client.insolvency
    ? `Le jugement du ${formatDay(client.insolvency.judgmentOn)} arrête les poursuites\u00A0: déclarez la créance.`
    : 'Aucune n’est enregistrée. Vérifiez le BODACC juste avant le dépôt.',
  source: 'C. com. art. L622-21',
  isRequired: true,
});

export const notBarred: Rule = ({ figures: { limitation }, today }) => ({
  id: 'not-barred',
  label: 'Créance non prescrite',
  state: limitation === undefined ? 'unknown' : limitation.lastDay >= today ? 'met' : 'not-met',
  explanation:
    limitation === undefined
      ? 'La date de prescription n’a pas pu être calculée.'
      : `Dernier jour pour agir\u00A0: ${formatDay(limitation.lastDay)}. ${limitation.reason}`,
  source: 'C. com. art. L110-4\u202F; C. civ. art. 2224\u202F; C. consom. art. L218-2',
  isRequired: true,
});

export const privateDebtor: Rule = ({ figures: { client } }) => ({
  id: 'private-debtor',
  label: 'Débiteur de droit privé',
  state: client.regime === 'public' ? 'unknown' : 'met',
  explanation:
    client.regime === 'public'
      ? 'Pour un organisme public, la voie dépend du contrat\u00A0: faites-vous conseiller avant de saisir un juge.'
      : 'Le débiteur n’est pas un organisme public.',
  source: 'À vérifier avec un conseil',
  isRequired: true,
});

/** @param source rule by which the court or the officer is that of the debtor's domicile. */
export const debtorInFrance =
  (source: string): Rule =>
  ({ figures: { client } }) => {
    const isAbroad = !isDomestic(client.address?.country);
    return {
      id: 'debtor-in-france',
      label: 'Débiteur établi en France',
      state: isAbroad ? 'unknown' : 'met',
      explanation: isAbroad
        ? `D’après son adresse (${client.address?.country ?? ''}), il ne l’est pas\u00A0: faites-vous conseiller avant de choisir un tribunal.`
        : 'Aucune adresse à l’étranger n’est enregistrée.',
      source,
      isRequired: true,
    };
  };

export const merchants =
  (wanted: boolean, source: string): Rule =>
  (standing) => {
    const { facts, bothMerchants } = standing;
    const state = stateOf(bothMerchants, wanted);
    const question = facts.debtorIsMerchant === undefined ? 'debtorIsMerchant' : 'creditorIsMerchant';
    return {
      id: wanted ? 'between-merchants' : 'not-between-merchants',
      label: wanted ? 'Facture entre commerçants' : 'Pas de facture entre commerçants',
      state,
      explanation:
        bothMerchants === undefined
          ? 'SNC, SCS, SARL, SA, SAS et SCA sont commerciales par leur forme\u202F; un entrepreneur individuel ne se reconnaît pas à sa forme.'
          : bothMerchants
            ? 'Les deux parties sont commerçantes.'
            : 'L’une des parties au moins n’est pas commerçante.',
      source,
      isRequired: true,
      ...(bothMerchants === undefined ? { question } : {}),
    };
  };

export const notContested =
  (source: string, isRequired: boolean): Rule =>
  ({ facts: { isContested } }) => ({
    id: 'not-contested',
    label: 'Créance non contestée',
    state: stateOf(isContested, false),
    explanation: isRequired
      ? 'Une contestation sérieuse ferme cette voie.'
      : 'Ce n’est pas une condition, mais une opposition du débiteur ramène l’affaire devant le tribunal.',
    source,
    isRequired,
    question: 'isContested',
  });

/** @param source article of the procedure that it helps. */
export const contractProof =
  (source: string): Rule =>
  ({ facts: { hasWrittenContract } }) => ({
    id: 'contract',
    label: 'Créance née d’un contrat',
    state: stateOf(hasWrittenContract, true),
    explanation:
      hasWrittenContract === false
        ? 'Sans écrit, joignez tout ce qui montre l’accord\u00A0: commande, e-mails, bons de livraison, règlements partiels.'
        : 'Joignez le contrat, le devis signé ou la commande.',
    source,
    isRequired: false,
    question: 'hasWrittenContract',
  });

export const smallAmount: Rule = (standing) => {
  const ceiling = lawOn(standing, 'small-claims-ceiling');
  const claimed = claimedCents(standing);
  return {
    id: 'small-amount',
    label:
      ceiling === undefined ? 'Montant plafonné' : `${formatAmount(ceiling)} au plus, principal et intérêts`,
    state:
      ceiling === undefined || claimed === undefined ? 'unknown' : claimed <= ceiling ? 'met' : 'not-met',
    explanation:
      claimed === undefined
        ? (figureProblems(standing.figures)[0] ?? '')
        : `Principal et intérêts\u00A0: ${formatAmount(claimed)}.`,
    source: 'CPCEx art. L125-1 et R125-1',
    isRequired: true,
  };
};

export const lawInForce: Rule = (standing) => {
  const isInForce = lawOn(standing, 'non-contestation-answer') !== undefined;
  return {
    id: 'in-force',
    label: 'Procédure en vigueur',
    state: isInForce ? 'met' : 'not-met',
    explanation:
      'Loi n°\u00A02026-307 du 23 avril 2026. Le tarif d’application reste à demander au commissaire de justice.',
    source: 'CPCEx art. L126-1 à L126-5',
    isRequired: true,
  };
};

/** TJ claims up to the ceiling need a prior amicable attempt. */
export const priorAttempt: Rule = (standing) => {
  const ceiling = lawOn(standing, 'prior-attempt-ceiling');
  const claimed = claimedCents(standing);
  const isFree =
    standing.bothMerchants === true || (ceiling !== undefined && claimed !== undefined && claimed > ceiling);
  return {
    id: 'prior-attempt',
    label: 'Tentative amiable préalable',
    state: isFree ? 'met' : stateOf(standing.facts.amicableAttemptFailed, true),
    explanation: isFree
      ? 'Elle n’est demandée que devant le tribunal judiciaire, en dessous du plafond.'
      : 'Devant le tribunal judiciaire, une demande sous le plafond doit être précédée d’une tentative amiable\u202F; une procédure de petites créances qui a échoué y suffit.',
    source: 'CPC art. 750-1',
    isRequired: true,
    ...(isFree ? {} : { question: 'amicableAttemptFailed' as const }),
  };
};

export const insolvencyOpened: Rule = ({ figures: { client } }) => ({
  id: 'insolvency-opened',
  label: 'Procédure collective ouverte',
  state: client.insolvency ? 'met' : 'not-met',
  explanation: client.insolvency
    ? `Jugement du ${formatDay(client.insolvency.judgmentOn)}.`
    : 'Aucune procédure collective n’est enregistrée pour ce client.',
  source: 'C. com. art. L622-24 et R622-24',
  isRequired: true,
});

export const businessOrPublic: Rule = ({ figures: { client } }) => ({
  id: 'business-or-public',
  label: 'Entreprise ou acheteur public',
  state: client.regime === 'b2b' || client.regime === 'public' ? 'met' : 'not-met',
  explanation: 'Le médiateur des entreprises n’intervient pas envers un particulier.',
  source: 'economie.gouv.fr',
  isRequired: true,
});

import { formatParameter } from '../law/format-parameter.ts';
import type { ParameterName } from '../law/parameters.ts';
import type { ProcedureKind } from '../ledger/legal-case.ts';
import {
  businessOrPublic,
  type CaseCondition,
  claimedCents,
  contractProof,
  debtorInFrance,
  determinedAmount,
  dueClaim,
  insolvencyOpened,
  lawInForce,
  merchants,
  noInsolvency,
  notBarred,
  notContested,
  priorAttempt,
  privateDebtor,
  smallAmount,
} from './case-condition.ts';
import { type CaseStanding, lawOn } from './case-standing.ts';
import { competentCourt, courtKind } from './competent-court.ts';
import { suggestProcedure } from './suggest-procedure.ts';

export interface ProcedureAdvice {
  readonly kind: ProcedureKind;
  /** What it is, one French sentence. */
  readonly summary: string;
  readonly conditions: readonly CaseCondition[];
  /** `open`: all required conditions are met; `to-answer`: none fails, some are not known. */
  readonly status: 'open' | 'to-answer' | 'closed';
  readonly court: string;
  /** Costs and lawyer, French sentences. */
  readonly costs: readonly string[];
  /** Time limits, French sentences with their article. */
  readonly delays: readonly string[];
  readonly source: string;
}

export interface CaseAdvice {
  readonly procedures: readonly ProcedureAdvice[];
  /** Undefined where nothing can be suggested before a question is answered. */
  readonly suggestion: { readonly kind: ProcedureKind; readonly reasons: readonly string[] } | undefined;
}

interface Row {
  readonly summary: string;
  readonly rules: readonly ((standing: CaseStanding) => CaseCondition)[];
  readonly costs: (standing: CaseStanding) => readonly string[];
  readonly delays: (standing: CaseStanding) => readonly string[];
  readonly source: string;
}

/** « 3 mois », by the table of law on the day of the case; « ? » never: a figure that is missing is said. */
const length = (standing: CaseStanding, name: ParameterName): string => {
  const value = lawOn(standing, name);
  return value === undefined ? '(délai à vérifier)' : formatParameter({ name, value });
};

const lawyer = (standing: CaseStanding): string => {
  const threshold = lawOn(standing, 'lawyer-threshold');
  if (threshold === undefined) return 'Avocat\u00A0: seuil à vérifier.';
  const amount = formatParameter({ name: 'lawyer-threshold', value: threshold });
  const claimed = claimedCents(standing);
  if (claimed === undefined) return `Avocat obligatoire au-dessus de ${amount} (CPC art. 761 et 853).`;
  return claimed > threshold
    ? `Avocat obligatoire\u00A0: la demande dépasse ${amount} (CPC art. 761 et 853).`
    : `Sans avocat obligatoire jusqu’à ${amount} (CPC art. 761 et 853).`;
};

const legalAid =
  'Contribution pour l’aide juridique de 50\u00A0€ devant le tribunal judiciaire (CGI art. 1635 bis Q)\u00A0: les sources divergent sur son entrée en vigueur, à vérifier auprès du greffe.';

const table: Readonly<Record<ProcedureKind, Row>> = {
  'order-for-payment': {
    summary: 'Une ordonnance rendue sur vos pièces, sans audience\u202F; le débiteur peut s’y opposer.',
    rules: [
      determinedAmount('CPC art. 1405 et 1407'),
      dueClaim,
      noInsolvency,
      notBarred,
      privateDebtor,
      debtorInFrance('CPC art. 1406'),
      contractProof('CPC art. 1405'),
      notContested('CPC art. 1416', false),
    ],
    costs: (standing) => [
      'Sans avocat.',
      courtKind(standing.bothMerchants, standing.figures.client.address) === 'judicial'
        ? `Tribunal judiciaire\u00A0: pas de frais de greffe. ${legalAid}`
        : `Tribunal de commerce\u00A0: frais de greffe à consigner dans les ${length(standing, 'payment-order-fee-days')}, sinon la demande est caduque (CPC art. 1425)\u202F; montant à demander au greffe.`,
    ],
    delays: (standing) => [
      `Faire signifier l’ordonnance dans les ${length(standing, 'payment-order-service')} de sa date, sinon elle est non avenue (CPC art. 1411). Ordonnance rendue avant le 01/09/2026\u00A0: 6\u00A0mois\u202F; depuis\u00A0: 3\u00A0mois (décret 2026-96).`,
      `Opposition du débiteur\u00A0: ${length(standing, 'payment-order-opposition')} à compter de la signification (CPC art. 1416).`,
      `Le greffe avise le créancier d’une opposition dans le délai de ${length(standing, 'payment-order-notice')}\u202F; sans avis, l’exécution est possible ${length(standing, 'payment-order-enforcement')} après la signification (CPC art. 1422, décret 2026-96).`,
    ],
    source: 'CPC art. 1405 à 1425\u202F; décret 2026-96',
  },
  'uncontested-commercial-claim': {
    summary:
      'Un commissaire de justice signifie un commandement\u202F; sans contestation, le greffier donne force exécutoire.',
    rules: [
      lawInForce,
      merchants(true, 'CPCEx art. L126-1'),
      determinedAmount('CPCEx art. L126-1'),
      dueClaim,
      noInsolvency,
      notBarred,
      debtorInFrance('CPCEx art. L126-1 à L126-5'),
      notContested('CPCEx art. L126-1', true),
    ],
    costs: () => [
      'Tarif non publié à la dernière vérification\u00A0: demandez un devis au commissaire de justice.',
      'Sans avocat.',
    ],
    delays: (standing) => [
      `Le débiteur a ${length(standing, 'non-contestation-answer')} pour payer ou contester\u202F; toute contestation met fin à la procédure.`,
      `Procès-verbal de non-contestation au plus tôt ${length(standing, 'non-contestation-record-days')} après ce mois (CPCEx art. L126-3).`,
      `Le signifier dans les ${length(standing, 'non-contestation-service')} (CPCEx art. L126-4).`,
    ],
    source: 'Loi 2026-307 du 23 avril 2026, CPCEx art. L126-1 à L126-5',
  },
  'small-claims': {
    summary: 'Un commissaire de justice propose un accord au débiteur, qui doit y consentir.',
    rules: [
      smallAmount,
      merchants(false, 'CPCEx art. L125-1'),
      determinedAmount('CPCEx art. L125-1'),
      dueClaim,
      noInsolvency,
      notBarred,
      privateDebtor,
      debtorInFrance('CPCEx art. R125-1 à R125-8'),
    ],
    costs: () => ['Tous les frais sont à votre charge (CPCEx art. L125-1).', 'Sans avocat.'],
    delays: (standing) => [
      `Le débiteur a ${length(standing, 'small-claims-answer')} pour accepter\u202F; son silence vaut refus. S’il accepte, l’accord reçoit un titre exécutoire.`,
      'Aucun paiement ne peut être reçu pendant la procédure (CPCEx art. R125-7)\u202F; l’exécution revient à un autre commissaire (R125-8).',
    ],
    source: 'CPCEx art. L125-1 et R125-1 à R125-8',
  },
  'interim-payment': {
    summary:
      'Une provision accordée par le juge des référés quand l’obligation n’est pas sérieusement contestable.',
    rules: [
      notContested('CPC art. 835 et 873', true),
      determinedAmount('CPC art. 835 et 873'),
      dueClaim,
      noInsolvency,
      notBarred,
      privateDebtor,
      debtorInFrance('À vérifier avec un conseil'),
    ],
    costs: (standing) => [
      'Assignation par commissaire de justice.',
      lawyer(standing),
      ...(standing.bothMerchants === false ? [legalAid] : []),
    ],
    delays: () => [],
    source: 'CPC art. 835 al. 2 et 873 al. 2',
  },
  summons: {
    summary: 'Le procès devant le tribunal, qui tranche aussi une contestation.',
    rules: [
      noInsolvency,
      notBarred,
      privateDebtor,
      debtorInFrance('À vérifier avec un conseil'),
      priorAttempt,
      contractProof('CPC art. 56'),
    ],
    costs: (standing) => [
      'Assignation par commissaire de justice.',
      lawyer(standing),
      ...(standing.bothMerchants === false ? [legalAid] : []),
    ],
    delays: () => [],
    source: 'CPC art. 54, 56, 750, 750-1, 761, 853 et 855',
  },
  mediation: {
    summary: 'Un médiateur gratuit et confidentiel entre les deux parties.',
    rules: [businessOrPublic, noInsolvency],
    costs: () => ['Gratuit, sans avocat.'],
    delays: () => [
      'La prescription est suspendue dès l’accord de médiation ou la première réunion (C. civ. art. 2238).',
    ],
    source: 'economie.gouv.fr\u202F; C. civ. art. 2238',
  },
  'claim-declaration': {
    summary: 'La créance née avant le jugement se déclare au mandataire ou au liquidateur.',
    rules: [insolvencyOpened],
    costs: () => ['Sans avocat ni frais.'],
    delays: (standing) => [
      `Dans les ${length(standing, 'claim-declaration')} de la publication au BODACC (C. com. art. R622-24)\u202F; la date d’envoi compte.`,
    ],
    source: 'C. com. art. L622-24, L622-25, R622-23 et R622-24',
  },
};

const statusOf = (conditions: readonly CaseCondition[]): ProcedureAdvice['status'] => {
  const required = conditions.filter(({ isRequired }) => isRequired);
  if (required.some(({ state }) => state === 'not-met')) return 'closed';
  return required.some(({ state }) => state === 'unknown') ? 'to-answer' : 'open';
};

/**
 * Every way after the amicable phase, its conditions held against the case (law-and-formats.md 3.1), and the
 * one that is suggested with its reasons. Advice only: the user decides.
 */
export const procedureAdvice = (standing: CaseStanding): CaseAdvice => {
  const procedures = (Object.keys(table) as readonly ProcedureKind[]).map((kind): ProcedureAdvice => {
    const row = table[kind];
    const conditions = row.rules.map((rule) => rule(standing));
    return {
      kind,
      summary: row.summary,
      conditions,
      status: statusOf(conditions),
      court: competentCourt(
        kind,
        standing.bothMerchants,
        standing.figures.client.address,
        standing.figures.client.regime,
      ),
      costs: row.costs(standing),
      delays: row.delays(standing),
      source: row.source,
    };
  });
  return { procedures, suggestion: suggestProcedure(procedures, standing) };
};

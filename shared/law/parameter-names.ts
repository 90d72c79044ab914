import type { ParameterName } from './parameters.ts';

/** What the integer of a parameter counts. */
export type ParameterUnit = 'basis-points' | 'points' | 'times' | 'cents' | 'days' | 'months';

/** Rates published for each semester, missing until they are; and rules that hold until the law changes. */
export type ParameterGroup = 'semester-rate' | 'late-payment' | 'limitation' | 'procedure' | 'payment-term';

export interface ParameterLabel {
  /** French name, as a line of the table of law. */
  readonly name: string;
  readonly unit: ParameterUnit;
  readonly group: ParameterGroup;
}

/** Names of the groups of rules, in the order in which the table of law shows them. */
export const ruleGroupNames: Readonly<Record<Exclude<ParameterGroup, 'semester-rate'>, string>> = {
  'late-payment': 'Retard de paiement',
  'payment-term': 'Délais de paiement',
  limitation: 'Prescription',
  procedure: 'Procédures',
};

const semesterRate = (name: string): ParameterLabel => ({
  name,
  unit: 'basis-points',
  group: 'semester-rate',
});
const latePayment = (name: string, unit: ParameterUnit): ParameterLabel => ({
  name,
  unit,
  group: 'late-payment',
});
const limitation = (name: string): ParameterLabel => ({ name, unit: 'months', group: 'limitation' });
const procedure = (name: string, unit: ParameterUnit): ParameterLabel => ({ name, unit, group: 'procedure' });
const term = (name: string, unit: ParameterUnit): ParameterLabel => ({ name, unit, group: 'payment-term' });

/** Name and unit of every parameter, in the order in which the table of law shows them. */
export const parameterLabels: Readonly<Record<ParameterName, ParameterLabel>> = {
  'ecb-refi-rate': semesterRate('Taux de refinancement de la BCE'),
  'legal-rate-business': semesterRate('Intérêt légal, tous les autres cas'),
  'legal-rate-individual': semesterRate('Intérêt légal, créances des particuliers'),
  'b2b-markup': latePayment('Majoration des pénalités entre professionnels', 'points'),
  'public-markup': latePayment('Majoration des intérêts moratoires publics', 'points'),
  'floor-multiplier': latePayment('Plancher d’un taux convenu, par rapport au taux légal', 'times'),
  'recovery-indemnity': latePayment('Indemnité forfaitaire, par facture', 'cents'),
  'limitation-b2b': limitation('Prescription entre professionnels'),
  'limitation-b2c': limitation('Prescription envers un particulier'),
  'limitation-public': limitation('Prescription envers un organisme public'),
  'limitation-transport': limitation('Prescription du transport de marchandises'),
  'limitation-title': limitation('Exécution d’un titre exécutoire'),
  'payment-order-service': procedure('Signification de l’ordonnance d’injonction de payer', 'months'),
  'payment-order-opposition': procedure('Opposition à une injonction de payer', 'months'),
  'payment-order-fee-days': procedure('Provision des frais de greffe de l’injonction de payer', 'days'),
  'small-claims-answer': procedure('Réponse du débiteur à la procédure des petites créances', 'months'),
  'non-contestation-answer': procedure('Réponse au commandement, créance commerciale incontestée', 'months'),
  'non-contestation-record-days': procedure('Constat de non-contestation, après ce délai', 'days'),
  'non-contestation-service': procedure('Signification du constat de non-contestation', 'months'),
  'claim-declaration': procedure('Déclaration de créance', 'months'),
  'claim-declaration-overseas': procedure(
    'Déclaration de créance, en plus pour un créancier hors métropole',
    'months',
  ),
  'foreclosure-relief': procedure('Relevé de forclusion', 'months'),
  'reserved-title-claim': procedure('Revendication d’un bien vendu sous réserve de propriété', 'months'),
  'insolvency-payment-annulment': procedure('Annulation d’un paiement interdit par la procédure', 'months'),
  'small-claims-ceiling': procedure('Plafond des petites créances, principal et intérêts', 'cents'),
  'lawyer-threshold': procedure('Avocat obligatoire au-delà de', 'cents'),
  'prior-attempt-ceiling': procedure('Tentative amiable préalable (tribunal judiciaire), jusqu’à', 'cents'),
  'payment-order-notice': procedure('Avis d’opposition du greffe au créancier', 'months'),
  'payment-order-enforcement': procedure(
    'Exécution sans avis d’opposition, après la signification',
    'months',
  ),
  'term-default': term('Délai de paiement sans accord, après réception', 'days'),
  'term-cap-net': term('Délai maximal, à compter de l’émission', 'days'),
  'term-cap-end-of-month': term('Délai maximal fin de mois, s’il est au contrat', 'days'),
  'term-cap-periodic': term('Délai maximal d’une facture périodique', 'days'),
  'term-cap-perishable': term('Délai maximal, denrées périssables', 'days'),
  'term-cap-livestock': term('Délai maximal, bétail sur pied et viandes fraîches', 'days'),
  'term-cap-alcohol': term('Délai maximal, boissons alcooliques', 'days'),
  'term-cap-transport': term('Délai maximal, transport et location de véhicules', 'days'),
  'term-cap-vat-free-export': term('Délai maximal, achats en franchise réexportés', 'days'),
  'term-cap-public-body': term('Délai maximal, État, collectivités et établissements publics', 'days'),
  'term-cap-public-hospital': term('Délai maximal, établissements publics de santé', 'days'),
  'term-cap-public-company': term('Délai maximal, entreprises publiques', 'days'),
  'term-fine-natural-person': term('Amende maximale au-delà du délai, personne physique', 'cents'),
  'term-fine-legal-person': term('Amende maximale au-delà du délai, société', 'cents'),
};

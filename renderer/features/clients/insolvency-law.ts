import type { Insolvency } from '../../../shared/ledger/client.ts';

interface LawText {
  readonly article: string;
  readonly says: string;
}

const common: readonly LawText[] = [
  {
    article: 'C.\u00A0com. L622-7 et L622-21',
    says: 'Le jugement interdit au client de payer les créances nées avant lui, et arrête les poursuites. Un règlement reçu malgré tout peut être annulé pendant trois ans.',
  },
  {
    article: 'C.\u00A0com. L622-24 et R622-24',
    says: 'La créance se déclare dans les deux mois de la publication du jugement au BODACC. Un créancier établi hors de métropole a deux mois de plus quand le tribunal y siège. La date d’envoi compte.',
  },
  {
    article: 'C.\u00A0com. L622-25 et R622-23',
    says: 'La déclaration dit ce qui est dû au jour du jugement, ce qui reste à échoir avec les dates, le mode de calcul des intérêts et les sûretés, pièces à l’appui. Le créancier la certifie sincère.',
  },
  {
    article: 'C.\u00A0com. L622-28',
    says: 'Le jugement arrête le cours des intérêts et des pénalités, sauf pour les contrats d’un an ou plus.',
  },
  {
    article: 'C.\u00A0com. L622-26',
    says: 'Une créance oubliée peut encore être admise par un relevé de forclusion, demandé au juge-commissaire dans les six mois de la publication.',
  },
  {
    article: 'C.\u00A0com. L624-9',
    says: 'Des marchandises vendues avec réserve de propriété se revendiquent dans les trois mois de la publication.',
  },
  {
    article: 'C.\u00A0com. L622-17',
    says: 'Ce qui naît après le jugement pour les besoins de la procédure se paie à l’échéance et peut donc être relancé.',
  },
];

const vat: LawText = {
  article: 'CGI art.\u00A0272-1',
  says: 'Dès le jugement de liquidation, la TVA déjà reversée sur ces factures peut être récupérée\u00A0: envoyez au liquidateur un duplicata portant la mention «\u00A0Facture demeurée impayée…\u00A0» et parlez-en à votre comptable.',
};

/** What the law says of a procedure, article by article. */
export const insolvencyLaw = (kind: Insolvency['kind']): readonly LawText[] =>
  kind === 'liquidation' ? [...common, vat] : common;

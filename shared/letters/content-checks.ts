import { isDay } from '../dates/day.ts';
import { isIban } from '../identifiers/iban.ts';
import type { LetterModel } from '../ipc/letter-contract.ts';
import { regimeRules } from '../law/regime.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import { sumCents } from '../money/cents.ts';
import { addressBlockLimit, addressLineLimit } from './address-block.ts';
import { unprintableInLetter } from './printable-model.ts';

/** What a letter is asked for, by name. */
export type LetterElement =
  | 'creditor-name'
  | 'creditor-identity'
  | 'creditor-address'
  | 'creditor-contact'
  | 'debtor-address'
  | 'place'
  | 'object'
  | 'demand'
  | 'deadline'
  | 'totals'
  | 'legal-references'
  | 'outdated-article'
  | 'consumer-penalties'
  | 'payment-means'
  | 'consequences'
  | 'mediator'
  | 'contest'
  | 'crossed-payment'
  | 'enclosures'
  | 'signature'
  | 'judicial-words'
  | 'unprintable';

/** Lower case without accents, one space, straight apostrophes: wording is recognised, not typography. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ');

/** « L. 441-10 » and « L441-10 » are one article. */
const articles = (text: string): string =>
  folded(text)
    .replace(/[.\s]/gu, '')
    .replace(/[\u2010-\u2015]/gu, '-');

const requiredArticles: { readonly [Regime in DebtorRegime]: readonly string[] } = {
  b2b: ['l441-10', 'd441-5'],
  public: ['r2192-31', 'd2192-35'],
  b2c: ['1231-6', '1344'],
  'non-professional': ['1231-6', '1344'],
};

/** One line of the checklist. */
export interface ContentCheck {
  readonly element: LetterElement;
  readonly message: (model: LetterModel, regime: DebtorRegime) => string;
  /** Which letters it is asked of; every one where undefined. */
  readonly only?: (model: LetterModel, regime: DebtorRegime) => boolean;
  readonly isMet: (model: LetterModel, text: string, regime: DebtorRegime) => boolean;
}

const isNotice = (model: LetterModel): boolean => model.kind !== 'reminder';
const isFormalNotice = (model: LetterModel): boolean => model.kind === 'formal-notice';
const isFilled = (text: string): boolean => text.trim() !== '';

const lastLines = (model: LetterModel): string => model.recipient.lines.slice(-2).join(' ');

const addressFits = (model: LetterModel): boolean =>
  model.recipient.lines.length <= addressBlockLimit + 1 &&
  model.recipient.lines.every((line) => [...line].length <= addressLineLimit) &&
  /\b\d{4,5}\b/.test(lastLines(model));

/** The décompte adds up line by line, and to what the letter claims. */
const annexAgrees = ({ annex, totals }: LetterModel): boolean =>
  annex.every(({ lines, totalCents }) => totalCents === sumCents(lines.map((line) => line.cents))) &&
  totals.totalCents + totals.creditsCents === sumCents(annex.map(({ totalCents }) => totalCents));

const sumsAgree = (model: LetterModel): boolean => {
  const { principalCents, interestCents, indemnityCents, creditsCents, totalCents } = model.totals;
  const sum = (of: (row: LetterModel['table'][number]) => number): number => sumCents(model.table.map(of));
  return (
    principalCents === sum((row) => row.remainingCents) &&
    interestCents === sum((row) => row.interestCents) &&
    indemnityCents === sum((row) => row.indemnityCents) &&
    (model.annex.length === 0 || annexAgrees(model)) &&
    totalCents === principalCents + interestCents + indemnityCents - creditsCents &&
    totalCents > 0
  );
};

/** The checklist, in the order of the page. */
export const contentChecks: readonly ContentCheck[] = [
  {
    element: 'creditor-name',
    message: () => 'Indiquez le nom de votre entreprise dans les réglages.',
    isMet: (model) => isFilled(model.sender.name),
  },
  {
    element: 'creditor-identity',
    message: () => 'Indiquez votre forme juridique, votre SIREN et votre registre dans les réglages.',
    isMet: (model) => /\bSIREN [\d\s]{9,}/u.test(model.sender.legalLine),
  },
  {
    element: 'creditor-address',
    message: () => 'Complétez l’adresse de votre entreprise dans les réglages.',
    isMet: (model) => model.sender.lines.filter(isFilled).length >= 2,
  },
  {
    element: 'creditor-contact',
    message: () =>
      'Indiquez un téléphone ou un e-mail dans les réglages, pour que le client puisse répondre.',
    isMet: (model) => isFilled(model.sender.phone) || isFilled(model.sender.email),
  },
  {
    element: 'debtor-address',
    message: () =>
      `Corrigez l’adresse du client : ${addressBlockLimit} lignes de ${addressLineLimit} caractères au plus, code postal et ville à la fin.`,
    isMet: addressFits,
  },
  {
    element: 'place',
    message: () => 'Indiquez la ville de votre entreprise dans les réglages : elle précède la date.',
    isMet: (model) => isFilled(model.sender.place),
  },
  {
    element: 'object',
    message: () => 'L’objet doit contenir « MISE EN DEMEURE ».',
    only: isFormalNotice,
    isMet: (model) => /mise en demeure/.test(folded(model.subject)),
  },
  {
    element: 'demand',
    message: () =>
      'Le texte doit demander le paiement sans équivoque : « nous vous mettons en demeure de nous régler… ».',
    only: isFormalNotice,
    isMet: (_model, text) => /(?:mettons|mets|met) en demeure/.test(text),
  },
  {
    element: 'deadline',
    message: () =>
      'Fixez une date limite de paiement après la date du courrier : un délai seul ne suffit pas.',
    only: isNotice,
    isMet: (model) =>
      model.deadlineOn !== undefined && isDay(model.deadlineOn) && model.deadlineOn > model.writtenOn,
  },
  {
    element: 'totals',
    message: () => 'Les totaux ne sont pas la somme des lignes : préparez de nouveau ce courrier.',
    isMet: sumsAgree,
  },
  {
    element: 'legal-references',
    message: (_model, regime) => `Citez les ${regimeRules[regime].legalReferences}.`,
    only: isNotice,
    isMet: (_model, text, regime) =>
      requiredArticles[regime].every((article) => articles(text).includes(article)),
  },
  {
    element: 'outdated-article',
    message: () => 'L’article L441-6 n’existe plus depuis 2019 : citez l’article L441-10.',
    isMet: (_model, text) => !articles(text).includes('l441-6'),
  },
  {
    element: 'consumer-penalties',
    message: () =>
      'Ni indemnité de 40 €, ni pénalités du Code de commerce ne peuvent être réclamées à ce client.',
    only: (_model, regime) => !regimeRules[regime].hasIndemnity,
    isMet: (model, text) =>
      model.totals.indemnityCents === 0 &&
      !/\b40 ?(?:€|euros)|indemnite forfaitaire/.test(text) &&
      !/l441-10|d441-5/.test(articles(text)),
  },
  {
    element: 'payment-means',
    message: () => 'Indiquez un IBAN valable et son titulaire dans les réglages.',
    isMet: (model) => isIban(model.payment.iban) && isFilled(model.payment.holder),
  },
  {
    element: 'consequences',
    message: () =>
      'Dites ce qui suivra sans paiement (par exemple une requête en injonction de payer), et seulement ce que vous pouvez faire.',
    only: isNotice,
    isMet: (_model, text) =>
      /injonction|refere|assign|tribunal|judiciaire|procedure|saisir|suspen|reserve de propriete|prefet|mandatement/.test(
        text,
      ),
  },
  {
    element: 'mediator',
    message: () => 'Indiquez le médiateur de la consommation dont vous relevez.',
    only: (model, regime) => isNotice(model) && regime === 'b2c',
    isMet: (_model, text) => /mediateur|mediation/.test(text),
  },
  {
    element: 'contest',
    message: () => 'Invitez le client à dire ce qu’il conteste : son silence renforce votre créance.',
    only: isNotice,
    isMet: (_model, text) => /contest/.test(text),
  },
  {
    element: 'crossed-payment',
    message: () => 'Ajoutez que le courrier est sans objet si le règlement a été fait entre-temps.',
    isMet: (_model, text) =>
      /entre-?\s?temps|tenir compte|sans objet|deja (?:ete )?(?:regle|paye|effectue)/.test(text),
  },
  {
    element: 'enclosures',
    message: () => 'Joignez la copie des factures et listez les pièces jointes.',
    only: isNotice,
    isMet: (model) => model.enclosures.length > 0,
  },
  {
    element: 'signature',
    message: () => 'Indiquez le nom et la qualité du signataire dans les réglages.',
    isMet: (model) => isFilled(model.sender.signatoryName) && isFilled(model.sender.signatoryCapacity),
  },
  {
    element: 'judicial-words',
    message: () =>
      'Retirez ce qui imite un acte de justice (« commandement », « huissier », « sommation ») : seul un commissaire de justice peut en délivrer (Code pénal, art. 433-13).',
    isMet: (model, text) =>
      !/commandement|sommation/.test(folded(model.subject)) && !/\bhuissier|\bmarianne\b/.test(text),
  },
  {
    element: 'unprintable',
    message: (model) =>
      `Ces caractères ne peuvent pas être imprimés : ${unprintableInLetter(model).join(' ')}. Remplacez-les.`,
    isMet: (model) => unprintableInLetter(model).length === 0,
  },
];

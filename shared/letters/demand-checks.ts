import { isDay } from '../dates/day.ts';
import { formatDay, formatLongDay } from '../dates/format-day.ts';
import { regimeRules } from '../law/regime.ts';
import type { DebtorRegime } from '../ledger/client.ts';
import {
  articles,
  type ContentCheck,
  folded,
  isFormalNotice,
  isNotice,
  type LetterFacts,
} from './content-check.ts';

/** Asking to be paid in unmistakable words (C. civ. 1344: « interpellation suffisante »). */
const demand =
  /\b(?:mettons|mets|met)\b[^.]{0,40}\ben demeure (?:de |d')[^.]*?(?:regl|pay|pai|vers|acquitt|solder)/;

const writtenBasis =
  /\b(?:contrats?|devis|(?:bons? de )?commandes?|marche public|conditions generales|cgv|bons? de livraison|proces-verbal|convention)\b/;

const requiredArticles: Readonly<Record<DebtorRegime, readonly RegExp[]>> = {
  b2b: [/l441-10/, /d441-5/],
  public: [/r2192-31/, /d2192-35/],
  b2c: [/1231-6/, /1344(?!-)/, /1344-1/],
  'non-professional': [/1231-6/, /1344(?!-)/, /1344-1/],
};

const deadlineOf = ({ model }: LetterFacts): string | undefined =>
  model.deadlineOn !== undefined && isDay(model.deadlineOn) ? model.deadlineOn : undefined;

const isPast = (facts: LetterFacts): boolean => {
  const deadlineOn = deadlineOf(facts);
  return deadlineOn !== undefined && deadlineOn <= facts.model.writtenOn;
};

const weekday = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?';
const lastDay = new RegExp(
  `au plus tard le ${weekday}(\\d{1,2}(?:ᵉʳ|er)? [a-z]+ \\d{4}|\\d{1,2}/\\d{1,2}/\\d{4})`,
  'gu',
);

/** Last days to pay that the text names, « 2 decembre 2026 » or « 02/12/2026 ». */
const namedDeadlines = (text: string): readonly string[] =>
  [...text.matchAll(lastDay)].map(([, named = '']) => named);

/** « 1ᵉʳ » and « 01 » are 1. */
const plain = (named: string): string => named.replace(/\b0(?=\d)/gu, '').replace(/(?:ᵉʳ|er) /u, ' ');

/** The text may name other days beside the one that the letter grants, never instead of it. */
const agreesWithText = (facts: LetterFacts): boolean => {
  const deadlineOn = deadlineOf(facts);
  const named = namedDeadlines(facts.text).map(plain);
  if (deadlineOn === undefined || named.length === 0) return true;
  return [formatDay(deadlineOn), folded(formatLongDay(deadlineOn))].some((day) => named.includes(plain(day)));
};

/**
 * Points 4, 5, 8 and 9: the demand, what it rests on, its articles and its last day. The invoices of the table,
 * with the client's order where the ledger knows it, are the basis by construction; the written contract makes
 * it stronger, so that point 5 is a hint. No law sets a minimum of days.
 */
export const demandChecks: readonly ContentCheck[] = [
  {
    element: 'object',
    point: 4,
    need: 'mandatory',
    repair: 'templates',
    message: () => 'L’objet doit contenir «\u00A0MISE EN DEMEURE DE PAYER\u00A0».',
    only: isFormalNotice,
    isMet: ({ model }) =>
      /mise en demeure de (?:payer|regler|paiement|reglement)\b/.test(folded(model.subject)),
  },
  {
    element: 'demand',
    point: 4,
    need: 'mandatory',
    repair: 'templates',
    message: () =>
      'Le texte doit demander le paiement sans équivoque\u00A0: «\u00A0nous vous mettons en demeure de nous régler…\u00A0» (Code civil, art. 1344).',
    only: isFormalNotice,
    isMet: ({ text }) => demand.test(text),
  },
  {
    element: 'basis',
    point: 5,
    need: 'hint',
    repair: 'client',
    message: () =>
      'Rappelez d’où vient la créance\u00A0: ajoutez le numéro de commande aux factures, ou citez le devis, le contrat ou le bon de livraison.',
    only: isNotice,
    isMet: ({ model, text }) =>
      model.table.every(({ orderReference }) => orderReference !== undefined) ||
      writtenBasis.test(`${text} ${folded(model.enclosures.join(' '))}`),
  },
  {
    element: 'legal-references',
    point: 8,
    need: 'mandatory',
    repair: 'none',
    message: ({ regime }) => `Citez les ${regimeRules[regime].legalReferences}.`,
    only: isNotice,
    isMet: ({ text, regime }) => requiredArticles[regime].every((article) => article.test(articles(text))),
  },
  {
    element: 'outdated-article',
    point: 8,
    need: 'mandatory',
    repair: 'templates',
    message: () =>
      'L’article L441-6 ne traite plus des retards de paiement depuis 2019\u00A0: citez l’article L441-10.',
    isMet: ({ text }) => !articles(text).includes('l441-6'),
  },
  {
    element: 'deadline',
    point: 9,
    need: 'mandatory',
    repair: 'scenario',
    message: () =>
      'Fixez une date limite de paiement\u00A0: donnez à cette étape du scénario un délai accordé, puis approuvez de nouveau.',
    only: isNotice,
    isMet: (facts) => deadlineOf(facts) !== undefined,
  },
  {
    element: 'deadline-past',
    point: 9,
    need: 'mandatory',
    repair: 'none',
    message: (facts) => {
      const deadlineOn = deadlineOf(facts);
      return `La date limite de ce courrier${deadlineOn === undefined ? '' : `, le ${formatDay(deadlineOn)},`} est passée\u00A0: retirez-le, puis approuvez-le de nouveau.`;
    },
    isMet: (facts) => !isPast(facts),
  },
  {
    element: 'deadline-text',
    point: 9,
    need: 'mandatory',
    repair: 'templates',
    message: (facts) => {
      const deadlineOn = deadlineOf(facts);
      return `Le texte demande le règlement pour une autre date que le courrier${deadlineOn === undefined ? '' : `, le ${formatDay(deadlineOn)}`}\u00A0: retirez-le et corrigez son texte.`;
    },
    isMet: agreesWithText,
  },
  {
    element: 'granted-days',
    point: 9,
    need: 'advice',
    repair: 'templates',
    message: () =>
      'Dites aussi le délai\u00A0: «\u00A0dans un délai de 8 jours à compter de la réception de cette lettre\u00A0».',
    only: isFormalNotice,
    isMet: ({ text }) =>
      /\b(?:\d{1,3}|huit|dix|quinze|vingt|trente)(?: \(\d+\))? jours\b[^.]*\brecept/.test(text),
  },
];

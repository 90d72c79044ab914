import { foldText } from './fold-text.ts';
import { lifeCycleCodeIn, lifeCycleEffect } from './life-cycle.ts';

/** What a status word of a billing program means for what is owed. */
export type StatusMeaning = 'open' | 'paid' | 'cancelled' | 'draft' | 'credit-note';

// Written without the endings of gender and number: « payé », « payée » and « payées » are one entry.
const meanings: readonly (readonly [StatusMeaning, string])[] = [
  [
    'open',
    'impay|non pay|non regl|a payer|a regler|en attente|en attente paiement|en attente de paiement|en attente de reglement|en retard|retard|partiel|partielle|partiellement pay|partiellement regl|paiement partiel|envoy|emis|emise|valid|ouvert|echu|non echu|a echoir|relanc|en cours|finalis|factur|transmis|depos|recu|comptabilis|a relancer|en litige|litige|du|due|overdue|past due|partial|partially paid|partpaid|sent|unsent|unpaid|open|outstanding|viewed|pending|late|approved|awaiting payment|authorised|issued',
  ],
  [
    'paid',
    'pay|regl|sold|acquitt|encaiss|clotur|lettr|termin|rembours|paid|closed|settled|complete|completed|paid in full|entierement pay|entierement regl',
  ],
  [
    'cancelled',
    'annul|cancelled|canceled|cancel|void|voided|supprim|abandonn|deleted|reversed|written off|writeoff|irrecouvrabl|avoir emis',
  ],
  ['draft', 'brouillon|draft|provisoir|en preparation|a valider|proforma|pro forma|devis|estimate|quote'],
  ['credit-note', 'avoir|credit note|creditnote|credit memo|note credit|note de credit'],
];

const withoutEnding = (word: string): string => word.replace(/(ee?s?|s)$/, '');

const fold = (text: string): string => foldText(text).split(' ').map(withoutEnding).join(' ');

const meaningByWord = new Map(
  meanings.flatMap(([meaning, words]) => words.split('|').map((word) => [fold(word), meaning] as const)),
);

/** What is owed after a status of the e-invoicing platform: what is refused or rejected stays owed until corrected. */
const meaningOfLifeCycle = (text: string): StatusMeaning | undefined => {
  const code = lifeCycleCodeIn(text);
  if (code === undefined) return undefined;
  const effect = lifeCycleEffect(code);
  return effect === 'paid' || effect === 'cancelled' ? effect : 'open';
};

/** The meaning of a status such as « Payée », « En retard » or « 210 »; undefined when it is not known. */
export const statusMeaning = (text: string): StatusMeaning | undefined =>
  meaningByWord.get(fold(text)) ?? meaningOfLifeCycle(text);

/** True when a document type such as « Avoir » or `381` says credit note. */
export const saysCreditNote = (documentType: string): boolean =>
  statusMeaning(documentType) === 'credit-note' ||
  /^(av|avoir client|facture avoir|facture d avoir|381|credit|creditnote|refund)$/.test(
    foldText(documentType),
  );

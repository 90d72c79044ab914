import type { LetterModel } from '../ipc/letter-contract.ts';
import { type ContentCheck, folded } from './content-check.ts';
import { claimedFees, judicialLook, unlawfulThreat } from './forbidden-wording.ts';
import { unprintableInLetter } from './printable-model.ts';

/** The words as they stand in the letter, with accents and capitals, from what was found in the folded text. */
const asWritten = (model: LetterModel, found: string): string => {
  const count = found.split(' ').length;
  for (const text of [model.subject, ...model.paragraphsBefore, ...model.paragraphsAfter]) {
    const words = text.split(/\s+/u);
    for (let start = 0; start + count <= words.length; start += 1) {
      const candidate = words.slice(start, start + count).join(' ');
      if (folded(candidate).includes(found)) return candidate.replace(/^\p{P}+|\p{P}+$/gu, '');
    }
  }
  return found;
};

const quoted = (model: LetterModel, found: string | undefined): string =>
  `«\u00A0${asWritten(model, found ?? '')}\u00A0»`;

const leftover = (text: string): string | undefined =>
  /\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%|\[factures\]|\[tableau\]/.exec(text)?.[0];

/** What no letter may say (law-and-formats.md 4.2), and what paper does not take. All of it is refused. */
export const conductChecks: readonly ContentCheck[] = [
  {
    element: 'fees',
    point: 'conduct',
    need: 'mandatory',
    repair: 'templates',
    message: ({ model, text }) =>
      `Retirez ${quoted(model, claimedFees(text))}\u00A0: hors l’indemnité de 40\u00A0€, ces frais restent à votre charge (Code des procédures civiles d’exécution, art. L111-8).`,
    isMet: ({ text }) => claimedFees(text) === undefined,
  },
  {
    element: 'threats',
    point: 'conduct',
    need: 'mandatory',
    repair: 'templates',
    message: ({ model, text }) =>
      `Retirez ${quoted(model, unlawfulThreat(text))}\u00A0: n’annoncez que ce que la loi vous permet, et ne parlez de la dette à personne d’autre.`,
    isMet: ({ text }) => unlawfulThreat(text) === undefined,
  },
  {
    element: 'judicial-words',
    point: 'conduct',
    need: 'mandatory',
    repair: 'templates',
    message: ({ model, text }) =>
      `Retirez ${quoted(model, judicialLook(folded(model.subject), text))}\u00A0: une lettre ne doit pas ressembler à un acte de justice (Code pénal, art. 433-13).`,
    isMet: ({ model, text }) => judicialLook(folded(model.subject), text) === undefined,
  },
  {
    element: 'placeholder',
    point: 'printing',
    need: 'mandatory',
    repair: 'templates',
    message: ({ text }) =>
      `Le texte contient encore «\u00A0${leftover(text) ?? ''}\u00A0»\u00A0: complétez-le.`,
    isMet: ({ text }) => leftover(text) === undefined,
  },
  {
    element: 'unprintable',
    point: 'printing',
    need: 'mandatory',
    repair: 'none',
    message: ({ model }) =>
      `Ces caractères ne peuvent pas être imprimés\u00A0: ${unprintableInLetter(model).join(' ')}. Remplacez-les.`,
    isMet: ({ model }) => unprintableInLetter(model).length === 0,
  },
];

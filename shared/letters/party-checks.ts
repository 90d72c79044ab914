import { isDay } from '../dates/day.ts';
import { isSiren } from '../identifiers/siren.ts';
import { addressBlockLimit, addressLineLimit } from './address-block.ts';
import {
  type ContentCheck,
  folded,
  isFilled,
  isFormalNotice,
  isNotice,
  type LetterFacts,
} from './content-check.ts';

/** SIREN of « SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon ». */
const sirenIn = (legalLine: string): string => /\bSIREN\s([\d\s]+)/u.exec(legalLine)?.[1] ?? '';

/** « S.A.R.L. » and « SARL » are one form. */
const formOf = ({ model }: LetterFacts): string => folded(model.sender.legalLine).replace(/\b(\w)\./g, '$1');

/** Forms with a capital that are registered by law (C. com. L210-1, R123-237, R123-238). */
const hasCapital = (facts: LetterFacts): boolean =>
  /^(?:sarl|eurl|sasu?|sa|sca|sel(?:arl|as|afa|ca)u?|societe (?:a responsabilite limitee|anonyme|par actions))\b/.test(
    formOf(facts),
  );

const isSoleTrader = (facts: LetterFacts): boolean =>
  /^(?:ei(?:rl)?\b|entrepren(?:eur|euse) individuel|micro-?\s?(?:entrepr|ei)|auto-?\s?entrepr)/.test(
    formOf(facts),
  );

const addressFits = ({ model }: LetterFacts): boolean => {
  const { lines } = model.recipient;
  return (
    lines.length <= addressBlockLimit + 1 &&
    lines.every((line) => [...line].length <= addressLineLimit) &&
    /\b\d{4,5}\b/.test(lines.slice(-2).join(' '))
  );
};

/**
 * Points 1 to 3: who writes, to whom, where and when. The creditor's statements are those of C. com. R123-237
 * and R123-238, R526-27 for a sole trader; the VAT number is printed where there is one, since a creditor in
 * franchise (CGI 293 B) has none. The debtor's name is the ledger's: nothing off line can hold it against the
 * register.
 */
export const partyChecks: readonly ContentCheck[] = [
  {
    element: 'creditor-name',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez le nom de votre entreprise.',
    isMet: ({ model }) => isFilled(model.sender.name),
  },
  {
    element: 'creditor-identity',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez votre SIREN\u00A0: neuf chiffres valables (Code de commerce, art. R123-237).',
    isMet: ({ model }) => isSiren(sirenIn(model.sender.legalLine)),
  },
  {
    element: 'creditor-form',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez votre forme juridique\u00A0: SARL, SAS, EI…',
    only: isNotice,
    isMet: ({ model }) =>
      isFilled(model.sender.legalLine) &&
      !/^(?:SIREN|RCS|RNE|RM|TVA|Société au capital)\b/u.test(model.sender.legalLine),
  },
  {
    element: 'creditor-capital',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () =>
      'Indiquez le capital de votre société, à côté de sa forme (Code de commerce, art. R123-238).',
    only: (facts) => isNotice(facts) && hasCapital(facts),
    isMet: ({ model }) => /\bcapital\b/u.test(model.sender.legalLine),
  },
  {
    element: 'creditor-registry',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () =>
      'Indiquez votre immatriculation\u00A0: «\u00A0RCS\u00A0» et la ville du greffe (Code de commerce, art. R123-237).',
    only: (facts) => isNotice(facts) && hasCapital(facts),
    isMet: ({ model }) => /\b(?:RCS|RNE|RM)\b/u.test(model.sender.legalLine),
  },
  {
    element: 'sole-trader',
    point: 1,
    need: 'advice',
    repair: 'company',
    message: () =>
      'Ajoutez «\u00A0EI\u00A0» juste avant ou après votre nom, comme tout entrepreneur individuel (Code de commerce, art. R526-27).',
    only: isSoleTrader,
    isMet: ({ model }) => /\bEI(?:RL)?\b|entrepren(?:eur|euse) individuel/iu.test(model.sender.name),
  },
  {
    element: 'creditor-address',
    point: 1,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Complétez l’adresse de votre entreprise.',
    isMet: ({ model }) => model.sender.lines.filter(isFilled).length >= 2,
  },
  {
    element: 'creditor-contact',
    point: 1,
    need: 'advice',
    repair: 'company',
    message: () => 'Indiquez un téléphone ou un e-mail, pour que le client puisse répondre.',
    isMet: ({ model }) => isFilled(model.sender.phone) || isFilled(model.sender.email),
  },
  {
    element: 'debtor',
    point: 2,
    need: 'mandatory',
    repair: 'client',
    message: () => 'Complétez le nom et l’adresse du client\u00A0: voie, code postal et ville.',
    isMet: ({ model }) => model.recipient.lines.filter(isFilled).length >= 3,
  },
  {
    element: 'debtor-address',
    point: 2,
    need: 'advice',
    repair: 'client',
    message: ({ model }) => {
      const tooLong = model.recipient.lines.filter((line) => [...line].length > addressLineLimit);
      return [
        `Corrigez l’adresse du client\u00A0: ${addressBlockLimit} lignes de ${addressLineLimit} caractères au plus, code postal et ville à la fin.`,
        ...tooLong.map((line) => `«\u00A0${line}\u00A0» compte ${[...line].length} caractères.`),
      ].join(' ');
    },
    isMet: addressFits,
  },
  {
    element: 'place',
    point: 3,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez la ville de votre entreprise\u00A0: elle précède la date.',
    isMet: ({ model }) => isFilled(model.sender.place),
  },
  {
    element: 'date',
    point: 3,
    need: 'mandatory',
    repair: 'none',
    message: () => 'La date de ce courrier n’est pas une date\u00A0: préparez-le de nouveau.',
    isMet: ({ model }) => isDay(model.writtenOn),
  },
  {
    element: 'registered',
    point: 3,
    need: 'advice',
    repair: 'scenario',
    message: () =>
      'Envoyez la mise en demeure en recommandé avec avis de réception\u00A0: sans lui, vous ne prouverez ni sa date ni sa remise.',
    only: isFormalNotice,
    isMet: ({ model }) => model.registered,
  },
];

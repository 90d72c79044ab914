import { isIban } from '../identifiers/iban.ts';
import { type ContentCheck, folded, isFilled, isNotice, type LetterFacts } from './content-check.ts';

const isConsumerNotice = (facts: LetterFacts): boolean => isNotice(facts) && facts.regime === 'b2c';

/** A paragraph that names the mediator and how to reach him, not only that there is one. */
const namesMediator = ({ model }: LetterFacts): boolean =>
  [...model.paragraphsBefore, ...model.paragraphsAfter].some((paragraph) =>
    /mediat.*(?: ?: ?\S|www\.|https?:|@|\b\d{5}\b)/.test(folded(paragraph)),
  );

/**
 * Points 10 to 15: how to pay, what follows, how to answer, what is enclosed, who signs. A formal notice that
 * does not say what follows, nor how to contest, is valid (law-and-formats.md 2.1: no list in the law): those
 * are advice. A consumer must be told of the mediator (C. consom. L612-1, L616-1).
 */
export const answerChecks: readonly ContentCheck[] = [
  {
    element: 'payment-means',
    point: 10,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez un IBAN valable et son titulaire.',
    isMet: ({ model }) => isIban(model.payment.iban) && isFilled(model.payment.holder),
  },
  {
    element: 'payment-reference',
    point: 10,
    need: 'advice',
    repair: 'none',
    message: () => 'Donnez une référence à rappeler avec le virement.',
    isMet: ({ model }) => isFilled(model.payment.reference),
  },
  {
    element: 'consequences',
    point: 11,
    need: 'advice',
    repair: 'templates',
    message: () =>
      'Dites ce qui suivra sans paiement (par exemple une requête en injonction de payer), et seulement ce que vous pouvez faire.',
    only: isNotice,
    isMet: ({ text }) =>
      /injonction|refere|assign|tribunal|juridiction|judiciaire|procedure|saisir|suspen|reserve de propriete|prefet|mandatement/.test(
        text,
      ),
  },
  {
    element: 'public-path',
    point: 11,
    need: 'advice',
    repair: 'templates',
    message: () =>
      'N’annoncez pas d’injonction de payer à un organisme public\u00A0: la voie dépend du contrat. Le modèle «\u00A0organisme public\u00A0» d’Acquit ne le fait pas.',
    only: (facts) => isNotice(facts) && facts.regime === 'public',
    isMet: ({ text }) => !text.includes('injonction de payer'),
  },
  {
    element: 'mediator',
    point: 11,
    need: 'mandatory',
    repair: 'templates',
    message: () =>
      'Indiquez au particulier le médiateur de la consommation dont vous relevez (Code de la consommation, art. L616-1).',
    only: isConsumerNotice,
    isMet: ({ text }) => /mediateur|mediation/.test(text),
  },
  {
    element: 'mediator-contact',
    point: 11,
    need: 'advice',
    repair: 'company',
    message: () => 'Indiquez le nom et les coordonnées de votre médiateur de la consommation.',
    only: (facts) => isConsumerNotice(facts) && /mediateur|mediation/.test(facts.text),
    isMet: namesMediator,
  },
  {
    element: 'contest',
    point: 12,
    need: 'advice',
    repair: 'templates',
    message: () => 'Invitez le client à dire ce qu’il conteste\u00A0: son silence renforce votre créance.',
    only: isNotice,
    isMet: ({ text }) => /contest/.test(text),
  },
  {
    element: 'crossed-payment',
    point: 13,
    need: 'advice',
    repair: 'templates',
    message: () => 'Ajoutez que le courrier est sans objet si le règlement a été fait entre-temps.',
    isMet: ({ text }) =>
      /entre-?\s?temps|tenir compte|sans objet|deja (?:ete )?(?:regle|paye|effectue|parti)|in the meantime|disregard/.test(
        text,
      ),
  },
  {
    element: 'enclosures',
    point: 14,
    need: 'advice',
    repair: 'none',
    message: () => 'Joignez la copie des factures et listez les pièces jointes.',
    only: isNotice,
    isMet: ({ model }) => model.enclosures.some((enclosure) => /facture|releve/.test(folded(enclosure))),
  },
  {
    element: 'enclosed-annex',
    point: 14,
    need: 'advice',
    repair: 'none',
    message: () => 'Listez le décompte parmi les pièces jointes.',
    only: ({ model }) => model.annex.length > 0,
    isMet: ({ model }) => model.enclosures.some((enclosure) => /decompte/.test(folded(enclosure))),
  },
  {
    element: 'signature',
    point: 15,
    need: 'mandatory',
    repair: 'company',
    message: () => 'Indiquez le nom et la qualité du signataire.',
    isMet: ({ model }) => isFilled(model.sender.signatoryName) && isFilled(model.sender.signatoryCapacity),
  },
];

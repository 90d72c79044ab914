/**
 * What starts a new full limitation period. The list of the Civil Code is exhaustive (2240, 2241, 2244): a
 * reminder or a formal notice, registered or not, is not on it (Cass. com. 18 May 2022, n° 20-23.204). A public
 * body alone is interrupted by a written claim (loi 68-1250 art. 2), and an insolvent debtor by the
 * declaration of the claim (C. com. L622-25-1).
 */
export type Interruption =
  | 'acknowledgement'
  | 'partial-payment'
  | 'court-claim'
  | 'enforcement'
  | 'claim-declaration'
  | 'written-claim';

interface InterruptionNames {
  /** As the title of a line. */
  readonly title: string;
  /** After « depuis » or « qui suit ». */
  readonly noun: string;
  readonly article: string;
}

const names: Readonly<Record<Interruption, InterruptionNames>> = {
  acknowledgement: {
    title: 'Reconnaissance de dette',
    noun: 'la reconnaissance de dette',
    article: 'C. civ. art. 2240',
  },
  'partial-payment': {
    title: 'Paiement partiel',
    noun: 'le paiement partiel',
    article: 'C. civ. art. 2240',
  },
  'court-claim': {
    title: 'Demande en justice',
    noun: 'la demande en justice',
    article: 'C. civ. art. 2241',
  },
  enforcement: {
    title: 'Saisie ou acte d’exécution',
    noun: 'l’acte d’exécution',
    article: 'C. civ. art. 2244',
  },
  'claim-declaration': {
    title: 'Déclaration de créance',
    noun: 'la déclaration de créance',
    article: 'C. com. art. L622-25-1',
  },
  'written-claim': {
    title: 'Réclamation écrite à l’administration',
    noun: 'la réclamation écrite',
    article: 'loi 68-1250 art. 2',
  },
};

const publicLaw = 'loi 68-1250 art. 2';

/** French names of what interrupts, and the article; a public body has a law of its own. */
export const interruptionNames = (cause: Interruption, isPublicPeriod: boolean): InterruptionNames => {
  const own = names[cause];
  if (!isPublicPeriod || cause === 'claim-declaration') return own;
  if (cause !== 'acknowledgement') return { ...own, article: publicLaw };
  return {
    title: 'Écrit de l’administration sur la créance',
    noun: 'l’écrit de l’administration',
    article: publicLaw,
  };
};

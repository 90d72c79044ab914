import { expect, it } from 'vitest';
import { interruptionNames } from '../../../../shared/law/interruption.ts';

/** Cause, title, article against a private debtor, article against a public body. */
it.each([
  ['acknowledgement', 'Reconnaissance de dette', 'C. civ. art. 2240', 'loi 68-1250 art. 2'],
  ['partial-payment', 'Paiement partiel', 'C. civ. art. 2240', 'loi 68-1250 art. 2'],
  ['court-claim', 'Demande en justice', 'C. civ. art. 2241', 'loi 68-1250 art. 2'],
  ['enforcement', 'Saisie ou acte d’exécution', 'C. civ. art. 2244', 'loi 68-1250 art. 2'],
  ['claim-declaration', 'Déclaration de créance', 'C. com. art. L622-25-1', 'C. com. art. L622-25-1'],
  ['written-claim', 'Réclamation écrite à l’administration', 'loi 68-1250 art. 2', 'loi 68-1250 art. 2'],
] as const)('%s has a title and its article', (cause, title, article, publicArticle) => {
  expect(interruptionNames(cause, false)).toMatchObject({ title, article });
  expect(interruptionNames(cause, true).article).toBe(publicArticle);
});

import { expect, it } from 'vitest';
import { interestWarningTexts } from '../../../../shared/law/interest-warnings.ts';

it('tells every warning in French, with its article', () => {
  expect(interestWarningTexts).toEqual({
    'formal-notice-missing':
      'Sans mise en demeure reçue à cette date, aucun intérêt ne court contre ce débiteur (C. civ. art. 1231-6).',
    'rate-below-floor':
      'Le taux convenu est inférieur au plancher de trois fois le taux légal (C. com. art. L441-10 II). Vérifiez le contrat.',
    'floor-unknown':
      'Le taux légal du semestre n’est pas encore enregistré\u00A0: le plancher n’a pas pu être vérifié.',
    'public-rate-is-statutory':
      'Envers un organisme public, le taux est fixé par le Code de la commande publique (art. R2192-31).',
    'contract-rate-on-consumer':
      'Un taux convenu avec un particulier ne doit pas être manifestement disproportionné (C. consom. art. R212-2).',
    'indicative-rate-before-2013':
      'Avant 2013, le taux suivait chaque décision de la BCE\u00A0: ce calcul par semestre est indicatif.',
    'stopped-by-insolvency':
      'Le jugement d’ouverture arrête le cours des intérêts\u00A0: ils sont comptés jusqu’à la veille (C. com. art. L622-28).',
  });
});

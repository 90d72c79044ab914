import { expect, it } from 'vitest';
import { interruptionNames } from '../../../../shared/law/interruption.ts';
import { dueStartName, limitationReason, startName } from '../../../../shared/law/limitation-reason.ts';

it.each([
  [12, '1\u00A0an'],
  [24, '2\u00A0ans'],
  [6, '6\u00A0mois'],
  [18, '18\u00A0mois'],
] as const)('%d months are « %s »', (months, words) => {
  expect(limitationReason(startName('issue', false), months, 'Contrat', false)).toBe(
    `Prescription de ${words} comptée depuis l’émission de la facture (Contrat)`,
  );
});

it.each([
  ['performance', 'la fin de la prestation ou la livraison', []],
  ['title', 'le titre exécutoire', []],
  ['acknowledgement', 'la reconnaissance de dette', ['C. civ. art. 2240']],
  ['partial-payment', 'le paiement partiel', ['C. civ. art. 2240']],
  ['court-claim', 'la demande en justice', ['C. civ. art. 2241']],
  ['enforcement', 'l’acte d’exécution', ['C. civ. art. 2244']],
  ['claim-declaration', 'la déclaration de créance', ['C. com. art. L622-25-1']],
] as const)('%s is cited with its article', (start, noun, articles) => {
  expect(startName(start, false)).toEqual({ noun, articles });
});

it('cites the law of public bodies for what interrupts against them', () => {
  const publicLaw = 'loi 68-1250 art. 2';
  expect(interruptionNames('written-claim', true).article).toBe(publicLaw);
  expect(interruptionNames('court-claim', true)).toMatchObject({
    title: 'Demande en justice',
    article: publicLaw,
  });
  expect(interruptionNames('acknowledgement', true)).toEqual({
    title: 'Écrit de l’administration sur la créance',
    noun: 'l’écrit de l’administration',
    article: publicLaw,
  });
  expect(interruptionNames('claim-declaration', true).article).toBe('C. com. art. L622-25-1');
  expect(interruptionNames('acknowledgement', false).title).toBe('Reconnaissance de dette');
});

it('says on what the optimistic reckoning rests', () => {
  expect(dueStartName(undefined, false)).toEqual({ noun: 'l’échéance', articles: ['C. civ. art. 2233, 3°'] });
  expect(dueStartName({ cause: 'court-claim' }, true)).toEqual({
    noun: 'la demande en justice, si le délai n’a couru que depuis l’échéance',
    articles: ['loi 68-1250 art. 2', 'C. civ. art. 2233, 3°'],
  });
});

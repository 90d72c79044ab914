import { expect, test } from 'vitest';
import { clientChoices } from '../../../../../renderer/features/invoices/client-choices.ts';
import { aClient } from '../../../shared/reminders/sample-ledger.ts';

const choices = clientChoices([
  aClient('c1', { name: 'Zoé Étain' }),
  aClient('c2', { name: 'Boulangerie Martin', code: '411A' }),
  aClient('c3', { name: 'Boulangerie Martin', code: '411B' }),
  aClient('c4', { name: 'Boulangerie Martin' }),
]);

test('every client has one text of its own, in French order', () => {
  expect(choices.labels).toEqual([
    'Boulangerie Martin',
    'Boulangerie Martin (411B)',
    'Boulangerie Martin (2)',
    'Zoé Étain',
  ]);
  expect(choices.labelOf('c3')).toBe('Boulangerie Martin (411B)');
  expect(choices.labelOf('nobody')).toBe('');
});

test('a typed name finds its client whatever the case and the accents', () => {
  expect(choices.find(' zoe etain ')).toBe('c1');
  expect(choices.find('Boulangerie Martin (2)')).toBe('c4');
});

test('a name of several is only found as written in the list', () => {
  expect(choices.find('boulangerie martin')).toBeUndefined();
  expect(choices.find('Inconnu')).toBeUndefined();
});

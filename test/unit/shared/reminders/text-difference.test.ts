import { expect, it } from 'vitest';
import { foldText } from '../../../../shared/reminders/folded-text.ts';
import { textDifference } from '../../../../shared/reminders/text-difference.ts';

it('shows which words came and went', () => {
  expect(textDifference('Merci de régler vite.', 'Merci de bien vouloir régler.')).toEqual([
    { kind: 'same', text: 'Merci de ' },
    { kind: 'removed', text: 'régler vite.' },
    { kind: 'added', text: 'bien vouloir régler.' },
  ]);
  expect(textDifference('a b c d', 'a x c d')).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'removed', text: 'b ' },
    { kind: 'added', text: 'x ' },
    { kind: 'same', text: 'c d' },
  ]);
});

it('keeps a field whole', () => {
  expect(textDifference('Total {{ total }} dû', 'Total {{ reste_a_payer }} dû')).toEqual([
    { kind: 'same', text: 'Total ' },
    { kind: 'removed', text: '{{ total }} ' },
    { kind: 'added', text: '{{ reste_a_payer }} ' },
    { kind: 'same', text: 'dû' },
  ]);
});

it('says that nothing changed, and that everything did', () => {
  expect(textDifference('un', 'un')).toEqual([{ kind: 'same', text: 'un' }]);
  expect(textDifference('', '')).toEqual([]);
  expect(textDifference('', 'un')).toEqual([{ kind: 'added', text: 'un' }]);
  const long = (word: string): string => `${word} `.repeat(3_000);
  expect(textDifference(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

it('folds a text and finds in it what was typed', () => {
  const text = 'L’Œuvre\u00A0 ÉCHOUÉE\n🙂 fin';
  const { folded, original } = foldText(text);
  expect(folded).toBe("l'œuvre echouee 🙂 fin");
  const at = folded.indexOf('echouee');
  expect(original(at, at + 7)).toBe('ÉCHOUÉE');
  expect(original(folded.indexOf('fin'), folded.length)).toBe('fin');
  expect(original(500, 501)).toBe('');
});

import { describe, expect, it } from 'vitest';
import { closing } from '../../../../shared/letters/letter-body.ts';
import { defaultLetterLayout, letterDocument } from '../../../../shared/letters/letter-document.ts';
import { withoutRepetition } from '../../../../shared/letters/told-by-letter.ts';
import { unbrokenWords } from '../../../../shared/letters/unbroken-words.ts';
import { letter } from './sample-letter.ts';

const ending = (...after: readonly string[]) => letter({ text: { before: ['Bonjour,'], after } });
const bank = 'Nos coordonnées bancaires figurent dans cette lettre.';

/** Every text of a node, spans put together. */
const textsOf = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node))
    return node.every((part) => typeof part?.text === 'string' && Object.keys(part).length <= 2)
      ? [node.map((part) => part.text).join('')]
      : node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    ['text', 'stack', 'columns', 'table', 'body', 'content'].includes(key) ? textsOf(value) : [],
  );
};

describe('what a letter says by itself', () => {
  it('is not said again: bank details under the bank details, names above the signature', () => {
    const model = ending('Merci.', bank, 'Bien cordialement,', 'Hélène Dupré\nAtelier Dupré SARL');
    expect(withoutRepetition(model).paragraphsAfter).toEqual(['Merci.', 'Bien cordialement,']);
    const { definition } = letterDocument([model], defaultLetterLayout, {
      images: {},
      qrMatrix: () => undefined,
    });
    const texts = textsOf(definition.content);
    expect(texts).not.toContain(bank);
    expect(texts.filter((text) => text === 'Hélène Dupré')).toHaveLength(1);
    expect(texts.join('\n')).not.toContain('Hélène Dupré\nAtelier Dupré SARL');
  });

  it('stays where the letter does not say it, or says something else', () => {
    const model = ending(bank, 'Hélène Dupré vous appellera.');
    expect(withoutRepetition({ ...model, withoutPayment: true }).paragraphsAfter).toEqual([
      bank,
      'Hélène Dupré vous appellera.',
    ]);
    expect(withoutRepetition(ending('Cordialement,\nHélène Dupré')).paragraphsAfter).toEqual([
      'Cordialement,\nHélène Dupré',
    ]);
  });
});

describe('the end of a letter', () => {
  const kept = (...after: readonly string[]): readonly string[] => {
    const last = closing(ending(...after)).findLast((node) => 'stack' in node);
    return textsOf(last).filter((text) => after.includes(text));
  };

  it('keeps a formula of politeness and the sentence before it on the page of the signature', () => {
    expect(kept('Un.', 'Deux.', 'Cordialement,')).toEqual(['Deux.', 'Cordialement,']);
    const long = 'Une phrase assez longue pour se tenir seule au-dessus d’une signature. '.repeat(3).trim();
    expect(kept('Un.', 'Deux.', long)).toEqual([long]);
    expect(kept('Un.', 'x'.repeat(800), 'Cordialement,')).toEqual(['Cordialement,']);
  });
});

describe('words at the end of a line', () => {
  const whole = (text: string): readonly string[] => {
    const spans = unbrokenWords(text);
    if (typeof spans === 'string') return [];
    expect(spans.map((span) => span.text).join('')).toBe(text);
    return spans.filter(({ noWrap }) => noWrap).map((span) => span.text);
  };

  it('are not torn at their hyphens, nor a date at its spaces', () => {
    expect(
      whole('Réglez FA2026-001, ci-dessous, avant le 25 septembre 2026. Écrivez à compta@atelier-dupre.fr.'),
    ).toEqual(['FA2026-001,', 'ci-dessous,', '25 septembre 2026.', 'compta@atelier-dupre.fr.']);
    expect(whole('due on 1ᵉʳ décembre 2026 or 20 August 2026')).toEqual([
      '1ᵉʳ décembre 2026',
      '20 August 2026',
    ]);
  });

  it('may be torn where they are too long for a line', () => {
    expect(whole(`${'FACTURE-2026-'.repeat(8)}1`)).toEqual([]);
    expect(unbrokenWords('Rien à retenir ici.')).toBe('Rien à retenir ici.');
  });
});

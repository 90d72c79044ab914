import { expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { shippedParameters } from '../../../../shared/law/parameter-data.ts';
import { invoiceMentions } from '../../../../shared/letters/invoice-mentions.ts';

it('names rate, indemnity and discount with the articles in force', () => {
  const text = invoiceMentions(day('2026-11-22'), shippedParameters);
  expect(text).toContain('majoré de 10 points');
  expect(text).toContain('recouvrement de 40\u00A0€ (article D. 441-5');
  expect(text).toContain('Pas d’escompte');
  expect(text).not.toContain('L. 441-6');
});

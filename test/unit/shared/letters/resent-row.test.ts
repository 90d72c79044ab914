import { expect, it } from 'vitest';
import { isResentId } from '../../../../shared/letters/resent-row.ts';

it('knows the id of a letter that was sent again by the id that it had', () => {
  expect(isResentId('c1:step:3#renvoi-2', 'c1:step:3')).toBe(true);
  expect(isResentId('c1:step:3', 'c1:step:3')).toBe(false);
  expect(isResentId('c1:step:33#renvoi-1', 'c1:step:3')).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { splitVat } from '../../../../shared/law/bad-debt-vat.ts';

describe('splitVat', () => {
  it.each([
    [735_050, 2000, 612_542, 122_508],
    [735_050, 0, 735_050, 0],
    [105_500, 550, 100_000, 5500],
    [1, 2000, 1, 0],
  ])('%d cents at %d basis points', (total, rate, netCents, vatCents) => {
    expect(splitVat(total, rate)).toEqual({ netCents, vatCents });
  });
});

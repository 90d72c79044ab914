import { describe, expect, it } from 'vitest';
import { splitVat } from '../../../../shared/law/bad-debt-vat.ts';

describe('splitVat', () => {
  it.each([
    [735_050, 2000, 612_542, 122_508],
    [735_050, 0, 735_050, 0],
    [105_500, 550, 100_000, 5500],
    [1, 2000, 1, 0],
    [0, 2000, 0, 0],
    [120, 2000, 100, 20],
    // 3 ÷ 1.2 = 2.5: exactly half a cent goes up, into the net part.
    [3, 2000, 3, 0],
    [9, 2000, 8, 1],
    [2, 2000, 2, 0],
    // 1 ÷ 2 = 0.5, at a rate that no law has.
    [1, 10_000, 1, 0],
    [900_719_925_474_099, 2000, 750_599_937_895_083, 150_119_987_579_016],
  ])('%d cents at %d basis points', (total, rate, netCents, vatCents) => {
    expect(splitVat(total, rate)).toEqual({ netCents, vatCents });
  });
});

import { describe, expect, it } from 'vitest';
import { amountInWords } from '../../../../shared/money/amount-in-words.ts';

describe('amountInWords', () => {
  it.each([
    [0, 'zéro euro'],
    [1, 'un centime'],
    [50, 'cinquante centimes'],
    [100, 'un euro'],
    [101, 'un euro et un centime'],
    [2100, 'vingt et un euros'],
    [7000, 'soixante-dix euros'],
    [7100, 'soixante et onze euros'],
    [7700, 'soixante-dix-sept euros'],
    [8000, 'quatre-vingts euros'],
    [8100, 'quatre-vingt-un euros'],
    [9100, 'quatre-vingt-onze euros'],
    [9900, 'quatre-vingt-dix-neuf euros'],
    [10000, 'cent euros'],
    [20000, 'deux cents euros'],
    [20100, 'deux cent un euros'],
    [28000, 'deux cent quatre-vingts euros'],
    [100000, 'mille euros'],
    [123456, 'mille deux cent trente-quatre euros et cinquante-six centimes'],
    [8000000, 'quatre-vingt mille euros'],
    [20000000, 'deux cent mille euros'],
    [20000080, 'deux cent mille euros et quatre-vingts centimes'],
    [100000000, 'un million d’euros'],
    [200000000, 'deux millions d’euros'],
    [8000000000, 'quatre-vingts millions d’euros'],
    [100010000, 'un million cent euros'],
    [100000000000, 'un milliard d’euros'],
    [151240, 'mille cinq cent douze euros et quarante centimes'],
  ])('%d cents: %s', (amount, expected) => {
    expect(amountInWords(amount)).toBe(expected);
  });

  it('has no words for a negative amount or a part of a cent', () => {
    expect(() => amountInWords(-1)).toThrow(RangeError);
    expect(() => amountInWords(0.5)).toThrow(RangeError);
  });
});

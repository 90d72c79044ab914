import { expect, it } from 'vitest';
import { formatRate } from '../../../../shared/law/format-rate.ts';
import { parseRate } from '../../../../shared/law/parse-rate.ts';

it.each([
  ['2,40', 240],
  ['2.4', 240],
  [' 2,40 % ', 240],
  ['2,40\u00A0%', 240],
  ['12', 1200],
  ['0', 0],
  ['0,04', 4],
  ['2,400', 240],
  ['100', 10_000],
] as const)('reads « %s » as basis points', (text, basisPoints) => {
  expect(parseRate(text)).toEqual({ ok: true, value: basisPoints });
});

it.each([
  ['', 'empty'],
  [' % ', 'empty'],
  ['-1', 'not-a-rate'],
  ['2,40,1', 'not-a-rate'],
  ['1 000', 'not-a-rate'],
  ['deux', 'not-a-rate'],
  ['1%0', 'not-a-rate'],
  ['%5', 'not-a-rate'],
  ['2,', 'not-a-rate'],
  ['2,405', 'too-precise'],
  ['100,01', 'too-large'],
  ['240', 'too-large'],
] as const)('refuses « %s »: %s', (text, kind) => {
  expect(parseRate(text)).toEqual({ ok: false, error: { kind } });
});

it('reads back every rate that is written', () => {
  for (let basisPoints = 0; basisPoints <= 10_000; basisPoints += 7)
    expect(parseRate(formatRate(basisPoints))).toEqual({ ok: true, value: basisPoints });
});

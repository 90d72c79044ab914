import { describe, expect, it } from 'vitest';
import { cellAmount, cellDay, currencyBeside } from '../../../../shared/importing/cell-values.ts';

describe('reading a day from a cell', () => {
  it.each([
    ['31/12/2026', 'dmy', '2026-12-31'],
    ['10/20/2019', 'mdy', '2019-10-20'],
    ['Jan 28 2021', 'dmy', '2021-01-28'],
    ['February 3rd, 2021', 'dmy', '2021-02-03'],
    ['28-Feb-2021', 'dmy', '2021-02-28'],
    ['2019.04.19.', 'ymd', '2019-04-19'],
    ['2021-01-28T07:57:37+00:00', 'ymd', '2021-01-28'],
    ['1er janvier 2026', 'dmy', '2026-01-01'],
  ] as const)('reads %s', (cell, order, expected) => {
    expect(cellDay(cell, order)).toEqual({ ok: true, value: expected });
  });

  it('refuses a day that does not exist', () => {
    expect(cellDay('31/02/2026', 'dmy')).toMatchObject({ ok: false, error: { kind: 'no-such-day' } });
    expect(cellDay('Feb 30 2021', 'dmy').ok).toBe(false);
  });
});

describe('reading an amount from a cell', () => {
  it.each([
    ['$13.50 ', '.', 1350],
    ['($400.00)', '.', -40_000],
    ['$-142.85', '.', -14_285],
    ['1\u202f250,00 €', ',', 125_000],
    ["'579,68 USD", ',', 57_968],
    ['CHF 1’200.50', '.', 120_050],
    ['-', ',', 0],
    ['- €', ',', 0],
    ['58.900000000000006', '.', 5890],
    ['58.899999999999999', '.', 5890],
    ['-0,009999999999999', ',', -1],
  ] as const)('reads %s', (cell, decimal, expected) => {
    expect(cellAmount(cell, decimal)).toEqual({ ok: true, value: expected });
  });

  it('refuses what is ambiguous, too precise or no amount', () => {
    expect(cellAmount('1,234')).toMatchObject({ ok: false, error: { kind: 'ambiguous' } });
    expect(cellAmount('12,345', ',')).toMatchObject({ ok: false, error: { kind: 'too-precise' } });
    expect(cellAmount('offert', ',')).toMatchObject({ ok: false, error: { kind: 'not-an-amount' } });
  });

  it('knows the currency written beside', () => {
    expect(['12 €', '$12', 'CHF 12', '12 GBP', '12'].map(currencyBeside)).toEqual([
      'EUR',
      'USD',
      'CHF',
      'GBP',
      undefined,
    ]);
  });
});

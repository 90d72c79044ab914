import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { formulaInNumbers } from '../../../../shared/insight/formula.ts';
import { lowestBalanceFormula } from '../../../../shared/insight/lowest-balance-formula.ts';
import { plainNumber } from '../../../../shared/insight/quantity.ts';
import { projectTreasury } from '../../../../shared/insight/treasury.ts';
import { balance, client, invoice, outflow } from './few-rows.ts';
import { recomputed } from './recomputed.ts';

const today = day('2026-11-20');

const formulaOf = (rows: Parameters<typeof ledgerOfRows>[0]) => {
  const projection = projectTreasury(
    ledgerOfRows({ bankBalances: [balance('2026-11-18', 500_000)], ...rows }),
    today,
  );
  if (!projection) throw new Error('no projection');
  return lowestBalanceFormula(projection);
};

describe('the lowest balance, with its numbers', () => {
  it('is today’s, what comes in and what goes out until that day', () => {
    const formula = formulaOf({
      clients: [client('a')],
      invoices: [invoice('F-1', 'a', '2026-11-25', 100_000), invoice('F-2', 'a', '2026-12-30', 900_000)],
      outflows: [outflow('rent', day('2026-12-01'), 400_000), outflow('past', day('2026-11-19'), 50_000)],
    });
    expect(formulaInNumbers(formula)).toBe(
      '4\u202F500,00\u00A0€ + 1\u202F000,00\u00A0€ − 4\u202F000,00\u00A0€ = 1\u202F500,00\u00A0€',
    );
    expect(recomputed(formula)).toBe(plainNumber(formula.result));
  });

  it('is today’s where it only rises', () => {
    expect(formulaInNumbers(formulaOf({}))).toBe(
      '5\u202F000,00\u00A0€ + 0,00\u00A0€ − 0,00\u00A0€ = 5\u202F000,00\u00A0€',
    );
  });
});

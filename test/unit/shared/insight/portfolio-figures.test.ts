import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { delayFigures } from '../../../../shared/insight/delay-figures.ts';
import { formatFigure } from '../../../../shared/insight/figure.ts';
import { formulaInNumbers, formulaInWords } from '../../../../shared/insight/formula.ts';
import {
  type PortfolioFigureId,
  portfolioFigureIds,
  portfolioFigures,
  portfolioFigureTexts,
} from '../../../../shared/insight/portfolio-figures.ts';
import { plainNumber } from '../../../../shared/insight/quantity.ts';
import { at, client, invoice, paid } from './few-rows.ts';
import { kpiDay, kpiLedger, kpiRows } from './kpi-ledger.ts';
import { recomputed } from './recomputed.ts';

const figures = portfolioFigures(kpiLedger, kpiDay);

const shownValue = (id: PortfolioFigureId): number => {
  const figure = figures[id];
  if (figure.kind === 'unknown') throw new Error(figure.reason);
  return plainNumber(figure.value);
};

/** Law-and-formats.md 9.7, from rows. */
describe('the indicators of the worked example', () => {
  it.each([
    ['dso', 62.73],
    ['countBack', 53.5],
    ['bestPossible', 39.73],
    ['delinquent', 23],
    ['effectiveness', 79.25],
    ['overdue', (55 / 150) * 100],
    // 140 000 +36 d, 50 000 +6 d, 20 000 +10 d.
    ['signedDelay', 5_540 / 210],
    ['flooredDelay', 5_540 / 210],
    ['paymentTime', (140 * 66 + 50 * 36 + 20 * 40) / 210],
    ['onTime', 0],
    ['disputed', 0],
  ] as const)('%s is %d', (id, expected) => {
    expect(shownValue(id)).toBeCloseTo(expected, 2);
  });

  it('show the formula in words and with the numbers put in', () => {
    const { dso, countBack, effectiveness } = figures;
    if (dso.kind === 'unknown' || countBack.kind === 'unknown' || effectiveness.kind === 'unknown')
      throw new Error('figure missing');
    expect(formulaInWords(dso.formula)).toBe('Encours ÷ ventes TTC de la période × jours de la période');
    expect(formulaInNumbers(dso.formula)).toBe(
      '150\u202F000,00\u00A0€ ÷ 220\u202F000,00\u00A0€ × 92\u00A0jours = 62,73\u00A0jours',
    );
    expect(formulaInNumbers(countBack.formula)).toBe(
      '31\u00A0jours + 60\u202F000,00\u00A0€ ÷ 80\u202F000,00\u00A0€ × 30\u00A0jours = 53,5\u00A0jours',
    );
    expect(countBack.formula.terms.map(({ name }) => name)).toContain(
      'ventes d’octobre 2026 (31\u00A0jours)',
    );
    expect(formulaInNumbers(effectiveness.formula)).toMatch(/ = 79,25\u00A0%$/);
    expect(formatFigure(dso)).toBe('62,7\u00A0jours');
  });

  it.each(portfolioFigureIds)('%s: the numbers shown give the result shown', (id) => {
    const figure = figures[id];
    expect(portfolioFigureTexts[id].name).not.toBe('');
    if (figure.kind === 'unknown') {
      expect(id).toBe('promises');
      return;
    }
    expect(recomputed(figure.formula)).toBeCloseTo(plainNumber(figure.formula.result), 9);
  });
});

describe('an indicator that cannot be had', () => {
  it('says what is missing instead of a number that frightens', () => {
    const openOnly = portfolioFigures(ledgerOfRows({ ...kpiRows, payments: [], allocations: [] }), kpiDay);
    const missing = { kind: 'unknown', reason: 'Aucun encaissement enregistré sur la période.' };
    expect([openOnly.dso, openOnly.countBack, openOnly.delinquent, openOnly.effectiveness]).toEqual(
      Array.from({ length: 4 }, () => missing),
    );
    expect(openOnly.signedDelay).toMatchObject({ kind: 'unknown' });
    expect(openOnly.overdue).toMatchObject({ kind: 'known' });
    expect(formatFigure(openOnly.dso)).toBe('–');
  });

  it('has nothing to say of an empty ledger', () => {
    const none = Object.values(portfolioFigures(ledgerOfRows({}), kpiDay));
    expect(none.every(({ kind }) => kind === 'unknown')).toBe(true);
  });
});

describe('the DSO by exhaustion', () => {
  it('is « plus de » the whole history when the receivables exceed it', () => {
    const old = invoice('F-0', 'a', '2026-07-31', 10_000_000, {
      createdAt: at('2026-08-01'),
    });
    const { countBack } = portfolioFigures(
      ledgerOfRows({ ...kpiRows, invoices: [...kpiRows.invoices, old] }),
      kpiDay,
    );
    expect(formatFigure(countBack)).toBe('plus de 92\u00A0jours');
  });

  it('is the days of whole months when they come out even, and 0 when nothing is owed', () => {
    const waiting = invoice('A-1', 'a', '2026-08-10', 6_000_000, {
      kind: 'credit-note',
      createdAt: at('2026-08-01'),
    });
    const { countBack } = portfolioFigures(
      ledgerOfRows({ ...kpiRows, invoices: [...kpiRows.invoices, waiting] }),
      kpiDay,
    );
    expect(countBack.kind === 'known' && formulaInNumbers(countBack.formula)).toBe(
      '31\u00A0jours = 31\u00A0jours',
    );
    const settled = portfolioFigures(
      ledgerOfRows({ ...kpiRows, invoices: kpiRows.invoices.slice(0, 2) }),
      kpiDay,
    );
    expect([settled.countBack, settled.dso, settled.overdue].map(formatFigure)).toEqual([
      '0\u00A0jour',
      '0\u00A0jour',
      '–',
    ]);
  });
});

describe('delays of payment', () => {
  /** Delays of 0, +12, +45 and −3 days (9.7). */
  const parts = [
    [100_000, '2026-09-30'],
    [250_000, '2026-10-12'],
    [80_000, '2026-11-14'],
    [40_000, '2026-09-27'],
  ] as const;
  const invoices = parts.map(([cents], index) => invoice(`F-${index}`, 'a', '2026-09-30', cents));
  const receipts = invoices.map((row, index) => paid(row, parts[index]?.[1] ?? ''));
  const ledger = ledgerOfRows({
    clients: [client('a'), client('b')],
    invoices,
    payments: receipts.map(({ payment }) => payment),
    allocations: receipts.map(({ allocation }) => allocation),
  });
  const today = day('2026-11-22');

  it('are weighted by amount, signed and floored', () => {
    const { signed, floored, paymentTime, onTime } = delayFigures(ledger, today, 'a');
    expect([signed, floored, paymentTime, onTime].map(formatFigure)).toEqual([
      '13,8\u00A0jours',
      '14\u00A0jours',
      '43,8\u00A0jours',
      '29,8\u00A0%',
    ]);
    expect(signed.kind === 'known' && formulaInNumbers(signed.formula)).toBe(
      '64\u202F800\u00A0€·jours ÷ 4\u202F700,00\u00A0€ = 13,79\u00A0jours',
    );
  });

  it('are those of the last 12 months and of the client asked for', () => {
    expect(delayFigures(ledger, today, 'b').signed).toEqual({
      kind: 'unknown',
      reason: 'Aucun paiement de facture sur les 12\u00A0derniers mois.',
    });
    expect(delayFigures(ledger, day('2027-11-14'), 'a').signed.kind).toBe('unknown');
    expect(formatFigure(delayFigures(ledger, day('2027-11-13'), 'a').signed)).toBe('45\u00A0jours');
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import {
  outstandingFormula,
  overdueFormula,
  settledDelayFigure,
} from '../../../../shared/insight/account-formulas.ts';
import { disputedFigure, overdueFigure } from '../../../../shared/insight/collection-figures.ts';
import { formulaInNumbers } from '../../../../shared/insight/formula.ts';
import { plainNumber } from '../../../../shared/insight/quantity.ts';
import type { Dispute } from '../../../../shared/ledger/agreement.ts';
import { clientAccounts } from '../../../../shared/ledger/client-account.ts';
import { cents } from '../../../../shared/money/cents.ts';
import { client, invoice, paid } from './few-rows.ts';

const today = day('2026-11-23');
const settled = invoice('F-1', 'a', '2026-09-30', 100_000);
const early = invoice('F-2', 'a', '2026-09-30', 300_000);
const partly = invoice('F-3', 'a', '2026-09-30', 400_000);
const current = invoice('F-4', 'a', '2026-11-23', 500_000);
const dollars = invoice('F-5', 'a', '2026-09-30', 900_000, { currency: 'USD' });
const receipts = [
  paid(settled, '2026-10-10'),
  paid(early, '2026-09-20'),
  paid(partly, '2026-11-20', 100_000),
];
const rows = {
  clients: [client('a')],
  invoices: [settled, early, partly, current, dollars],
  payments: receipts.map(({ payment }) => payment),
  allocations: receipts.map(({ allocation }) => allocation),
};
const ledger = ledgerOfRows(rows);
const account = clientAccounts(ledger, today).byClient.get('a');

const dispute = (id: string, rest: Partial<Dispute>): Dispute => ({
  id,
  clientId: 'a',
  invoiceId: partly.id,
  reason: 'price',
  note: '',
  openedOn: day('2026-11-01'),
  ...rest,
});

describe('the figures of an account, with their numbers', () => {
  it('what is owed and what is overdue', () => {
    if (!account) throw new Error('no account');
    expect(formulaInNumbers(outstandingFormula(account))).toBe(
      '5\u202F000,00\u00A0€ + 3\u202F000,00\u00A0€ = 8\u202F000,00\u00A0€',
    );
    expect(formulaInNumbers(overdueFormula(account))).toBe(
      '8\u202F000,00\u00A0€ − 5\u202F000,00\u00A0€ = 3\u202F000,00\u00A0€',
    );
  });

  it('the usual lateness is that of the account', () => {
    const delay = settledDelayFigure(ledger, 'a');
    expect(delay.kind === 'known' && formulaInNumbers(delay.formula)).toBe(
      '10\u202F000\u00A0€·jours ÷ 4\u202F000,00\u00A0€ = 2,5\u00A0jours',
    );
    expect(delay.kind === 'known' && plainNumber(delay.value)).toBe(account?.averageDelayDays);
    expect(settledDelayFigure(ledger, 'b').kind).toBe('unknown');
  });
});

describe('shares of what is owed', () => {
  it('overdue, by age', () => {
    const share = overdueFigure(ledger, today);
    expect(share.kind === 'known' && formulaInNumbers(share.formula)).toBe(
      '(0,00\u00A0€ + 3\u202F000,00\u00A0€ + 0,00\u00A0€ + 0,00\u00A0€) ÷ 8\u202F000,00\u00A0€ × 100 = 37,5\u00A0%',
    );
  });

  it.each([
    ['the whole invoice', [dispute('D', {})], 37.5],
    ['its contested part', [dispute('D', { disputedCents: cents(80_000) })], 10],
    ['never more than is still owed', [dispute('D', { disputedCents: cents(390_000) })], 37.5],
    [
      'two disputes on one invoice',
      [
        dispute('D', { disputedCents: cents(80_000) }),
        dispute('E', { disputedCents: cents(40_000), resolvedOn: day('2026-11-24') }),
      ],
      15,
    ],
    ['nothing once resolved', [dispute('D', { resolvedOn: day('2026-11-23') })], 0],
    ['nothing in another currency', [dispute('D', { invoiceId: dollars.id })], 0],
  ] as const)('contested: %s', (_what, disputes, percent) => {
    const share = disputedFigure(ledgerOfRows({ ...rows, disputes }), today);
    expect(share.kind === 'known' && plainNumber(share.value)).toBeCloseTo(percent, 10);
  });
});

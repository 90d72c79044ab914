import { describe, expect, test } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { printedStatement } from '../../../../shared/ipc/statement-print-contract.ts';
import { statementModel } from '../../../../shared/letters/statement-model.ts';
import { sumCents } from '../../../../shared/money/cents.ts';
import {
  contested,
  invoiceStatement,
  partlyPaid,
  sampleStatement,
  statementOver,
} from '../claims/sample-statement.ts';
import { anInvoice } from '../reminders/sample-ledger.ts';
import { company } from './sample-letter.ts';

const printed = (statement = sampleStatement()) => statementModel(statement, company, day('2026-11-24'));

describe('statementModel', () => {
  test('passes the contract and has the totals of the statement, which its lines add up to', () => {
    const model = printedStatement.parse(printed());
    const { totals } = sampleStatement();
    expect(model.totals).toMatchObject({
      principalCents: totals.principalCents,
      interestCents: totals.interestCents,
      indemnityCents: totals.indemnityCents,
      totalCents: totals.totalCents,
    });
    const lines = model.invoices.flatMap((invoice) => invoice.lines.map((line) => line.cents));
    expect(sumCents(lines) - sumCents(model.credits.map((credit) => credit.cents))).toBe(totals.totalCents);
    for (const invoice of model.invoices)
      expect(sumCents(invoice.lines.map((line) => line.cents))).toBe(invoice.totalCents);
  });

  test('names each article once with its rules, and credit notes together', () => {
    const { articles } = printed();
    const names = articles.map(({ article }) => article);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('C. civ. art. 1343-1');
    expect(names).toContain('Avoirs');
    expect(names).not.toContain('Avoir A-7');
  });

  test('prints the convention of imputation only where a payment settled interest', () => {
    const text = (rows: typeof partlyPaid): string =>
      printed(statementOver([invoiceStatement('F-1', rows)])).conventions.join(' ');
    expect(text(partlyPaid)).toContain('1343-1');
    expect(text(contested)).not.toContain('1343-1');
    expect(text(contested)).toContain('/ 365');
    expect(text(contested.slice(0, 2))).toBe('');
  });

  test('keeps from the debtor what was waived, why, and what only the user is told', () => {
    const waived = invoiceStatement('F-9', contested, {
      penalties: { claimed: false, decidedBy: 'invoice', reason: 'client fragile' },
      warnings: ['Vérifiez le contrat.'],
    });
    const text = JSON.stringify(printed(statementOver([waived])));
    expect(text).not.toContain('client fragile');
    expect(text).not.toContain('Vérifiez le contrat');
  });

  test('says which invoices are left out, and who owes', () => {
    const model = printed(
      statementOver([], {
        problems: [{ invoice: anInvoice('f7', { number: 'F-7' }), message: 'Sans échéance.' }],
      }),
    );
    expect(model.leftOut).toEqual(['F-7']);
    expect(model.recipient.lines).toEqual([
      'Dupont SARL',
      '12 rue des Lilas',
      '69003 Lyon',
      'SIREN\u00A0732\u00A0829\u00A0320',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readBankCsv } from '../../shared/importing/bank-csv.ts';
import type { BankStatement } from '../../shared/importing/bank-reading.ts';
import { corpusBytes, corpusFiles, corpusIsThere } from './corpus.ts';

const folder = 'bank-csv';
const centsOf = (amount: unknown): number => Math.round(Number(amount) * 100);
const count = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0;
const read = (name: string) => readBankCsv(corpusBytes(folder, name), { fileName: name });
const linesOf = (statements: readonly BankStatement[]) => statements.flatMap(({ lines }) => lines);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe.runIf(corpusIsThere)('bank exports as statements', () => {
  for (const { name, expected } of corpusFiles(folder)) {
    if (expected.transactions === undefined) continue;
    it(`${name}: every movement, with its sign and its day`, () => {
      const { statements } = read(name);
      const lines = linesOf(statements);
      const amounts: number[] = lines.map(({ amountCents }) => amountCents);
      expect({
        transactions: lines.length,
        sum_credits: sum(amounts.filter((amount) => amount > 0)),
        sum_debits: sum(amounts.filter((amount) => amount < 0)),
      }).toEqual({
        transactions: expected.transactions,
        sum_credits: centsOf(expected.sum_credits),
        sum_debits: centsOf(expected.sum_debits) || 0,
      });
      for (const [fact, line] of [
        ['first_transaction', lines[0]],
        ['last_transaction', lines.at(-1)],
      ] as const) {
        const wanted = expected[fact] as { readonly date: string; readonly amount: string } | undefined;
        if (wanted)
          expect([line?.bookedOn, line?.amountCents]).toEqual([wanted.date, centsOf(wanted.amount)]);
      }
    });
    if (expected.last_running_balance !== undefined) {
      it(`${name}: the running balance`, () => {
        const { statements, problems } = read(name);
        const [statement] = statements;
        const first = linesOf(statements)[0]?.amountCents ?? 0;
        expect([statement?.openingCents, statement?.closingCents]).toEqual([
          centsOf(expected.first_running_balance) - first,
          centsOf(expected.last_running_balance),
        ]);
        expect(problems).toEqual([]);
      });
    }
    if (expected.closing_balance_above_the_lines !== undefined) {
      it(`${name}: balances above and below the lines, which do not add up`, () => {
        const { statements, problems } = read(name);
        expect(statements).toMatchObject([
          {
            account: '10010101011000008088804068',
            currency: 'EUR',
            openingCents: centsOf(expected.opening_balance_below_the_lines),
            closingCents: centsOf(expected.closing_balance_above_the_lines),
            openingOn: '2020-04-01',
            closingOn: '2020-04-02',
          },
        ]);
        expect(problems.map(({ kind }) => kind)).toEqual(['does-not-add-up']);
      });
    }
    if (count(expected.other_rows) + count(expected.unreadable_rows) > 0) {
      it(`${name}: no line disappears in silence`, () => {
        const { statements, problems } = read(name);
        const continued = linesOf(statements).filter(({ label }) => label.includes('\n')).length;
        const reported = problems.filter(({ line }) => line !== undefined).length;
        expect(continued + reported).toBe(count(expected.other_rows) + count(expected.unreadable_rows));
      });
    }
  }

  it('control rows among the movements give the balances and are checked', () => {
    const { statements, problems } = read('test_swedebank_statement.xls');
    expect(statements).toMatchObject([
      {
        account: 'LT357300000000000000',
        currency: 'LTL',
        openingCents: 1_037_404,
        closingCents: 1_295_297,
        openingOn: '2014-10-01',
        closingOn: '2014-10-06',
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('two currencies are two statements', () => {
    for (const name of ['oca-multi_currency.csv', 'oca-sample_statement_en.xlsx'])
      expect(read(name).statements.map(({ currency, lines }) => [currency, lines.length])).toEqual([
        ['USD', 1],
        ['EUR', 1],
      ]);
  });

  it('a workbook with currencies inside the cells, a lone space, a day with a time, and a total', () => {
    const { statements, problems } = read('oca-sample_statement_en_empty_values.xlsx');
    expect(statements).toMatchObject([
      {
        currency: 'USD',
        openingCents: 912_607 + 57_968,
        closingCents: 749_807,
        lines: [
          { bookedOn: '2024-03-07', amountCents: -57_968, reference: '84 376358' },
          { bookedOn: '2024-03-07', amountCents: -54_400 },
          { bookedOn: '2024-03-07', amountCents: -108_400 },
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('Czech titles in Windows-1250 name payer and account', () => {
    expect(read('Movements_1234512345_201805271848.csv').statements).toMatchObject([
      { currency: 'CZK', lines: [{ counterparty: 'Name Surname', bankId: '3228446118' }] },
    ]);
  });

  it('a balance column that does not follow the movements is not believed', () => {
    const { statements, problems } = read('W80844_EBH_201945.202122.csv');
    expect(statements[0]).not.toHaveProperty('closingCents');
    expect(problems.map(({ kind, severity }) => [kind, severity])).toEqual([['does-not-add-up', 'warning']]);
  });
});

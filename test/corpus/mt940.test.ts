import { describe, expect, it } from 'vitest';
import { isDay } from '../../shared/dates/day.ts';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { addsUp, factCents, lineAt, sumsOf } from './bank-facts.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

interface Balance {
  readonly date: string;
  readonly currency: string;
  readonly amount: string;
}
interface Movement {
  readonly value_date: string;
  readonly amount: string;
}
interface Statement {
  readonly account: string;
  readonly opening: Balance;
  readonly closing: Balance;
  readonly transactions: number;
  readonly sum_credits: string;
  readonly sum_debits: string;
  readonly first_transaction?: Movement;
  readonly last_transaction?: Movement;
  readonly adds_up: boolean;
}

const files = corpusFiles('mt940');

describe.runIf(files.length > 0)('MT940 files of banks', () => {
  for (const { name, expected } of files) {
    const wantedStatements = expected.statements as readonly Statement[];
    const reading = readBankStatement(corpusBytes('mt940', name));

    it(`${name}: accounts, balances and sums`, () => {
      expect(reading.statements).toHaveLength(wantedStatements.length);
      if (wantedStatements.length === 0) {
        expect(reading.problems).toMatchObject([{ severity: 'error', kind: 'not-a-statement' }]);
      }
      wantedStatements.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        expect(statement).toMatchObject({
          format: 'mt940',
          account: wanted.account.replaceAll(' ', ''),
          currency: wanted.opening.currency,
          openingOn: wanted.opening.date,
          openingCents: factCents(wanted.opening.amount),
          closingOn: wanted.closing.date,
          closingCents: factCents(wanted.closing.amount),
        });
        expect(wanted.closing.currency).toBe(wanted.opening.currency);
        expect(statement.lines).toHaveLength(wanted.transactions);
        expect(sumsOf(statement)).toEqual({
          credits: factCents(wanted.sum_credits),
          debits: factCents(wanted.sum_debits),
        });
        expect(addsUp(statement)).toBe(wanted.adds_up);
        expect(
          reading.problems.filter(({ kind, statement: of }) => of === index && kind === 'does-not-add-up'),
        ).toHaveLength(wanted.adds_up ? 0 : 1);
      });
    });

    it(`${name}: first and last movement`, () => {
      let checked = 0;
      wantedStatements.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        for (const [movement, at] of [
          [wanted.first_transaction, 0],
          [wanted.last_transaction, -1],
        ] as const) {
          if (!movement) continue;
          checked += 1;
          const line = lineAt(statement, at);
          expect(line.amountCents).toBe(factCents(movement.amount));
          if (isDay(movement.value_date)) expect(line.valueOn).toBe(movement.value_date);
          else {
            // 30 February: the movement stays with its entry date, and the user is told.
            expect([line.valueOn, line.bookedOn]).toEqual([undefined, '2016-03-01']);
            expect(reading.problems).toMatchObject([{ kind: 'impossible-date', severity: 'warning' }]);
            expect(reading.problems[0]?.message).toContain(movement.value_date.slice(2).replaceAll('-', ''));
          }
        }
      });
      const moving = wantedStatements.filter(({ transactions }) => transactions > 0);
      expect(checked).toBe(moving.length * 2);
    });
  }
});

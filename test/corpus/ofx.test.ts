import { describe, expect, it } from 'vitest';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { factCents, lineAt, sumsOf } from './bank-facts.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

interface Movement {
  readonly date: string;
  readonly amount: string;
  readonly name: string | null;
  readonly memo: string | null;
}
interface Statement {
  readonly kind: string;
  readonly bank_id?: string;
  readonly branch_id?: string;
  readonly account_id: string;
  readonly currency?: string;
  readonly transactions: number;
  readonly unreadable_transactions?: number;
  readonly sum_credits: string;
  readonly sum_debits: string;
  readonly first_transaction?: Movement;
  readonly last_transaction?: Movement;
  readonly distinct_fitid?: number;
  readonly earliest_date?: string;
  readonly latest_date?: string;
  readonly ledger_balance?: string;
  readonly ledger_balance_date?: string;
}

const files = corpusFiles('ofx');
/** Values in CDATA, which the tool behind the manifest did not read. */
const namesInCdata = 'suncorp.ofx';

describe.runIf(files.length > 0)('OFX files of banks', () => {
  for (const { name, expected } of files) {
    const wantedStatements = expected.statements as readonly Statement[];
    // Found by fuzzing: a card statement without account and currency, which nothing could be done with.
    const usable = wantedStatements.filter(({ account_id }) => account_id !== '');
    const reading = readBankStatement(corpusBytes('ofx', name));

    it(`${name}: accounts, balances and sums`, () => {
      expect(reading.statements).toHaveLength(usable.length);
      if (usable.length === 0) {
        expect(reading.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
        expect(reading.problems[0]?.message).toMatch(/^(?:Ce fichier|Un relevé) .{20,}\.$/);
      }
      usable.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        const account = `${wanted.bank_id ?? ''}${wanted.branch_id ?? ''}${wanted.account_id}`;
        expect(statement).toMatchObject({
          format: 'ofx',
          account: account.replaceAll(' ', ''),
          currency: wanted.currency,
        });
        expect(statement.openingCents).toBeUndefined();
        expect(statement.closingCents).toBe(
          wanted.ledger_balance === undefined ? undefined : factCents(wanted.ledger_balance),
        );
        expect(statement.closingOn).toBe(wanted.ledger_balance_date);
        const unreadable = reading.problems.filter(
          ({ kind, statement: of }) => of === index && kind === 'not-an-amount',
        );
        expect(unreadable).toHaveLength(wanted.unreadable_transactions ?? 0);
        expect(statement.lines.length + unreadable.length).toBe(wanted.transactions);
        expect(sumsOf(statement)).toEqual({
          credits: factCents(wanted.sum_credits),
          debits: factCents(wanted.sum_debits),
        });
      });
    });

    it(`${name}: dates, ids, names and memos`, () => {
      const problems = reading.problems.filter(({ severity }) => severity === 'error').length;
      usable.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        const days = statement.lines.map(({ bookedOn }) => bookedOn).sort();
        expect([days[0], days.at(-1)]).toEqual([wanted.earliest_date, wanted.latest_date]);
        expect(new Set(statement.lines.map(({ bankId }) => bankId)).size).toBe(wanted.distinct_fitid ?? 0);
        for (const [movement, at] of [
          [wanted.first_transaction, 0],
          [wanted.last_transaction, -1],
        ] as const) {
          if (!movement) continue;
          const line = lineAt(statement, at);
          expect([line.bookedOn, line.amountCents]).toEqual([movement.date, factCents(movement.amount)]);
          if (name === namesInCdata) expect(line.label).toContain('EFTPOS WDL HANDYWAY ALDI STORE');
          else {
            const parts = [movement.name, movement.memo].filter((part) => part !== null);
            if (parts.length > 0) expect(line.label).toBe(parts.join('\n'));
            else expect(line.label).toMatch(/^(?:Chèque n°\u00a0\d+)?$/);
          }
        }
      });
      const unreadable = usable.reduce((sum, wanted) => sum + (wanted.unreadable_transactions ?? 0), 0);
      expect(problems).toBe(usable.length === 0 ? 1 : unreadable);
    });
  }
});

import { describe, expect, it } from 'vitest';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { cfonbRecords } from '../../shared/importing/cfonb120-record.ts';
import { decodeText } from '../../shared/importing/encoding.ts';
import { addsUp, factCents, lineAt, sumsOf } from './bank-facts.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

interface Movement {
  readonly booking_date: string;
  readonly value_date: string;
  readonly amount: string;
  readonly label: string;
}
interface Statement {
  readonly bank: string;
  readonly branch: string;
  readonly account: string;
  readonly currency: string;
  readonly opening_date: string;
  readonly opening_balance: string;
  readonly closing_date?: string;
  readonly closing_balance?: string;
  readonly transactions: number;
  readonly sum_credits: string;
  readonly sum_debits: string;
  readonly first_transaction?: Movement;
  readonly last_transaction?: Movement;
  readonly adds_up?: boolean;
}
interface Facts {
  readonly records: Readonly<Record<string, number>>;
  readonly statements: readonly Statement[];
  readonly loose_records: Readonly<Record<string, number>> | null;
  readonly structural_faults: readonly string[] | null;
}

const files = corpusFiles('cfonb120');

describe.runIf(files.length > 0)('CFONB 120 files of banks', () => {
  for (const { name, expected } of files) {
    const facts = expected as unknown as Facts;
    const bytes = corpusBytes('cfonb120', name);
    const reading = readBankStatement(bytes);
    const isOtherFormat = Object.keys(facts.records).every((code) => !/^0[1457]$/.test(code));

    it(`${name}: every record is found`, () => {
      const counts: Record<string, number> = {};
      for (const { code } of cfonbRecords(decodeText(bytes).text)) counts[code] = (counts[code] ?? 0) + 1;
      if (isOtherFormat) expect(reading.problems.map(({ kind }) => kind)).toEqual(['other-message']);
      else expect(counts).toEqual(facts.records);
    });

    it(`${name}: statements, balances and movements`, () => {
      expect(reading.statements).toHaveLength(facts.statements.length);
      facts.statements.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        expect(statement).toMatchObject({
          format: 'cfonb120',
          account: `${wanted.bank}${wanted.branch}${wanted.account}`,
          currency: wanted.currency,
          openingOn: wanted.opening_date,
          openingCents: factCents(wanted.opening_balance),
        });
        expect(statement.closingOn).toBe(wanted.closing_date);
        expect(statement.closingCents).toBe(
          wanted.closing_balance === undefined ? undefined : factCents(wanted.closing_balance),
        );
        expect(statement.lines).toHaveLength(wanted.transactions);
        expect(sumsOf(statement)).toEqual({
          credits: factCents(wanted.sum_credits),
          debits: factCents(wanted.sum_debits),
        });
        for (const [movement, at] of [
          [wanted.first_transaction, 0],
          [wanted.last_transaction, -1],
        ] as const) {
          if (movement === undefined) continue;
          const line = lineAt(statement, at);
          expect(line).toMatchObject({
            bookedOn: movement.booking_date,
            valueOn: movement.value_date,
            amountCents: factCents(movement.amount),
          });
          expect(line.label.split('\n')[0]).toBe(movement.label);
        }
        expect(addsUp(statement)).toBe(wanted.adds_up);
        const complaints = reading.problems.filter(
          (problem) => problem.kind === 'does-not-add-up' && problem.statement === index,
        );
        expect(complaints).toHaveLength(wanted.adds_up === false ? 1 : 0);
      });
    });

    it(`${name}: every break of the sequence is told with its line, and no other`, () => {
      if (isOtherFormat) {
        expect(reading.statements).toEqual([]);
        return;
      }
      const faults = (facts.structural_faults ?? []).map((fault) => Number(/^line (\d+):/.exec(fault)?.[1]));
      const told = reading.problems.filter(({ kind }) => kind === 'broken-sequence').map(({ line }) => line);
      expect(told).toEqual(faults);
      const loose = Object.values(facts.loose_records ?? {}).reduce((sum, count) => sum + count, 0);
      // A closing record of another bank is a warning; what has no place is left out.
      const leftOut = reading.problems.filter(
        ({ kind, severity, message }) =>
          kind === 'broken-sequence' && severity === 'error' && !message.startsWith('Un nouveau relevé'),
      );
      expect(leftOut).toHaveLength(loose);
    });
  }
});

import { describe, expect, it } from 'vitest';
import { readBankStatement } from '../../shared/importing/bank-statement.ts';
import { readXml, xmlChild, xmlChildren } from '../../shared/importing/xml-document.ts';
import { addsUp, factCents, lineAt, sumsOf } from './bank-facts.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

interface Balance {
  readonly code: string;
  readonly amount: string;
  readonly currency: string;
  readonly date: string;
}
interface Entry {
  readonly booking_date: string | null;
  readonly value_date: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly tx_details: number;
}
interface Statement {
  readonly iban?: string;
  readonly other_account_id?: string;
  readonly account_currency?: string;
  readonly balances: readonly Balance[];
  readonly entries: number;
  readonly transaction_details: number;
  readonly sum_credits: string;
  readonly sum_debits: string;
  readonly unreadable_entries?: number;
  readonly first_entry?: Entry;
  readonly last_entry?: Entry;
  readonly first_unstructured_remittance?: string;
  readonly structured_references?: readonly string[];
  readonly adds_up?: boolean;
}
interface Facts {
  readonly root: string;
  readonly namespace: string | null;
  readonly message: string;
  readonly statements: readonly Statement[];
  readonly is_camt053: boolean;
}

const files = corpusFiles('camt053');

describe.runIf(files.length > 0)('CAMT.053 files of banks', () => {
  for (const { name, expected } of files) {
    const facts = expected as unknown as Facts;
    const bytes = corpusBytes('camt053', name);
    const reading = readBankStatement(bytes);

    it(`${name}: root, namespace, message and its entries`, () => {
      const read = readXml(bytes);
      if (!read.ok) throw new Error(read.error.kind);
      const { root, rootNamespace } = read.value;
      expect([root.name, rootNamespace ?? null, root.children[0]?.name]).toEqual([
        facts.root,
        facts.namespace,
        facts.message,
      ]);
      const elements = root.children[0]?.children.filter((child) => xmlChild(child, 'Acct')) ?? [];
      expect(
        elements.map((element) => {
          const entries = xmlChildren(element, 'Ntry');
          const details = entries.flatMap((entry) =>
            xmlChildren(entry, 'NtryDtls').flatMap((block) => xmlChildren(block, 'TxDtls')),
          );
          return [element.name, xmlChild(element, 'Id')?.text, entries.length, details.length];
        }),
      ).toEqual(
        (facts.statements as readonly (Statement & { element: string; id: string })[]).map((wanted) => [
          wanted.element,
          wanted.id,
          wanted.entries,
          wanted.transaction_details,
        ]),
      );
    });

    if (!facts.is_camt053) {
      it(`${name}: refused with its name`, () => {
        expect(reading.statements).toEqual([]);
        expect(reading.problems).toMatchObject([{ kind: 'other-message', severity: 'error' }]);
        expect(reading.problems[0]?.message).toContain('camt.054');
      });
      continue;
    }

    it(`${name}: accounts, balances and sums`, () => {
      expect(reading.statements).toHaveLength(facts.statements.length);
      facts.statements.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        const balance = (code: string) => wanted.balances.find((candidate) => candidate.code === code);
        const [opening, closing] = [balance('OPBD'), balance('CLBD')];
        const currency = wanted.account_currency ?? opening?.currency ?? 'EUR';
        expect(statement).toMatchObject({
          format: 'camt053',
          account: wanted.iban ?? wanted.other_account_id,
          currency,
        });
        expect([statement.openingCents, statement.openingOn]).toEqual(
          opening ? [factCents(opening.amount), opening.date.slice(0, 10)] : [undefined, undefined],
        );
        expect([statement.closingCents, statement.closingOn, statement.closingCurrency]).toEqual(
          closing
            ? [
                factCents(closing.amount),
                closing.date.slice(0, 10),
                closing.currency === currency ? undefined : closing.currency,
              ]
            : [undefined, undefined, undefined],
        );
        expect(sumsOf(statement)).toEqual({
          credits: factCents(wanted.sum_credits),
          debits: factCents(wanted.sum_debits),
        });
        const unreadable = reading.problems.filter(
          ({ kind, statement: of }) => of === index && kind === 'not-an-amount',
        );
        expect(unreadable).toHaveLength(wanted.unreadable_entries ?? 0);
        const entriesWithLines = new Set(statement.lines.map(({ fileLine }) => fileLine)).size;
        expect(entriesWithLines + unreadable.length).toBe(wanted.entries);
        expect(addsUp(statement)).toBe(wanted.adds_up);
        expect(
          reading.problems.filter(({ kind, statement: of }) => of === index && kind === 'does-not-add-up'),
        ).toHaveLength(wanted.adds_up === false ? 1 : 0);
      });
    });

    it(`${name}: first and last entry, remittance and references`, () => {
      facts.statements.forEach((wanted, index) => {
        const statement = reading.statements[index];
        if (!statement) throw new Error('missing statement');
        for (const [entry, at] of [
          [wanted.first_entry, 0],
          [wanted.last_entry, -1],
        ] as const) {
          if (!entry) continue;
          const { fileLine } = lineAt(statement, at);
          const ofEntry = statement.lines.filter((line) => line.fileLine === fileLine);
          // A batch whose details sum up to the entry is one line for each of them.
          expect(ofEntry).toHaveLength(Math.max(1, entry.tx_details));
          expect(ofEntry.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(
            factCents(entry.amount),
          );
          for (const line of ofEntry) {
            expect([line.bookedOn, line.valueOn]).toEqual([
              entry.booking_date?.slice(0, 10),
              entry.value_date?.slice(0, 10),
            ]);
          }
        }
        if (wanted.first_unstructured_remittance !== undefined)
          expect(lineAt(statement, 0).label).toContain(wanted.first_unstructured_remittance);
        if (wanted.structured_references)
          expect(statement.lines.map(({ reference }) => reference)).toEqual(wanted.structured_references);
      });
    });
  }
});

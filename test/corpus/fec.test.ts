import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFec } from '../../renderer/db/commands/import-fec.ts';
import { type FecReading, looksLikeFec, readFec } from '../../shared/importing/fec.ts';
import { planFecImport } from '../../shared/importing/fec-import.ts';
import { emptyLedger } from '../../shared/ledger/ledger.ts';
import examples from '../fixtures/worked-examples.json' with { type: 'json' };
import { fecContextOn, fecImported, fecWish, netByCode } from '../support/fec-ledger.ts';
import { corpusBytes, corpusFiles, corpusIsThere } from './corpus.ts';

const folder = 'fec';
const centsOf = (amount: unknown): number => Math.round(Number(amount) * 100);
const dayOf = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

interface ExpectedItem {
  readonly line: number;
  readonly account: string;
  readonly auxiliary: string;
  readonly name: string;
  readonly journal: string;
  readonly piece: string;
  readonly piece_date: string;
  readonly label: string;
  readonly debit: string;
  readonly credit: string;
}

interface ExpectedFec {
  readonly encoding: string;
  readonly header_fields: number;
  readonly data_lines: number;
  readonly fields_per_line: Readonly<Record<string, number>>;
  readonly sum_debit: string;
  readonly sum_credit: string;
  readonly balanced: boolean;
  readonly first_entry_date: string;
  readonly last_entry_date: string;
  readonly entries_keyed_by_journal_number_date: number;
  readonly unbalanced_entries: number;
  readonly accounts_411: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly lines: number;
        readonly debit: string;
        readonly credit: string;
        readonly balance: string;
        readonly open_lines: number;
        readonly open_net: string;
      }
    >
  >;
  readonly open_411: {
    readonly lines: number;
    readonly debit: string;
    readonly credit: string;
    readonly net: string;
    readonly items?: readonly ExpectedItem[];
  };
  readonly letter_groups_411_not_balanced?: readonly {
    readonly auxiliary: string;
    readonly letter: string;
    readonly net: string;
  }[];
}

const unlettered = (read: FecReading) =>
  read.openItems.filter(({ accountGroup, letter }) => accountGroup === '411' && letter === '');

describe.runIf(corpusIsThere)('files of accounting entries of real programs', () => {
  for (const { name, expected } of corpusFiles(folder)) {
    const facts = expected as unknown as ExpectedFec;
    const bytes = corpusIsThere ? corpusBytes(folder, name) : new Uint8Array();
    const read = readFec(bytes, { fileName: name });
    const shortLines = Object.entries(facts.fields_per_line)
      .filter(([fields]) => Number(fields) !== facts.header_fields)
      .reduce((sum, [, count]) => sum + count, 0);

    it(`${name}: is known by its content, with its fields, lines and dates`, () => {
      expect(looksLikeFec(bytes)).toBe(true);
      expect(facts.encoding).toContain(
        read.encoding === 'utf-8' && facts.encoding === 'ascii' ? 'ascii' : read.encoding,
      );
      expect({
        fields: read.fieldCount,
        lines: read.lineCount,
        leftOut: read.leftOutLines,
        separator: read.separator,
        first: read.firstOn,
        last: read.lastOn,
        entries: read.entryCount,
      }).toEqual({
        fields: facts.header_fields,
        lines: facts.data_lines,
        leftOut: shortLines,
        separator: '\t',
        first: dayOf(facts.first_entry_date),
        last: dayOf(facts.last_entry_date),
        entries: facts.entries_keyed_by_journal_number_date,
      });
    });

    if (shortLines === 0)
      it(`${name}: debits, credits and entries that do not balance`, () => {
        expect([read.debitCents, read.creditCents]).toEqual([
          centsOf(facts.sum_debit),
          centsOf(facts.sum_credit),
        ]);
        expect(read.unbalancedEntries).toBe(facts.unbalanced_entries);
        expect(read.isWhole).toBe(facts.balanced);
        expect(read.problems.some(({ kind }) => kind === 'unbalanced')).toBe(!facts.balanced);
      });
    else
      it(`${name}: a line that lost a field is named, and the reading is not whole`, () => {
        expect(read.isWhole).toBe(false);
        expect(read.problems[0]).toMatchObject({ kind: 'short-line', severity: 'error', line: 3 });
        expect(centsOf(facts.sum_credit) - read.creditCents).toBe(120_000);
      });

    it(`${name}: the accounts of the customers`, () => {
      expect(
        Object.fromEntries(
          read.customers.map((customer) => [
            customer.customerKey,
            [
              customer.customerName,
              customer.lines,
              customer.debitCents,
              customer.creditCents,
              customer.balanceCents,
              customer.openLines,
              customer.openLineCents,
            ],
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          Object.entries(facts.accounts_411).map(([key, customer]) => [
            key,
            [
              customer.name,
              customer.lines,
              centsOf(customer.debit),
              centsOf(customer.credit),
              centsOf(customer.balance),
              customer.open_lines,
              centsOf(customer.open_net),
            ],
          ]),
        ),
      );
    });

    it(`${name}: the lines without letter, one by one`, () => {
      const items = unlettered(read);
      const sum = (of: readonly number[]): number => of.reduce((total, cents) => total + cents, 0);
      const amounts = items.map(({ cents }) => cents);
      expect(items).toHaveLength(facts.open_411.lines);
      expect(sum(amounts)).toBe(centsOf(facts.open_411.net));
      expect(sum(amounts.filter((cents) => cents > 0))).toBe(centsOf(facts.open_411.debit));
      expect(Math.abs(sum(amounts.filter((cents) => cents < 0)))).toBe(centsOf(facts.open_411.credit));
      for (const expectedItem of facts.open_411.items ?? []) {
        expect(items.find(({ line }) => line === expectedItem.line)).toMatchObject({
          accountGroup: '411',
          account: expectedItem.account,
          customerKey: expectedItem.auxiliary,
          customerName: expectedItem.name,
          journalCode: expectedItem.journal,
          pieceRef: expectedItem.piece,
          pieceOn: dayOf(expectedItem.piece_date),
          label: expectedItem.label,
          cents: centsOf(expectedItem.debit) - centsOf(expectedItem.credit),
        });
      }
    });

    it(`${name}: the groups of one letter that do not balance, and the control of the whole`, () => {
      const residuals = read.openItems
        .filter(({ accountGroup, letter }) => accountGroup === '411' && letter !== '')
        .map((item) => `${item.customerKey} ${item.letter} ${item.cents}`);
      const groups = facts.letter_groups_411_not_balanced ?? [];
      expect(residuals.sort()).toEqual(
        groups.map((group) => `${group.auxiliary} ${group.letter} ${centsOf(group.net)}`).sort(),
      );
      const balances = Object.values(facts.accounts_411).reduce(
        (sum, { balance }) => sum + centsOf(balance),
        0,
      );
      expect(read.controlCents).toBe(balances);
      expect(read.openCents['411']).toBe(balances);
    });
  }

  it('an amount with five decimals is read without rounding and reported', () => {
    const read = readFec(corpusBytes(folder, 'B03-format-numerique-invalide.txt'));
    expect(read.problems[0]).toMatchObject({ kind: 'extra-decimals', severity: 'warning', line: 2 });
  });

  it('fields in another order are read by their names: the debit of the supplier’s line is its credit', () => {
    const read = readFec(corpusBytes(folder, 'A04-entete-ordre-faux.txt'));
    expect([read.debitCents, read.creditCents]).toEqual([120_000, 120_000]);
  });
});

describe.runIf(corpusIsThere)('real files of entries, imported', () => {
  for (const { name } of corpusFiles(folder)) {
    it(`${name}: the ledger owes what the accounts say, and the file brings nothing the second time`, () => {
      const reading = readFec(corpusBytes(folder, name), { fileName: name });
      const wish = { ...fecWish([]), reading, fileName: name };
      if (reading.openItems.length === 0) {
        expect(importFec(emptyLedger(), wish, fecContextOn('2026-12-01')).ok).toBe(false);
        return;
      }
      const ledger = fecImported(emptyLedger(), wish);
      expect(netByCode(ledger)).toEqual(
        Object.fromEntries(
          reading.customers.flatMap(({ customerKey, balanceCents }) =>
            balanceCents === 0 ? [] : [[customerKey, balanceCents]],
          ),
        ),
      );
      const again = importFec(ledger, wish, fecContextOn('2026-12-01'));
      expect(again.ok ? again.value.label : again.error.kind).toBe('nothing-new');
    });
  }

  it('payments lettered with the year before settle the balances carried over from it', () => {
    const name = '0000000001FEC20220831-extrait-clients.txt';
    const reading = readFec(corpusBytes(folder, name), { fileName: name });
    const plan = planFecImport(emptyLedger(), reading, 'proven', fecContextOn('2022-09-15').newId);
    expect(plan.accounting.offsetCents).toBe(5_905_195);
    expect(plan.newInvoices.filter(({ row }) => row.number.startsWith('Report'))).toHaveLength(1);
    expect(plan.accounting.newCredits.map(({ cents }) => cents)).toEqual([819_419]);
  });
});

const specification = new URL('../../../shared/spec/example_fec.txt', import.meta.url);

describe.runIf(existsSync(specification))('the worked example of the specification (9.5)', () => {
  const bytes = existsSync(specification) ? readFileSync(specification) : new Uint8Array();
  const read = readFec(bytes);

  it('leaves open what the example says', () => {
    const found = read.openItems
      .filter(({ accountGroup }) => accountGroup === '411' || accountGroup === '416')
      .map((item) => [
        item.accountGroup,
        item.customerKey,
        item.pieceRef,
        item.pieceOn.replaceAll('-', ''),
        (item.cents / 100).toFixed(2),
        item.letter === '' ? 'unlettered' : `unbalanced letter ${item.letter}`,
      ]);
    const order = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('|')).sort();
    expect(order(found)).toEqual(order(examples.FEC.open));
  });

  it('comes to the balances of the accounts', () => {
    for (const [account, balance] of Object.entries(examples.FEC.balances)) {
      const [group, key] = account.split(' ');
      const sum = read.openItems
        .filter(({ accountGroup, customerKey }) => accountGroup === group && customerKey === key)
        .reduce((total, { cents }) => total + cents, 0);
      expect((sum / 100).toFixed(2), account).toBe(balance);
    }
    expect((read.controlCents / 100).toFixed(2)).toBe(examples.FEC.check_raw);
    expect((read.openCents['411'] / 100).toFixed(2)).toBe(examples.FEC.total411);
  });

  it('tells invoices, credit notes, money on account, advances and doubtful debts apart', () => {
    const kinds = Object.fromEntries(
      read.openItems.map((item) => [item.pieceRef, `${item.accountGroup} ${item.kind}`]),
    );
    expect(kinds).toEqual({
      'FA2025-310': '411 invoice',
      'FA2026-014': '411 invoice',
      VIR0420: '411 payment',
      'FA2026-040': '411 invoice',
      'AV2026-002': '411 credit-note',
      'FA2026-031': '411 invoice',
      VIR0510: '411 payment',
      'FA2025-100': '416 invoice',
      ACPT1: '4191 advance',
    });
  });
});

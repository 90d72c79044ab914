import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importInvoices } from '../../../../../renderer/db/commands/import.ts';
import { importFec } from '../../../../../renderer/db/commands/import-fec.ts';
import { recordPayment } from '../../../../../renderer/db/commands/payments.ts';
import { undoChange } from '../../../../../renderer/db/commands/undo.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { suggestMapping } from '../../../../../shared/importing/column-mapping.ts';
import { readFec } from '../../../../../shared/importing/fec.ts';
import { planFecImport } from '../../../../../shared/importing/fec-import.ts';
import { fecRemarksFrench, fecSummaryFrench } from '../../../../../shared/importing/fec-summary.ts';
import { readInvoiceRows } from '../../../../../shared/importing/invoice-rows.ts';
import { readTable } from '../../../../../shared/importing/table.ts';
import { ageingTable } from '../../../../../shared/ledger/ageing-table.ts';
import { currentBalances, remainingCents, unallocatedCredits } from '../../../../../shared/ledger/balance.ts';
import type { Change } from '../../../../../shared/ledger/change.ts';
import { emptyLedger, type Ledger } from '../../../../../shared/ledger/ledger.ts';
import { waitingCredits } from '../../../../../shared/ledger/receipts.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import { blockOf } from '../../../../../shared/reminders/blocking.ts';
import { dupre, exampleEntries, martin, withLetters } from '../../../../support/fec-example.ts';
import {
  type FecFileEntry,
  fecFile,
  openingEntry,
  receiptEntry,
  saleEntry,
} from '../../../../support/fec-file.ts';
import {
  doubtfulReason,
  fecContextOn,
  fecImported,
  fecWish,
  imagesOfDecision,
  ledgerAfter,
  netByCode,
  openByNumber,
} from '../../../../support/fec-ledger.ts';
import { errorOf, successOf, utf8Bytes } from '../../../shared/importing/fixture.ts';

const invoiceOf = (ledger: Ledger, number: string) => {
  const invoice = [...ledger.invoices.values()].find((candidate) => candidate.number === number);
  if (!invoice) throw new Error(`no invoice ${number}`);
  return invoice;
};

const clientOf = (ledger: Ledger, code: string) => {
  const client = [...ledger.clients.values()].find((candidate) => candidate.code === code);
  if (!client) throw new Error(`no client ${code}`);
  return client;
};

const specification = new URL('../../../../../../shared/spec/example_fec.txt', import.meta.url);

const exampleFiles: readonly (readonly [string, Uint8Array])[] = [
  ['as written for these tests', fecFile(exampleEntries)],
  ...(existsSync(specification) ? [['of the specification', readFileSync(specification)] as const] : []),
];

describe.each(exampleFiles)('the worked example %s, imported', (_name, bytes) => {
  const wish = { ...fecWish([]), reading: readFec(bytes) };
  const ledger = fecImported(emptyLedger(), wish);

  it('leaves the invoices open that the accounts leave open', () => {
    expect(openByNumber(ledger)).toEqual({
      'CMARTIN FA2025-310': 120_000,
      'CMARTIN FA2026-014': 360_000,
      'CMARTIN FA2026-040': 30_000,
      'CDUPRE FA2026-031': 60_000,
      'CBROKE FA2025-100': 96_000,
    });
    expect(invoiceOf(ledger, 'FA2026-040').totalCents).toBe(100_000);
  });

  it('puts payments, overpayments, credit notes and advances on account', () => {
    const waiting = waitingCredits(ledger).map((credit) => [
      ledger.clients.get(credit.clientId)?.code,
      credit.source.kind,
      credit.on,
      credit.leftCents,
    ]);
    expect(waiting).toEqual([
      ['CDUPRE', 'credit-note', '2026-03-18', 12_000],
      ['CMARTIN', 'payment', '2026-04-20', 100_000],
      ['CDUPRE', 'payment', '2026-05-10', 30_000],
      ['CLEFEV', 'payment', '2026-07-01', 50_000],
    ]);
  });

  it('comes to the balances of the accounts, in the ledger and in the aged balance', () => {
    expect(netByCode(ledger)).toEqual({ CMARTIN: 410_000, CDUPRE: 18_000, CBROKE: 96_000, CLEFEV: -50_000 });
    const aged = ageingTable(ledger, {
      asOf: day('2026-11-23'),
      today: day('2026-11-23'),
      by: 'due-date',
    });
    expect(aged.netCents).toBe(428_000 + 96_000 - 50_000);
    expect(aged.grossCents).toBe(666_000);
    expect(aged.creditsCents).toBe(-192_000);
    expect(aged.rows.find(({ label }) => label === 'MARTIN SAS')?.totalCents).toBe(410_000);
  });

  it('gives due dates by the terms, and the day on which a part was paid', () => {
    expect(invoiceOf(ledger, 'FA2026-014').dueOn).toBe('2026-03-12');
    const [paid] = [...ledger.payments.values()].filter(({ reference }) => reference === undefined);
    expect([paid?.cents, paid?.receivedOn, paid?.method]).toEqual([70_000, '2026-06-20', 'as-imported']);
  });

  it('never reminds the doubtful client by itself, nor him whose account covers his invoices', () => {
    expect(clientOf(ledger, 'CBROKE').excludedReason).toBe(doubtfulReason);
    expect(blockOf(ledger, invoiceOf(ledger, 'FA2025-100'), day('2026-11-23'))?.kind).toBe('excluded');
    expect(clientOf(ledger, 'CMARTIN').excludedReason).toBeUndefined();
  });

  it('changes nothing the second time', () => {
    expect(errorOf(importFec(ledger, wish, fecContextOn('2026-12-01'))).kind).toBe('nothing-new');
  });
});

describe('a file of entries imported', () => {
  const first = fecImported(emptyLedger(), fecWish(exampleEntries));

  it('is undone as a whole', () => {
    const decision = successOf(importFec(emptyLedger(), fecWish(exampleEntries), fecContextOn('2026-11-23')));
    const images = imagesOfDecision(emptyLedger(), decision);
    const change: Change = {
      sequence: 1,
      groupSequence: 1,
      pages: 1,
      at: fecContextOn('2026-11-23').now,
      command: decision.command,
      label: decision.label,
      undo: decision.undo,
      images,
    };
    const undone = successOf(
      undoChange(ledgerAfter(emptyLedger(), images), { pages: [change] }, fecContextOn('2026-11-24')),
    );
    const empty = ledgerAfter(
      ledgerAfter(emptyLedger(), images),
      imagesOfDecision(ledgerAfter(emptyLedger(), images), undone),
    );
    expect([
      empty.clients.size,
      empty.invoices.size,
      empty.payments.size,
      empty.allocations.size,
      empty.imports.size,
    ]).toEqual([0, 0, 0, 0, 0]);
  });

  it('says what it did, in the journal and before', () => {
    const { label } = successOf(
      importFec(emptyLedger(), fecWish(exampleEntries), fecContextOn('2026-11-23')),
    );
    expect(label).toBe(
      'Import de 732829320FEC20261231.txt\u00a0: 5\u00a0factures, 1\u00a0avoir, 3\u00a0règlements à affecter, 4\u00a0clients',
    );
    const plan = planFecImport(
      emptyLedger(),
      readFec(fecFile(exampleEntries)),
      'proven',
      fecContextOn('2026-11-23').newId,
    );
    expect(fecSummaryFrench(plan)).toBe(
      '5\u00a0factures, 1\u00a0avoir, 3\u00a0clients, 6\u202f660,00\u00a0€ ouverts, 1\u202f800,00\u00a0€ à affecter',
    );
    expect(fecRemarksFrench(plan)).toEqual([
      '1\u00a0client douteux (compte 416) ne sera pas relancé\u00a0: BROKE SARL.',
    ]);
    expect(plan.accounting.differenceCents).toBe(0);
  });

  it('refuses what is no file of entries', () => {
    const wish = { ...fecWish([]), reading: readFec(new TextEncoder().encode('a;b\n1;2')) };
    expect(errorOf(importFec(emptyLedger(), wish, fecContextOn('2026-11-23'))).kind).toBe('not-a-fec');
  });

  it('asks for another term, or leaves invoices without due date', () => {
    const of = (changes: Parameters<typeof fecWish>[1]) =>
      invoiceOf(fecImported(emptyLedger(), fecWish(exampleEntries, changes)), 'FA2026-014').dueOn;
    expect(of({ termDays: 45 })).toBe('2026-03-27');
    expect(of({ fillDueDates: false })).toBeUndefined();
  });

  const laterEntries: readonly FecFileEntry[] = [
    ...withLetters(exampleEntries, {
      'FA2026-014': 'C',
      VIR0420: 'C',
      'FA2026-040': 'D',
      VIR0620: 'D',
      'AV2026-002': 'c',
      'FA2026-031': 'c',
      'FA2025-100': '',
    }),
    receiptEntry('80', '20260915', martin, 'VIR0915', 260_000, 'C'),
    receiptEntry('81', '20260916', martin, 'VIR0916', 30_000, 'D'),
    saleEntry('90', '20260920', martin, 'FA2026-090', 50_000),
  ];

  it('settles what the next file no longer has open, first with the money that waited', () => {
    const wish = fecWish(laterEntries);
    const plan = planFecImport(first, wish.reading, 'proven', fecContextOn('2026-12-01').newId);
    expect(
      plan.accounting.settlements.map(({ number, evidence, cents: left, newMoneyCents, settledOn }) => [
        number,
        evidence,
        left,
        newMoneyCents,
        settledOn,
      ]),
    ).toEqual([
      ['FA2026-014', 'lettered', 360_000, 260_000, '2026-09-15'],
      ['FA2026-040', 'lettered', 30_000, 30_000, '2026-09-16'],
    ]);
    const second = fecImported(first, wish, '2026-12-01');
    expect(openByNumber(second)).toEqual({
      'CMARTIN FA2025-310': 120_000,
      'CMARTIN FA2026-090': 50_000,
      'CDUPRE FA2026-031': 48_000,
      'CBROKE FA2025-100': 96_000,
    });
    expect(netByCode(second)).toEqual({ CMARTIN: 170_000, CDUPRE: 18_000, CBROKE: 96_000, CLEFEV: -50_000 });
    expect(waitingCredits(second).map(({ leftCents }) => leftCents)).toEqual([30_000, 50_000]);
    expect([...second.payments.values()].filter(({ reversedAt }) => reversedAt !== undefined)).toEqual([]);
    expect(errorOf(importFec(second, wish, fecContextOn('2026-12-02'))).kind).toBe('nothing-new');
  });

  it('settles nothing when the user says so, and then keeps the money that may have paid it', () => {
    const second = fecImported(first, fecWish(laterEntries, { settle: 'none' }), '2026-12-01');
    expect(remainingCents(second, invoiceOf(second, 'FA2026-014').id)).toBe(360_000);
    expect(unallocatedCredits(second).get(clientOf(second, 'CMARTIN').id)).toBe(100_000);
  });

  it('settles nothing by a file that is not whole', () => {
    const reading = readFec(fecFile(laterEntries.slice(0, -2)).subarray(0, -40));
    expect(reading.isWhole).toBe(false);
    const plan = planFecImport(first, reading, 'all', fecContextOn('2026-12-01').newId);
    expect(plan.accounting.settlements).toEqual([]);
    expect(plan.accounting.withdrawals).toEqual([]);
    expect(fecRemarksFrench(plan).join(' ')).toContain('n’est pas complet');
  });

  it('settles nothing by the file of another company, and says so', () => {
    const wish = fecWish(laterEntries, {}, '552100554FEC20261231.txt');
    const plan = planFecImport(first, wish.reading, 'all', fecContextOn('2026-12-01').newId);
    expect(plan.accounting.settlements).toEqual([]);
    expect(plan.accounting.otherSiren).toBe('552100554');
    expect(fecRemarksFrench(plan)[0]).toContain('552100554');
  });

  it('leaves it to the user when an entry is nowhere any more', () => {
    const gone = exampleEntries.filter(({ piece }) => piece !== 'FA2026-031');
    const wish = fecWish(gone);
    const plan = planFecImport(first, wish.reading, 'proven', fecContextOn('2026-12-01').newId);
    expect(
      plan.accounting.settlements.map(({ number, evidence, isChosen }) => [number, evidence, isChosen]),
    ).toEqual([['FA2026-031', 'absent', false]]);
    expect(fecRemarksFrench(plan).join(' ')).toContain('à vous de dire');
    const kept = importFec(first, wish, fecContextOn('2026-12-01'));
    expect(errorOf(kept).kind).toBe('nothing-new');
    const settled = fecImported(first, { ...wish, settle: 'all' }, '2026-12-01');
    expect(remainingCents(settled, invoiceOf(settled, 'FA2026-031').id)).toBe(0);
  });

  it('does not touch invoices that no such file brought, nor those after its last entry', () => {
    const early = exampleEntries.filter(({ on }) => on < '20260401');
    const plan = planFecImport(first, fecWish(early).reading, 'all', fecContextOn('2026-12-01').newId);
    expect(plan.accounting.settlements).toEqual([]);
    expect(plan.accounting.newerOn).toBe('2026-07-01');
    expect(fecRemarksFrench(plan)[0]).toContain('01/07/2026');
    expect(errorOf(importFec(first, fecWish(early), fecContextOn('2026-12-01'))).kind).toBe('older-file');
    const [invoice] = [...first.invoices.values()];
    const manual = ledgerAfter(first, [
      {
        table: 'invoices',
        key: invoice?.id ?? '',
        before: invoice ?? null,
        after: { ...invoice, importId: undefined } as never,
      },
    ]);
    const empty = exampleEntries.filter(({ piece }) => piece !== invoice?.number);
    const found = planFecImport(manual, fecWish(empty).reading, 'all', fecContextOn('2026-12-01').newId);
    expect(found.accounting.settlements.map(({ invoiceId }) => invoiceId)).not.toContain(invoice?.id);
  });

  it('never brings back what the user has settled or cancelled, nor excludes again whom he took back', () => {
    const target = invoiceOf(first, 'FA2026-031');
    const paid = successOf(
      recordPayment(
        first,
        {
          invoiceIds: [target.id],
          receivedCents: cents(60_000),
          receivedOn: day('2026-11-25'),
          method: 'transfer',
        },
        fecContextOn('2026-11-25'),
      ),
    );
    const settled = ledgerAfter(first, imagesOfDecision(first, paid));
    const broke = clientOf(settled, 'CBROKE');
    const { excludedReason: _reason, ...taken } = broke;
    const ledger = ledgerAfter(settled, [{ table: 'clients', key: broke.id, before: broke, after: taken }]);
    expect(errorOf(importFec(ledger, fecWish(exampleEntries), fecContextOn('2026-12-01'))).kind).toBe(
      'nothing-new',
    );
  });

  it('knows money again that the user recorded before the accountant', () => {
    const sale = [saleEntry('1', '20260901', martin, 'FA1', 120_000)];
    const before = fecImported(emptyLedger(), fecWish(sale));
    const target = invoiceOf(before, 'FA1');
    const paid = successOf(
      recordPayment(
        before,
        {
          invoiceIds: [target.id],
          receivedCents: cents(120_000),
          receivedOn: day('2026-10-14'),
          method: 'transfer',
        },
        fecContextOn('2026-10-14'),
      ),
    );
    const ledger = ledgerAfter(before, imagesOfDecision(before, paid));
    const unlettered = fecWish([...sale, receiptEntry('2', '20261012', martin, 'VIR', 120_000)]);
    expect(errorOf(importFec(ledger, unlettered, fecContextOn('2026-11-01'))).kind).toBe('nothing-new');
    const lettered = fecWish([
      saleEntry('1', '20260901', martin, 'FA1', 120_000, 'A'),
      receiptEntry('2', '20261012', martin, 'VIR', 120_000, 'A'),
    ]);
    expect(errorOf(importFec(ledger, lettered, fecContextOn('2026-11-01'))).kind).toBe('nothing-new');
    expect(netByCode(ledger)).toEqual({});
  });

  it('does not take a new payment for one that an earlier file set against an invoice', () => {
    const part = [
      saleEntry('1', '20260901', martin, 'FA1', 120_000, 'a'),
      receiptEntry('2', '20260920', martin, 'VIR1', 50_000, 'a'),
    ];
    const before = fecImported(emptyLedger(), fecWish(part));
    const ledger = fecImported(
      before,
      fecWish([...part, receiptEntry('3', '20260922', martin, 'VIR2', 50_000)]),
      '2026-12-01',
    );
    expect(netByCode(ledger)).toEqual({ CMARTIN: 20_000 });
    expect(waitingCredits(ledger).map(({ leftCents }) => leftCents)).toEqual([50_000]);
  });

  it('takes money back that the accounts no longer have and Acquit has used nowhere', () => {
    const corrected = exampleEntries.filter(({ piece }) => piece !== 'VIR0420' && piece !== 'AV2026-002');
    const second = fecImported(first, fecWish(corrected), '2026-12-01');
    expect(netByCode(second)).toEqual({ CMARTIN: 510_000, CDUPRE: 30_000, CBROKE: 96_000, CLEFEV: -50_000 });
    expect(
      [...second.payments.values()]
        .filter(({ reversedAt }) => reversedAt !== undefined)
        .map(({ reference }) => reference),
    ).toEqual(['VIR0420']);
  });
});

describe('the year after', () => {
  const firstYear = fecImported(emptyLedger(), fecWish(exampleEntries));

  it('knows opening entries that name their invoices again, whatever day they bear', () => {
    const next: readonly FecFileEntry[] = [
      ...openingEntry('20270101', [
        ['CMARTIN', 'MARTIN SAS', 'FA2025-310', '20270101', 120_000, 'A'],
        ['CMARTIN', 'MARTIN SAS', 'FA2026-014', '20260210', 360_000],
        ['CMARTIN', 'MARTIN SAS', 'FA2026-040', '20270101', 30_000],
        ['CMARTIN', 'MARTIN SAS', 'VIR0420', '20270101', -100_000],
        ['CDUPRE', 'DUPRE', 'VIR0510', '20270101', -30_000],
      ]),
      receiptEntry('3', '20270110', martin, 'VIR0110', 120_000, 'A'),
      saleEntry('4', '20270112', martin, 'FA2027-001', 70_000),
    ];
    const ledger = fecImported(firstYear, fecWish(next, {}, '732829320FEC20271231.txt'), '2027-02-01');
    expect(openByNumber(ledger)).toEqual({
      'CMARTIN FA2026-014': 360_000,
      'CMARTIN FA2026-040': 30_000,
      'CMARTIN FA2027-001': 70_000,
      'CBROKE FA2025-100': 96_000,
    });
    expect(invoiceOf(ledger, 'FA2026-040')).toMatchObject({ issuedOn: '2026-05-15', totalCents: 100_000 });
    expect(netByCode(ledger)).toEqual({ CMARTIN: 360_000, CDUPRE: -30_000, CBROKE: 96_000, CLEFEV: -50_000 });
  });

  it('does not count an opening balance beside the invoices that it sums up, and settles what it fell short of', () => {
    const next: readonly FecFileEntry[] = [
      ...openingEntry('20270101', [
        ['CMARTIN', 'MARTIN SAS', 'RAN', '20270101', 410_000, 'a'],
        ['CDUPRE', 'DUPRE', 'RAN', '20270101', 18_000],
      ]),
      receiptEntry('3', '20270110', martin, 'VIR0110', 150_000, 'a'),
      saleEntry('4', '20270112', dupre, 'FA2027-001', 70_000),
    ];
    const ledger = fecImported(firstYear, fecWish(next, {}, '732829320FEC20271231.txt'), '2027-02-01');
    // 5 100 € known, 2 600 € left: the oldest are paid, with the 1 000 € that waited and new money.
    expect(openByNumber(ledger)).toEqual({
      'CMARTIN FA2026-014': 230_000,
      'CMARTIN FA2026-040': 30_000,
      'CDUPRE FA2026-031': 18_000,
      'CDUPRE FA2027-001': 70_000,
      'CBROKE FA2025-100': 96_000,
    });
    expect(netByCode(ledger)).toEqual({ CMARTIN: 260_000, CDUPRE: 88_000, CBROKE: 96_000, CLEFEV: -50_000 });
  });

  it('sets payments lettered with the year before against what was carried over, and no others', () => {
    const next: readonly FecFileEntry[] = [
      ...openingEntry('20270101', [
        ['CNEW', 'NEUF SARL', 'RAN', '20270101', 55_000],
        ['CMARTIN', 'MARTIN SAS', 'FA1', '20260901', 30_000],
        ['CMARTIN', 'MARTIN SAS', 'FA2', '20261001', 40_000],
      ]),
      receiptEntry('2', '20270110', ['CNEW', 'NEUF SARL'], 'VIR1', 35_000, 'AB'),
      receiptEntry('3', '20270111', ['CNEW', 'NEUF SARL'], 'VIR2', 5_000),
      receiptEntry('4', '20270112', martin, 'VIR3', 40_000, 'AB'),
      receiptEntry('5', '20270113', martin, 'VIR4', 11_000, 'AC'),
    ];
    const ledger = fecImported(emptyLedger(), fecWish(next), '2027-02-01');
    expect(openByNumber(ledger)).toEqual({
      'CNEW Report à nouveau du 01/01/2027, 550,00\u00a0€': 20_000,
      'CMARTIN FA1': 30_000,
    });
    expect(netByCode(ledger)).toEqual({ CNEW: 15_000, CMARTIN: 19_000 });
  });

  it('imports an opening balance of which nothing is known, counted and never reminded', () => {
    const next = openingEntry('20270101', [['CNEW', 'NEUF SARL', 'RAN', '20270101', 55_000]]);
    const ledger = fecImported(emptyLedger(), fecWish(next), '2027-02-01');
    const [invoice] = [...ledger.invoices.values()];
    expect(invoice?.number).toBe('Report à nouveau du 01/01/2027, 550,00\u00a0€');
    expect(invoice?.dueOn).toBeUndefined();
    if (invoice) expect(blockOf(ledger, invoice, day('2027-06-01'))?.kind).toBe('no-due-date');
    expect(errorOf(importFec(ledger, fecWish(next), fecContextOn('2027-02-02'))).kind).toBe('nothing-new');
  });

  it('tells the same number of two years apart', () => {
    const of2026 = fecImported(emptyLedger(), fecWish([saleEntry('1', '20260301', martin, 'F1', 10_000)]));
    const of2027 = fecWish(
      [
        ...openingEntry('20270101', [['CMARTIN', 'MARTIN SAS', 'F1', '20260301', 10_000]]),
        saleEntry('1', '20270301', martin, 'F1', 25_000),
      ],
      {},
      '732829320FEC20271231.txt',
    );
    const both = fecImported(of2026, of2027, '2027-04-01');
    expect(openByNumber(both)).toEqual({ 'CMARTIN F1': 10_000, 'CMARTIN F1 du 01/03/2027': 25_000 });
    expect(errorOf(importFec(both, of2027, fecContextOn('2027-04-02'))).kind).toBe('nothing-new');
    const oldPaid = fecWish(
      [
        ...openingEntry('20270101', [['CMARTIN', 'MARTIN SAS', 'F1', '20260301', 10_000, 'A']]),
        receiptEntry('2', '20270402', martin, 'VIR', 10_000, 'A'),
        saleEntry('1', '20270301', martin, 'F1', 25_000),
      ],
      {},
      '732829320FEC20271231.txt',
    );
    expect(openByNumber(fecImported(both, oldPaid, '2027-05-01'))).toEqual({
      'CMARTIN F1 du 01/03/2027': 25_000,
    });
  });
});

describe('a customer whom the billing program calls otherwise', () => {
  const csv = (...lines: readonly string[]): Ledger => {
    const table = successOf(readTable(utf8Bytes(lines.join('\n'))));
    const read = successOf(readInvoiceRows(table, suggestMapping(table).mapping));
    const wish = {
      fileName: 'factures.csv',
      fileHash: 'cd'.repeat(32),
      rows: read.rows,
      leftOut: read.leftOut,
      duplicates: read.duplicates,
      fillDueDates: true,
      cancelAsInFile: false,
    };
    const decided = successOf(importInvoices(emptyLedger(), wish, fecContextOn('2026-06-01')));
    return ledgerAfter(emptyLedger(), imagesOfDecision(emptyLedger(), decided));
  };
  const header = 'N° facture;Client;Code client;Date;Échéance;Montant TTC;Reste à payer';

  it('is the same client where the documents are, also in the next file', () => {
    const ledger = csv(header, 'FA2026-014;Martin SAS;C0012;10/02/2026;12/03/2026;3600,00;3600,00');
    const second = fecImported(ledger, fecWish(exampleEntries));
    expect([...second.clients.values()].filter(({ name }) => /martin/i.test(name))).toHaveLength(1);
    expect(openByNumber(second)).toMatchObject({ 'C0012 FA2026-014': 360_000, 'C0012 FA2026-040': 30_000 });
    expect(netByCode(second)).toMatchObject({ C0012: 410_000 });
    expect(invoiceOf(second, 'FA2026-014').dueOn).toBe('2026-03-12');
    const next = fecWish(
      [saleEntry('1', '20270110', martin, 'FA2027-1', 10_000)],
      {},
      '732829320FEC20271231.txt',
    );
    const third = fecImported(second, next, '2027-02-01');
    expect(openByNumber(third)).toMatchObject({ 'C0012 FA2027-1': 10_000 });
  });

  it('stays another one where only the name is the same', () => {
    const ledger = csv(header, 'X-1;Martin SAS;C0012;10/02/2026;12/03/2026;99,00;99,00');
    const second = fecImported(ledger, fecWish(exampleEntries));
    expect([...second.clients.values()].filter(({ name }) => /martin/i.test(name))).toHaveLength(2);
    expect(netByCode(second)).toMatchObject({ C0012: 9_900, CMARTIN: 410_000 });
  });
});

describe('bills of exchange, refunds and entries without reference', () => {
  const bill = (piece: string, amount: number): FecFileEntry => ({
    ...saleEntry('8', '20260901', martin, piece, amount),
    journal: 'OD',
    journalName: 'Opérations diverses',
    lines: [
      { account: '413000', auxiliary: 'CMARTIN', customer: 'MARTIN SAS', cents: amount },
      { account: '471000', cents: -amount },
    ],
  });

  it('keeps a new bill without due date, so that nobody is reminded before it is entered', () => {
    const ledger = fecImported(emptyLedger(), fecWish([bill('LCR 12', 40_000)]));
    expect(blockOf(ledger, invoiceOf(ledger, 'LCR 12'), day('2026-12-31'))?.kind).toBe('no-due-date');
    expect(currentBalances(ledger).remainingByInvoice.get(invoiceOf(ledger, 'LCR 12').id)).toBe(40_000);
  });

  it('pauses an invoice that became a bill', () => {
    const sale = fecImported(emptyLedger(), fecWish([saleEntry('1', '20260801', martin, 'FA1', 40_000)]));
    const wish = fecWish([
      saleEntry('1', '20260801', martin, 'FA1', 40_000, 'A'),
      receiptEntry('2', '20260901', martin, 'LCR', 40_000, 'A'),
      { ...bill('FA1', 40_000), pieceOn: '20260801' },
    ]);
    const ledger = fecImported(sale, wish, '2026-11-23');
    expect(openByNumber(ledger)).toEqual({ 'CMARTIN FA1': 40_000 });
    expect(blockOf(ledger, invoiceOf(ledger, 'FA1'), day('2026-12-31'))?.kind).toBe('pause');
    expect(errorOf(importFec(ledger, wish, fecContextOn('2026-11-24'))).kind).toBe('nothing-new');
  });

  it('counts a payment that came back as owed, without reminding', () => {
    const returned: FecFileEntry = {
      ...receiptEntry('5', '20260905', martin, 'REJET 5', -40_000),
      label: 'Rejet de prélèvement',
    };
    const ledger = fecImported(emptyLedger(), fecWish([returned]));
    expect(openByNumber(ledger)).toEqual({ 'CMARTIN REJET 5': 40_000 });
    expect(invoiceOf(ledger, 'REJET 5').dueOn).toBeUndefined();
  });

  it('finds the number in the label, else makes one that stays the same', () => {
    const entries: readonly FecFileEntry[] = [
      { ...saleEntry('1', '20260901', martin, '', 10_000), label: 'Facture FA2026-77 Martin' },
      { ...saleEntry('2', '20260902', martin, '', 20_000), label: 'Prestation' },
      { ...saleEntry('3', '20260902', dupre, '', 20_000), label: 'Prestation' },
    ];
    const ledger = fecImported(emptyLedger(), fecWish(entries));
    expect(Object.keys(openByNumber(ledger))).toEqual([
      'CMARTIN FA2026-77',
      'CMARTIN Écriture VE du 02/09/2026, 200,00\u00a0€',
      'CDUPRE Écriture VE du 02/09/2026, 200,00\u00a0€',
    ]);
    const validated = entries.map((entry, at) => ({ ...entry, number: `VE${at + 100}` }));
    expect(errorOf(importFec(ledger, fecWish(validated), fecContextOn('2026-12-01'))).kind).toBe(
      'nothing-new',
    );
  });

  it('adds the lines of one invoice up, and keeps a credit note apart that bears its number', () => {
    const entries: readonly FecFileEntry[] = [
      saleEntry('1', '20260901', martin, 'FA1', 10_000),
      saleEntry('1', '20260901', martin, 'FA1', 5_000),
      saleEntry('2', '20260910', martin, 'FA1', -3_000),
    ];
    const ledger = fecImported(emptyLedger(), fecWish(entries));
    expect(openByNumber(ledger)).toEqual({ 'CMARTIN FA1': 15_000 });
    expect(invoiceOf(ledger, 'Avoir FA1').totalCents).toBe(3_000);
    expect(netByCode(ledger)).toEqual({ CMARTIN: 12_000 });
  });
});

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  bankCsvColumnsFromProfile,
  bankCsvFingerprint,
  bankCsvGuess,
  readBankCsv,
} from '../../../../shared/importing/bank-csv.ts';
import { bankLayouts } from '../../../fixtures/bank-layouts.ts';
import { successOf, utf8Bytes } from './fixture.ts';
import { numberCell, textCell, writeWorkbook } from './written-workbook.ts';

const nbsp = '\u00a0';
const read = (text: string, fileName = 'operations.csv') => readBankCsv(utf8Bytes(text), { fileName });
const amountsOf = (text: string) =>
  read(text).statements.flatMap(({ lines }) => lines.map(({ amountCents }) => amountCents));
const kindsOf = (text: string) => read(text).problems.map(({ severity, kind }) => `${severity} ${kind}`);

interface Expected {
  readonly account: string;
  readonly opening?: number | undefined;
  readonly closing?: number | undefined;
  readonly until?: string | undefined;
  readonly lines: readonly (readonly [string, number, string])[];
}

const expected: Readonly<Record<string, readonly Expected[]>> = {
  BoursoBank: [
    {
      account: '00040123456',
      lines: [
        ['2026-10-16', 125000, 'VIR SEPA ATELIER MARTIN'],
        ['2026-10-15', -4940, 'CARTE 14/10/26 PAPETERIE'],
      ],
    },
  ],
  'La Banque Postale, with francs': [
    {
      account: '1234567X020',
      closing: 88761,
      until: '2026-10-08',
      lines: [
        ['2026-10-07', 10050, 'VIREMENT DE ATELIER MARTIN FA-12'],
        ['2026-10-05', -1290, 'ACHAT CB PAPETERIE'],
      ],
    },
  ],
  'La Banque Postale': [
    {
      account: '1234567X020',
      closing: 88761,
      until: '2026-10-08',
      lines: [
        ['2026-10-07', 10050, 'VIREMENT DE ATELIER MARTIN FA-12'],
        ['2026-10-05', -1290, 'ACHAT CB PAPETERIE'],
      ],
    },
  ],
  'Société Générale': [
    {
      account: '00050660951',
      closing: 2742329,
      until: '2026-05-29',
      lines: [
        ['2026-05-29', -630, 'CARTE X1417 27/05 Restaurant'],
        ['2026-05-28', 120000, 'VIR RECU 99 DE: ATELIER MARTIN MOTIF: FA-12'],
      ],
    },
  ],
  'Société Générale, savings': [
    {
      account: '0201900016400270',
      lines: [
        ['2026-08-12', -3398, 'CARTE X1234 DECATHLON'],
        ['2026-08-11', 10000, 'VIR RECU ATELIER'],
      ],
    },
  ],
  'BNP Paribas, without titles': [
    {
      account: '****6388',
      closing: 324866,
      until: '2026-08-12',
      lines: [
        ['2026-07-31', 123450, 'VIR SEPA RECU /DE ATELIER MARTIN /MOTIF FA-12'],
        ['2026-07-30', -1234, 'FACTURE CARTE DU 290726 CAFE'],
      ],
    },
  ],
  'BNP Paribas': [
    {
      account: '****6388',
      closing: 324866,
      until: '2026-08-12',
      lines: [
        ['2026-07-05', 123450, 'VIR RECU'],
        ['2026-07-06', -1234, 'CARTE CAFE'],
      ],
    },
  ],
  'Crédit Agricole': [
    {
      account: '12345678901',
      closing: 123456,
      until: '2026-06-12',
      lines: [
        ['2026-06-12', -2340, 'PAIEMENT PAR CARTE\nX5678 SUPERMARCHE 11/06'],
        ['2026-06-10', 9800, 'VIREMENT EN VOTRE FAVEUR\nATELIER MARTIN FA-12'],
      ],
    },
  ],
  'Caisse d’Épargne, former layout': [
    {
      account: '123450000112345678901',
      opening: 114690,
      closing: 123456,
      until: '2026-01-31',
      lines: [
        ['2026-01-31', 10000, 'VIR SEPA ATELIER MARTIN\nFA-12'],
        ['2026-01-02', -1234, 'CB PAPETERIE'],
      ],
    },
  ],
  'Caisse d’Épargne and Banque Populaire': [
    {
      account: '',
      lines: [
        ['2026-06-23', 3846, 'VIR ATELIER MARTIN\nFA-12'],
        ['2026-06-20', -2000, 'CB PAPETERIE'],
      ],
    },
  ],
  'LCL, without titles': [
    {
      account: '00451098285A',
      opening: 50000,
      closing: 56544,
      until: '2026-07-05',
      lines: [
        ['2026-07-01', -3500, 'CB PAPETERIE 30/06/26'],
        ['2026-07-01', 12050, 'VIREMENT ATELIER MARTIN'],
        ['2026-07-01', -1999, 'PRLV SEPA FOURNISSEUR'],
        ['2026-07-02', -7, 'INTERETS DEBITEURS AU 30 06 26'],
      ],
    },
  ],
  Qonto: [
    {
      account: 'FR7616958000011234567890152',
      opening: 205000,
      closing: 320000,
      lines: [
        ['2026-06-12', 120000, 'Atelier Martin'],
        ['2026-06-11', -5000, 'Papeterie'],
      ],
    },
  ],
  'Qonto in English': [
    {
      account: '',
      lines: [
        ['2026-06-12', 120000, 'Atelier Martin'],
        ['2026-06-10', -2050, 'Papeterie'],
      ],
    },
  ],
  'Revolut, fees apart': [
    {
      account: '',
      opening: 0,
      closing: 30350,
      lines: [
        ['2026-06-19', 33000, 'Atelier Martin'],
        ['2026-06-21', -2650, 'Papeterie'],
      ],
    },
  ],
  'Crédit Mutuel, one amount column': [
    {
      account: '',
      opening: 100000,
      closing: 217301,
      lines: [
        ['2026-10-03', -2699, 'PRLV SEPA TELECOM'],
        ['2026-10-04', 120000, 'VIR ATELIER MARTIN FA-12'],
      ],
    },
  ],
  Fortuneo: [
    {
      account: '',
      lines: [
        ['2026-10-03', -2699, 'PRLV TELECOM'],
        ['2026-10-04', 120000, 'VIR ATELIER'],
      ],
    },
  ],
  'balances and totals around the lines': [
    {
      account: '0001',
      opening: 100000,
      closing: 217301,
      until: '2026-10-31',
      lines: [
        ['2026-10-03', -2699, 'PRLV TELECOM'],
        ['2026-10-04', 120000, 'VIR ATELIER'],
      ],
    },
  ],
  'two accounts in one file': [
    {
      account: '11111111111',
      closing: 10000,
      until: '2026-06-12',
      lines: [
        ['2026-06-10', 9800, 'VIR A'],
        ['2026-06-11', -200, 'CB X'],
      ],
    },
    { account: '22222222222', closing: 90000, until: '2026-06-12', lines: [['2026-06-10', 90000, 'VIR B']] },
  ],
};

describe('exports of French banks', () => {
  for (const [name, text] of Object.entries(bankLayouts)) {
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      it(`${name}, ${encoding}`, () => {
        const { statements, problems } = readBankCsv(iconv.encode(text, encoding), {
          fileName: 'operations.csv',
        });
        expect(
          statements.map(({ account, openingCents, closingCents, closingOn, lines }) => ({
            account,
            opening: openingCents,
            closing: closingCents,
            until: closingOn,
            lines: lines.map(({ bookedOn, amountCents, label }) => [bookedOn, amountCents, label]),
          })),
        ).toEqual(expected[name]);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      });
    }
  }

  it('Qonto: payer, IBAN, reference and the bank’s id', () => {
    const line = read(bankLayouts.Qonto ?? '').statements[0]?.lines[0];
    expect(line).toMatchObject({
      counterparty: 'Atelier Martin',
      counterpartyIban: 'FR1420041010050500013M02606',
      reference: 'FA-12',
      bankId: 'tr-1',
    });
  });
});

describe('what banks say beside the movements', () => {
  it('the account of La Banque Postale keeps what stands behind its letter; a currency is none of it', () => {
    const table = '\r\nDate;Libellé;Montant\r\n20/11/2026;VIREMENT DUPONT;12,00\r\n19/11/2026;EDF;-3,00';
    const accountAfter = (line: string) => read(`${line}${table}`).statements[0]?.account;
    expect(accountAfter('Numéro Compte;1234567A020')).toBe('1234567A020');
    expect(accountAfter('Compte n° 12345678901 EUR')).toBe('12345678901');
  });

  it('Shine: the note belongs to the label', () => {
    const { statements } = read(
      "Date de la valeur;Date d'opération;Libellé;Débit;Crédit;Type d'opération;Moyen de paiement;Note\r\n20/11/2026;20/11/2026;DUPONT SARL;;1200,00;Virement;Virement;F-001\r\n19/11/2026;19/11/2026;EDF;145,20;;Prélèvement;Prélèvement;",
    );
    expect(statements[0]?.lines.map(({ label }) => label)).toEqual(['DUPONT SARL\nF-001', 'EDF']);
  });
});

describe('a workbook', () => {
  const sheet = (name: string, account: string, amounts: readonly number[]) => ({
    name,
    rows: {
      1: { A: textCell(`Compte courant n° ${account}`) },
      3: Object.fromEntries(
        ['Date', 'Valeur', 'Libellé', 'Débit', 'Crédit', 'Solde'].map((title, index) => [
          'ABCDEF'.charAt(index),
          textCell(title),
        ]),
      ),
      ...Object.fromEntries(
        amounts.map((amount, index) => [
          4 + index,
          {
            A: numberCell(46_296 + index, 1),
            B: numberCell(46_296 + index, 1),
            C: textCell(`VIR ${index}`),
            ...(amount < 0 ? { D: numberCell(amount, 3) } : { E: numberCell(amount, 3) }),
            F: numberCell(1000 + amounts.slice(0, index + 1).reduce((sum, value) => sum + value, 0), 3),
          },
        ]),
      ),
    },
  });

  it('every sheet with movements is a statement of its account', () => {
    const book = writeWorkbook([
      { name: 'Lisez-moi', rows: { 1: { A: textCell('Bonjour'), B: textCell('vous') } } },
      sheet('Courant', '00012345678', [-12.5, 100, -7.25]),
      sheet('Pro', '00087654321', [50, -1]),
    ]);
    const { statements, problems } = readBankCsv(book);
    expect(
      statements.map(({ account, openingCents, closingCents, lines }) => [
        account,
        openingCents,
        closingCents,
        ...lines.map(({ bookedOn, amountCents }) => `${bookedOn} ${amountCents}`),
      ]),
    ).toEqual([
      ['00012345678', 100_000, 108_025, '2026-10-01 -1250', '2026-10-02 10000', '2026-10-03 -725'],
      ['00087654321', 100_000, 104_900, '2026-10-01 5000', '2026-10-02 -100'],
    ]);
    expect(problems).toEqual([]);
  });

  it('a sheet whose signs are not sure is named, the others are read', () => {
    const unsure = {
      name: 'Carte',
      rows: {
        1: { A: textCell('Date'), B: textCell('Libellé'), C: textCell('Montant') },
        2: { A: numberCell(46_296, 1), B: textCell('AMAZON'), C: numberCell(26.99, 3) },
        3: { A: numberCell(46_297, 1), B: textCell('UBER'), C: numberCell(12.5, 3) },
      },
    };
    const { statements, problems } = readBankCsv(
      writeWorkbook([sheet('Courant', '00012345678', [-12.5, 100]), unsure]),
    );
    expect(statements).toHaveLength(1);
    expect(problems).toMatchObject([
      { severity: 'error', kind: 'columns-unknown', message: expect.stringContaining('Carte') },
    ]);
  });
});

describe('what is not beyond doubt is asked, never guessed', () => {
  it('amounts without a sign beside labels of debits', () => {
    const text = 'Date;Libellé;Montant\n03/10/2026;PRLV SEPA TELECOM;26,99\n04/10/2026;VIR MARTIN;1200,00\n';
    expect(read(text).statements).toEqual([]);
    expect(read(text).problems).toMatchObject([
      {
        severity: 'error',
        kind: 'columns-unknown',
        message: expect.stringContaining('Indiquez quelle colonne'),
      },
    ]);
    const guess = successOf(bankCsvGuess(utf8Bytes(text)));
    expect(guess).toMatchObject({ isCertain: false, columns: { bookedOn: 0, label: 1, amount: 2 } });
    expect(guess.doubt).toContain('signe');
  });

  it('amounts without a sign that a running balance proves', () => {
    const text =
      'Date;Libellé;Montant;Solde\n03/10/2026;PRLV RENDU;26,99;126,99\n04/10/2026;VIR MARTIN;1200,00;1326,99\n05/10/2026;VIR DURAND;1,00;1327,99\n';
    expect(amountsOf(text)).toEqual([2699, 120_000, 100]);
  });

  it('two amount columns without titles and without a word that tells them apart', () => {
    const text = '03/10/2026;A;12,00;\n04/10/2026;B;;13,00\n05/10/2026;C;14,00;\n';
    expect(kindsOf(text)).toEqual(['error columns-unknown']);
    const columns = { bookedOn: 0, label: 1, debit: 3, credit: 2 };
    expect(readBankCsv(utf8Bytes(text), { columns }).statements).toMatchObject([
      { lines: [{ amountCents: 1200 }, { amountCents: -1300 }, { amountCents: 1400 }] },
    ]);
  });

  it('the same columns where a running balance tells them apart', () => {
    const text = '03/10/2026;A;12,00;;88,00\n04/10/2026;B;;13,00;101,00\n05/10/2026;C;14,00;;87,00\n';
    expect(amountsOf(text)).toEqual([-1200, 1300, -1400]);
  });

  it('an invoice list and an accounting file are no statements', () => {
    const invoices =
      'N° facture;Date;Échéance;Client;Montant TTC\nF1;01/10/2026;30/10/2026;Martin;120,00\nF2;02/10/2026;30/10/2026;Durand;-20,00\n';
    const journal =
      'JournalCode;EcritureDate;CompteNum;EcritureLib;Debit;Credit\nVE;20260101;411000;Martin;120,00;0,00\nBQ;20260102;512000;Banque;0,00;120,00\n';
    for (const text of [invoices, journal]) {
      expect(read(text).statements).toEqual([]);
      expect(kindsOf(text)).toEqual(['error not-a-statement']);
    }
  });

  it('a choice that lacks the amounts', () => {
    const columns = { bookedOn: 0 };
    expect(readBankCsv(utf8Bytes('a;b\n01/02/2026;1,00\n'), { columns })).toMatchObject({
      statements: [],
      problems: [{ kind: 'columns-unknown' }],
    });
  });

  it('a saved choice is read back without what does not fit, and is found again by the titles', () => {
    expect(
      bankCsvColumnsFromProfile(
        { bookedOn: 0, amount: 2, label: 0, debit: 9, unknown: 1, dateOrder: 'mdy', decimal: 'x' },
        4,
      ),
    ).toEqual({ bookedOn: 0, amount: 2, dateOrder: 'mdy' });
    const [january, february] = ['31/01/2026;A;-1,00', '28/02/2026;B;2,00'].map((row) =>
      successOf(bankCsvGuess(utf8Bytes(`Date;Libellé;Montant\n${row}\n`))),
    );
    expect(january?.fingerprint).toBe(february?.fingerprint);
    expect(january && bankCsvFingerprint(january.table)).toBe(january?.fingerprint);
  });
});

describe('signs', () => {
  const head = 'Date;Libellé;Débit;Crédit';
  it.each([
    ['debits without a sign', `${head}\n03/10/2026;A;12,00;\n04/10/2026;B;;13,00\n`],
    ['debits with a sign', `${head}\n03/10/2026;A;-12,00;\n04/10/2026;B;;+13,00\n`],
    ['zeros in the other column', `${head}\n03/10/2026;A;12,00;0,00\n04/10/2026;B;0,00;13,00\n`],
    ['a side column', 'Date;Libellé;Montant;Sens\n03/10/2026;A;12,00;D\n04/10/2026;B;13,00;C\n'],
    ['a side in words', 'Date;Libellé;Montant;Sens\n03/10/2026;A;12,00;Débit\n04/10/2026;B;13,00;Crédit\n'],
    ['a trailing minus', 'Date;Libellé;Montant\n03/10/2026;A;12,00-\n04/10/2026;B;13,00\n'],
    ['brackets', 'Date;Libellé;Montant\n03/10/2026;A;(12,00)\n04/10/2026;B;13,00\n'],
  ])('%s', (_, text) => {
    expect(amountsOf(text)).toEqual([-1200, 1300]);
    expect(kindsOf(text)).toEqual([]);
  });

  it('a reversed debit counts against its column', () => {
    expect(amountsOf(`${head}\n03/10/2026;A;12,00;\n04/10/2026;B;5,00;\n05/10/2026;C;-5,00;\n`)).toEqual([
      -1200, -500, 500,
    ]);
  });

  it('thousands in every usual writing', () => {
    const cells = ['1 234,56', '1.234,56', '1\u202f234,56', `1${nbsp}234,56 €`];
    const text = `Date;Libellé;Montant\n${cells.map((cell) => `03/10/2026;A;-${cell}`).join('\n')}\n`;
    expect(amountsOf(text)).toEqual(cells.map(() => -123_456));
  });
});

describe('days', () => {
  it('the whole column tells the order', () => {
    const text = 'Date,Label,Amount\n03/04/2026,A,-1.00\n03/25/2026,B,2.00\n';
    expect(read(text).statements[0]?.lines.map(({ bookedOn }) => bookedOn)).toEqual([
      '2026-03-04',
      '2026-03-25',
    ]);
  });

  it('an order that nothing tells is said in an English file', () => {
    expect(kindsOf('Date,Label,Amount\n03/04/2026,A,-1.00\n')).toEqual(['warning impossible-date']);
    expect(kindsOf('Date;Libellé;Montant\n03/04/2026;A;-1,00\n')).toEqual([]);
  });

  it('days that contradict each other are said', () => {
    const text = 'Date;Libellé;Montant\n03/10/2026;A;-1,00\n10/25/2026;B;2,00\n25/10/2026;C;3,00\n';
    expect(kindsOf(text)).toEqual(['error impossible-date', 'error impossible-date']);
    expect(read(text).problems.at(-1)?.message).toContain('se contredisent');
  });

  it('a day that does not exist leaves its movement out and says so', () => {
    const text = 'Date;Libellé;Montant\n30/02/2026;A;-1,00\n28/02/2026;B;2,00\n27/02/2026;C;3,00\n';
    expect(read(text).problems).toMatchObject([{ severity: 'error', kind: 'impossible-date', line: 2 }]);
    expect(amountsOf(text)).toEqual([200, 300]);
  });
});

describe('balances', () => {
  const rows = ['05/10/2026;C;-5,00;87,00', '04/10/2026;B;13,00;92,00', '03/10/2026;A;-21,00;79,00'];
  const file = (lines: readonly string[]): string => `Date;Libellé;Montant;Solde\n${lines.join('\n')}\n`;

  it('the newest or the oldest movement first', () => {
    for (const lines of [rows, [...rows].reverse()])
      expect(read(file(lines)).statements).toMatchObject([{ openingCents: 10_000, closingCents: 8700 }]);
  });

  it('a movement that is missing is noticed', () => {
    const many = Array.from(
      { length: 12 },
      (_, index) => `0${1 + (index % 9)}/10/2026;A${index};1,00;${index + 1},00`,
    );
    expect(kindsOf(file(many))).toEqual([]);
    expect(kindsOf(file(many.filter((_, index) => index !== 5)))).toEqual(['error does-not-add-up']);
  });

  it('a total that is not the sum of the movements is noticed', () => {
    const text = (total: string): string =>
      `Date;Libellé;Débit;Crédit\n03/10/2026;A;12,00;\n04/10/2026;B;;13,00\n;Total;${total};13,00\n`;
    expect(kindsOf(text('12,00'))).toEqual([]);
    expect(kindsOf(text('15,00'))).toEqual(['error does-not-add-up']);
  });

  it('labels that begin like a balance or a total are movements', () => {
    const text =
      'Date;Libellé;Montant\n03/10/2026;SOLDE DE TOUT COMPTE;-12,00\n04/10/2026;TOTAL ACCESS PARIS;-13,00\n05/10/2026;Total;-14,00\n';
    expect(amountsOf(text)).toEqual([-1200, -1300, -1400]);
  });
});

describe('lines that are not as they should be', () => {
  const head = 'Date;Libellé;Débit;Crédit\n03/10/2026;A;12,00;\n';
  it.each([
    ['debit and credit together', `${head}04/10/2026;B;1,00;2,00\n`, 'not-an-amount'],
    ['no amount', `${head}04/10/2026;B;;\n`, 'no-amount'],
    ['no day', `${head};B;1,00;\n`, 'no-date'],
    ['a text for an amount', `${head}04/10/2026;B;douze;\n`, 'not-an-amount'],
    ['a part of a cent', `${head}04/10/2026;B;1,005;\n05/10/2026;C;;2,00\n`, 'too-precise-amount'],
    ['a delimiter inside the label', `${head}04/10/2026;B; C;1,00;2,00\n`, 'unreadable-line'],
  ])('%s', (_, text, kind) => {
    expect(read(text).problems).toMatchObject([{ severity: 'error', kind, line: 3 }]);
    expect(amountsOf(text)[0]).toBe(-1200);
  });

  it('a file that ends within its last line', () => {
    const text =
      'Date;Libellé;Montant;Solde\n03/10/2026;A;-21,00;79,00\n04/10/2026;B;13,00;92,00\n05/10/2026;C;-5';
    expect(kindsOf(text)).toEqual(['error cut-off']);
    expect(amountsOf(text)).toEqual([-2100, 1300]);
    expect(
      kindsOf('Date;Libellé;Montant\n03/10/2026;A;-21,00\n04/10/2026;B;13,00\n05/10/2026;C;-51'),
    ).toEqual(['error cut-off']);
  });

  it('no file at all, none of a bank, and titles alone', () => {
    expect(kindsOf('')).toEqual(['error empty-file']);
    expect(kindsOf('Bonjour, ceci est une lettre.\nBien à vous')).toEqual(['error not-a-statement']);
    expect(kindsOf('Date;Libellé;Débit;Crédit\n')).toEqual(['error empty-file']);
    expect(kindsOf('%PDF-1.7')).toEqual(['error not-a-statement']);
  });
});

import { describe, expect, it } from 'vitest';
import { readBankCsv } from '../../../../shared/importing/bank-csv.ts';
import { utf8Bytes } from './fixture.ts';

const read = (lines: readonly string[]) => readBankCsv(utf8Bytes(`${lines.join('\n')}\n`));

const files: Readonly<Record<string, readonly string[]>> = {
  'ING of the Netherlands, with words for the side': [
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort","Mededelingen"',
    '"20260103","Jansen","NL20INGB0001234567","NL02RABO0123456789","GT","Bij","1200,00","Online bankieren","FA-12"',
    '"20260102","Winkel","NL20INGB0001234567","","BA","Af","12,50","Betaalautomaat","pas 01"',
  ],
  'SEB, with three decimals': [
    'Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo',
    '2026-01-03;2026-01-03;5484;Butik;-12,500;987,500',
    '2026-01-02;2026-01-02;5483;Kund;100,000;1000,000',
  ],
  'Swedbank of Estonia, with balances and turnover among the lines': [
    '"Kliendi konto";"Reatüüp";"Kuupäev";"Saaja/Maksja";"Selgitus";"Summa";"Valuuta";"Deebet/Kreedit";"Arhiveerimistunnus"',
    '"EE382200221020145685";"10";"01.01.2026";"";"Algsaldo";"100,00";"EUR";"K";""',
    '"EE382200221020145685";"20";"02.01.2026";"Pood";"ost";"12,50";"EUR";"D";"2026010200001"',
    '"EE382200221020145685";"20";"03.01.2026";"Klient";"FA-12";"50,00";"EUR";"K";"2026010300002"',
    '"EE382200221020145685";"82";"03.01.2026";"";"Käive";"12,50";"EUR";"D";""',
    '"EE382200221020145685";"82";"03.01.2026";"";"Käive";"50,00";"EUR";"K";""',
    '"EE382200221020145685";"86";"03.01.2026";"";"lõppsaldo";"137,50";"EUR";"K";""',
  ],
  N26: [
    '"Booking Date","Value Date","Partner Name","Partner Iban","Type","Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"',
    '"2026-08-01","2026-08-01","REWE","DE89370400440532013000","MasterCard Payment","","Main Account","-24.50","","",""',
    '"2026-08-02","2026-08-02","Atelier Martin","DE89370400440532013000","Income","FA-12","Main Account","1200.00","","",""',
  ],
  'PayPal: the net, not the gross and its fee': [
    '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","Transaction ID","Balance"',
    '"01/13/2026","10:00:00","CET","Client A","Payment","Completed","EUR","100.00","-3.50","96.50","a@b.example","T1","96.50"',
    '"01/14/2026","10:00:00","CET","Shop","Payment","Completed","EUR","-20.00","0.00","-20.00","c@d.example","T2","76.50"',
  ],
  'Wise: fees that the amount holds already': [
    'TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Payer Name,Payee Name,Total fees',
    'T-1,13-01-2026,100.00,EUR,Received money from Client,FA-12,1100.00,Client,,0',
    'T-2,14-01-2026,-20.00,EUR,Sent money,,1080.00,,Shop,0.5',
  ],
  'HSBC, with months in words': [
    'Date,Details,Paid in,Paid out,Balance',
    '03 Oct 2026,CLIENT A,"1,200.00",,"2,200.00"',
    '04 Oct 2026,SHOP,,12.50,"2,187.50"',
  ],
  Shine: [
    'Transaction ID;Date de la valeur;Date d’opération;Montant;Débit;Crédit;Solde;Devise;Libellé;Nom de la contrepartie',
    'id1;12/06/2026;12/06/2026;1200,00;;1200,00;3200,00;EUR;VIR SEPA;Atelier Martin',
    'id2;11/06/2026;11/06/2026;-50,00;50,00;;2000,00;EUR;CARTE;Papeterie',
  ],
  'balances as dated lines': [
    'Date;Libellé;Débit;Crédit',
    '01/10/2026;SOLDE PRECEDENT;;1 000,00',
    '03/10/2026;CB A;12,00;',
    '04/10/2026;VIR MARTIN;;50,00',
    '31/10/2026;NOUVEAU SOLDE;;1 038,00',
  ],
  'a remittance text « Solde » is no balance': [
    'Date;Libellé;Détail;Débit;Crédit',
    '03/10/2026;VIR MARTIN;Solde;;50,00',
    '04/10/2026;VIR DUPONT;;;60,00',
    '05/10/2026;SOLDE;FA-12;;70,00',
  ],
  'a balance alone in its line': [
    'Date,Description,Amount,Balance',
    '2026-10-01,Opening balance,,100.00',
    '2026-10-02,Client,50.00,150.00',
    '2026-10-03,Closing balance,,150.00',
  ],
};

const expected: Readonly<Record<string, unknown>> = {
  'ING of the Netherlands, with words for the side': [
    undefined,
    undefined,
    ['2026-01-03', 120000, 'Jansen\nFA-12'],
    ['2026-01-02', -1250, 'Winkel\npas 01'],
  ],
  'SEB, with three decimals': [90000, 98750, ['2026-01-03', -1250, 'Butik'], ['2026-01-02', 10000, 'Kund']],
  'Swedbank of Estonia, with balances and turnover among the lines': [
    10000,
    13750,
    ['2026-01-02', -1250, 'ost'],
    ['2026-01-03', 5000, 'FA-12'],
  ],
  N26: [undefined, undefined, ['2026-08-01', -2450, 'REWE'], ['2026-08-02', 120000, 'FA-12']],
  'PayPal: the net, not the gross and its fee': [
    0,
    7650,
    ['2026-01-13', 9650, 'Client A'],
    ['2026-01-14', -2000, 'Shop'],
  ],
  'Wise: fees that the amount holds already': [
    100000,
    108000,
    ['2026-01-13', 10000, 'Received money from Client\nFA-12'],
    ['2026-01-14', -2000, 'Sent money'],
  ],
  'HSBC, with months in words': [
    100000,
    218750,
    ['2026-10-03', 120000, 'CLIENT A'],
    ['2026-10-04', -1250, 'SHOP'],
  ],
  Shine: [205000, 320000, ['2026-06-12', 120000, 'VIR SEPA'], ['2026-06-11', -5000, 'CARTE']],
  'balances as dated lines': [
    100000,
    103800,
    ['2026-10-03', -1200, 'CB A'],
    ['2026-10-04', 5000, 'VIR MARTIN'],
  ],
  'a remittance text « Solde » is no balance': [
    undefined,
    undefined,
    ['2026-10-03', 5000, 'VIR MARTIN\nSolde'],
    ['2026-10-04', 6000, 'VIR DUPONT'],
    ['2026-10-05', 7000, 'SOLDE\nFA-12'],
  ],
  'a balance alone in its line': [10000, 15000, ['2026-10-02', 5000, 'Client']],
};

describe('exports of banks abroad and of payment services', () => {
  for (const [name, lines] of Object.entries(files)) {
    it(name, () => {
      const { statements, problems } = read(lines);
      expect(
        statements.map((statement) => [
          statement.openingCents,
          statement.closingCents,
          ...statement.lines.map(({ bookedOn, amountCents, label }) => [bookedOn, amountCents, label]),
        ]),
      ).toEqual([expected[name]]);
      expect(problems).toEqual([]);
    });
  }

  it.each([
    [
      'a card statement without signs',
      ['Date;Libellé;Montant', '03/10/2026;AMAZON;26,99', '04/10/2026;UBER;12,00'],
    ],
    ['amounts in two currencies', ['Date;Libellé;Montant USD;Montant CHF', '03/10/2026;A;-26,99;-24,00']],
    [
      'fees that may be within the amounts',
      ['Date;Libellé;Montant;Frais', '03/10/2026;A;-26,99;1,00', '04/10/2026;B;30,00;0,00'],
    ],
  ])('%s: asked, not read', (_, lines) => {
    expect(read(lines)).toMatchObject({
      statements: [],
      problems: [{ severity: 'error', kind: 'columns-unknown' }],
    });
  });

  it.each([
    [
      'one column « Débit/Crédit » with signs',
      'Date;Libellé;Débit/Crédit;Solde',
      ['A;-12,00;88,00', 'B;13,00;101,00'],
    ],
    ['the same without a balance', 'Date;Libellé;Débit/Crédit (EUR)', ['A;-12,00', 'B;13,00']],
    [
      'balances in two columns',
      'Date;Libellé;Montant;Solde débit;Solde crédit',
      ['A;-12,00;;88,00', 'B;13,00;;101,00'],
    ],
    ['a lone column of receipts with signs', 'Date;Libellé;Inflow', ['A;-12,00', 'B;13,00']],
  ])('%s', (_, titles, rows) => {
    const { statements } = read([titles, ...rows.map((row, index) => `0${index + 1}/10/2026;${row}`)]);
    expect(statements.flatMap(({ lines }) => lines.map(({ amountCents }) => amountCents))).toEqual([
      -1200, 1300,
    ]);
  });

  it('a lone column of debits with both signs is asked', () => {
    expect(read(['Date;Libellé;Débit', '03/10/2026;A;12,00', '04/10/2026;B;-13,00'])).toMatchObject({
      statements: [],
      problems: [{ kind: 'columns-unknown' }],
    });
  });

  it('of amounts in two currencies the one in euros', () => {
    expect(
      read(['Date;Libellé;Montant (USD);Montant (EUR)', '03/10/2026;A;-26,99;-24,00']).statements,
    ).toMatchObject([{ currency: 'EUR', lines: [{ amountCents: -2400 }] }]);
  });
});

import { describe, expect, it } from 'vitest';
import { readCamt053 } from '../../../../shared/importing/camt053.ts';

const document = (statement: string, version = '08') =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><x:Document xmlns:x="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><x:BkToCstmrStmt>${statement}</x:BkToCstmrStmt></x:Document>`,
  );
const balance = (code: string, amount: string, currency = 'EUR') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>`;
const account = '<Acct><Id><IBAN>FR14 2004 1010 0505 0001 3M02 606</IBAN></Id></Acct>';
const entry = (amount: string, inside: string, sign = 'CRDT', status = '<Cd>BOOK</Cd>') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>${inside}</Ntry>`;
const details = (...all: readonly string[]) =>
  `<NtryDtls>${all.map((inside) => `<TxDtls>${inside}</TxDtls>`).join('')}</NtryDtls>`;
const read = (...inside: readonly string[]) =>
  readCamt053(document(`<Stmt>${account}${inside.join('')}</Stmt>`));
const linesOf = (...inside: readonly string[]) => {
  const { statements, problems } = read(...inside);
  expect(problems).toEqual([]);
  return statements[0]?.lines ?? [];
};

describe('entries of CAMT.053', () => {
  it('become one line for each transaction where these sum up to the entry', () => {
    const batch = (second: string) =>
      entry(
        '300.00',
        details(
          '<Amt Ccy="EUR">100.00</Amt><RltdPties><Dbtr><Pty><Nm>A</Nm></Pty></Dbtr></RltdPties>',
          `<AmtDtls><TxAmt><Amt Ccy="EUR">${second}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>B</Nm></Dbtr></RltdPties>`,
        ),
      );
    expect(
      linesOf(batch('200.00')).map((line) => [line.amountCents, line.counterparty, line.fileLine]),
    ).toEqual([
      [10_000, 'A', 1],
      [20_000, 'B', 1],
    ]);
    // They do not: the entry is what the account received; the names are kept as text.
    expect(linesOf(batch('199.99'))).toMatchObject([{ amountCents: 30_000, label: 'A\nB' }]);
  });

  it('keep the sum of a batch with transactions of both signs', () => {
    const lines = linesOf(
      entry(
        '70',
        details(
          '<Amt Ccy="EUR">100</Amt><CdtDbtInd>CRDT</CdtDbtInd>',
          '<Amt Ccy="EUR">30</Amt><CdtDbtInd>DBIT</CdtDbtInd>',
        ),
      ),
    );
    expect(lines.map(({ amountCents }) => amountCents)).toEqual([10_000, -3_000]);
  });

  it('take references in the order of their worth, never NOTPROVIDED', () => {
    const references = (inside: string, endToEnd: string) =>
      linesOf(
        entry('1', details(`<Refs><EndToEndId>${endToEnd}</EndToEndId></Refs><RmtInf>${inside}</RmtInf>`)),
      )[0];
    const structured =
      '<Strd><RfrdDocInf><Nb>FA-12</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>';
    expect(references(structured, 'E2E-1')).toMatchObject({
      reference: 'RF18539007547034',
      label: 'FA-12\nE2E-1',
    });
    expect(references('<Ustrd>FACTURE</Ustrd><Ustrd>12</Ustrd>', 'E2E-1')).toMatchObject({
      reference: 'E2E-1',
      label: 'FACTURE\n12',
    });
    expect(references('', 'NOTPROVIDED')?.reference).toBeUndefined();
  });

  it('name the other side: debtor of money received, creditor of money paid, debtor of a returned debit', () => {
    const parties =
      '<RltdPties><Dbtr><Nm>DEBTOR</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><UltmtDbtr><Nm>MOTHER</Nm></UltmtDbtr><Cdtr><Nm>CREDITOR</Nm></Cdtr></RltdPties>';
    const returned = `<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`;
    expect(linesOf(entry('1', details(parties)))).toMatchObject([
      { counterparty: 'DEBTOR', counterpartyIban: 'DE89370400440532013000', label: 'MOTHER' },
    ]);
    expect(linesOf(entry('1', details(parties), 'DBIT'))).toMatchObject([
      { amountCents: -100, counterparty: 'CREDITOR' },
    ]);
    expect(linesOf(entry('1', details(parties + returned), 'DBIT'))).toMatchObject([
      { amountCents: -100, counterparty: 'DEBTOR', returnReason: 'AM04' },
    ]);
  });

  it('carry reversals, codes and the bank’s own text', () => {
    const inside =
      '<RvslInd>true</RvslInd><ValDt><DtTm>2026-11-21T23:30:00-05:00</DtTm></ValDt><AcctSvcrRef>B1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><AddtlNtryInf>VIR SEPA\n RECU</AddtlNtryInf>';
    expect(linesOf(entry('1', inside, 'DBIT', 'BOOK'))).toEqual([
      {
        bookedOn: '2026-11-20',
        valueOn: '2026-11-21',
        amountCents: -100,
        label: 'VIR SEPA RECU',
        bankId: 'B1',
        bankCode: 'PMNT-RCDT-ESCT',
        returnReason: 'RvslInd',
        fileLine: 1,
      },
    ]);
  });

  it('that are pending are counted, those in another currency left out', () => {
    const { statements, problems } = read(
      balance('OPBD', '0'),
      entry('1', '', 'CRDT', '<Cd>PDNG</Cd>'),
      entry('2', '', 'CRDT', 'PDNG'),
      entry('3', '').replace('EUR', 'USD'),
    );
    expect(statements[0]?.lines).toEqual([]);
    expect(problems).toMatchObject([
      { kind: 'unreadable-line', severity: 'error', line: 3 },
      { kind: 'pending-left-out', severity: 'warning' },
    ]);
  });

  it('never round, and need a sign, a day and a number', () => {
    const dateless = '<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>';
    const { statements, problems } = read(
      entry('1.23400', ''),
      entry('1.23000', ''),
      entry('1', '', 'NONE'),
      entry('-1', ''),
      entry('', ''),
      dateless,
      entry('1', '').replace('2026-11-20', '2026-02-30'),
    );
    expect(statements[0]?.lines.map(({ amountCents }) => amountCents)).toEqual([123]);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['too-precise-amount', 1],
      ['not-an-amount', 3],
      ['not-an-amount', 4],
      ['no-amount', 5],
      ['no-date', 6],
      ['impossible-date', 7],
    ]);
  });
});

describe('statements of CAMT.053', () => {
  it('are checked; the previous closing balance opens where the opening one is missing', () => {
    expect(read(balance('PRCD', '10.00'), entry('5', ''), balance('CLBD', '15.00'))).toMatchObject({
      statements: [{ account: 'FR1420041010050500013M02606', openingCents: 1_000, closingCents: 1_500 }],
      problems: [],
    });
    expect(read(balance('OPBD', '10.00'), balance('CLBD', '15.00')).problems).toMatchObject([
      { kind: 'does-not-add-up', severity: 'error', statement: 0 },
    ]);
  });

  it('have no opening balance where it is in another currency than the account', () => {
    const { statements, problems } = readCamt053(
      document(
        `<Stmt>${account.replace('</Acct>', '<Ccy>EUR</Ccy></Acct>')}${balance('OPBD', '10.00', 'USD')}</Stmt>`,
      ),
    );
    expect(statements[0]?.openingCents).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'does-not-add-up', severity: 'error' }]);
  });

  it('without account are left out', () => {
    expect(readCamt053(document(`<Stmt>${balance('OPBD', '1')}</Stmt>`))).toMatchObject({
      statements: [],
      problems: [{ kind: 'damaged', severity: 'error' }],
    });
    expect(readCamt053(document(''))).toMatchObject({
      statements: [],
      problems: [{ kind: 'not-a-statement' }],
    });
  });

  it('that are cut off anywhere are refused', () => {
    const bytes = document(
      `<Stmt>${account}${balance('OPBD', '1')}${entry('1', '')}${entry('2', '')}</Stmt>`,
    );
    for (let length = 1; length < bytes.length; length += 7) {
      const { statements, problems } = readCamt053(bytes.subarray(0, length));
      expect([statements.length, problems[0]?.severity]).toEqual([0, 'error']);
    }
  });

  it('are told from their neighbours', () => {
    const message = (name: string) =>
      readCamt053(new TextEncoder().encode(`<Document><${name}><Stmt/></${name}></Document>`)).problems[0]
        ?.message;
    expect(message('BkToCstmrDbtCdtNtfctn')).toContain('camt.054');
    expect(message('BkToCstmrAcctRpt')).toContain('camt.052');
    expect(message('CstmrDrctDbtInitn')).toContain('pain.008');
    expect(message('Anything')).toBe(
      'Ce fichier XML ne contient aucun relevé de compte. Demandez à votre banque un relevé camt.053, OFX ou CFONB 120.',
    );
  });
});

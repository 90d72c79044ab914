import { describe, expect, it } from 'vitest';
import { readOfx } from '../../../../shared/importing/ofx.ts';

const file = (movements: string, more = '') =>
  `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00018<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261130\n${movements}</BANKTRANLIST>${more}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const trn = (inside: string) => `<STMTTRN>${inside}</STMTTRN>\n`;
const linesOf = (movements: string) => {
  const { statements, problems } = readOfx(file(movements));
  expect(problems).toEqual([]);
  return statements[0]?.lines ?? [];
};

describe('movements of OFX', () => {
  it('keep the day as written, whatever the zone, and the decimal sign of France', () => {
    expect(
      linesOf(
        trn(
          '<TRNTYPE>CREDIT<DTPOSTED>20261120233000.000[-5:EST]<TRNAMT>+1 512,40<FITID>A1<NAME>MARTIN &amp; FILS<MEMO>FACTURE &lt;12&gt;',
        ),
      ),
    ).toEqual([
      {
        bookedOn: '2026-11-20',
        amountCents: 151_240,
        label: 'MARTIN & FILS\nFACTURE <12>',
        counterparty: 'MARTIN & FILS',
        bankId: 'A1',
        bankCode: 'CREDIT',
        fileLine: 5,
      },
    ]);
  });

  it('have no counterparty where NAME is the bank’s word for the operation', () => {
    const [transfer, debit] = linesOf(
      trn('<DTPOSTED>20261120<TRNAMT>1.00<NAME>VIR SEPA RECU MARTIN<MEMO>.') +
        trn('<DTPOSTED>20261120<TRNAMT>-1.00<NAME>PRLV EDF'),
    );
    expect([transfer?.counterparty, debit?.counterparty]).toEqual([undefined, undefined]);
    expect(transfer?.label).toBe('VIR SEPA RECU MARTIN');
  });

  it('survive empty elements that SGML does not close, nested ones, and a movement that is not closed', () => {
    expect(
      linesOf(
        `<STMTTRN><DTPOSTED>20261120<TRNAMT>1.00<CHECKNUM><REFNUM>\n<NAME>UN<PAYEE><NAME>LE PAYEUR<CITY>LYON</PAYEE><MEMO>M\n${trn('<DTPOSTED>20261121<TRNAMT>2.00<NAME>DEUX')}`,
      ).map(({ amountCents, label, counterparty }) => [amountCents, label, counterparty]),
    ).toEqual([
      [100, 'UN\nM', 'LE PAYEUR'],
      [200, 'DEUX', 'DEUX'],
    ]);
  });

  it('read one separator as the decimal one, and never round', () => {
    const { statements, problems } = readOfx(
      file(
        trn('<DTPOSTED>20261120<TRNAMT>1,234<NAME>A') +
          trn('<DTPOSTED>20261120<TRNAMT>1.234,56<NAME>B') +
          trn('<DTPOSTED>20261120<TRNAMT>1,230<NAME>C') +
          trn('<DTPOSTED>20261120<NAME>D') +
          trn('<DTPOSTED>20261131<TRNAMT>1<NAME>E') +
          trn('<TRNAMT>1<NAME>F'),
      ),
    );
    expect(statements[0]?.lines.map(({ amountCents }) => amountCents)).toEqual([123_456, 123]);
    expect(problems.map(({ kind }) => kind)).toEqual([
      'too-precise-amount',
      'no-amount',
      'impossible-date',
      'no-date',
    ]);
  });

  it('in another currency are left out, converted ones are not', () => {
    const { statements, problems } = readOfx(
      file(
        trn('<DTPOSTED>20261120<TRNAMT>5<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>') +
          trn('<DTPOSTED>20261120<TRNAMT>6<ORIGCURRENCY><CURRATE>1.1<CURSYM>USD</ORIGCURRENCY>'),
      ),
    );
    expect(statements[0]?.lines.map(({ amountCents }) => amountCents)).toEqual([600]);
    expect(problems).toMatchObject([{ kind: 'unreadable-line', severity: 'error', line: 5 }]);
  });

  it('that are not booked yet are counted, not read', () => {
    const { statements, problems } = readOfx(
      file('', '<BANKTRANLISTP><STMTTRNP><TRNAMT>5</STMTTRNP><STMTTRNP><TRNAMT>6</STMTTRNP></BANKTRANLISTP>'),
    );
    expect(statements[0]?.lines).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'pending-left-out', severity: 'warning' }]);
    expect(problems[0]?.message).toContain('2\u00a0mouvements');
  });
});

describe('statements of OFX', () => {
  it('have account, period and closing balance', () => {
    const balance =
      '<LEDGERBAL><BALAMT>-12,30<DTASOF>20261201080000</LEDGERBAL><AVAILBAL><BALAMT>99<DTASOF>20261201</AVAILBAL>';
    expect(readOfx(file('', balance))).toEqual({
      statements: [
        {
          format: 'ofx',
          account: '300060001812345678901',
          currency: 'EUR',
          openingOn: '2026-11-01',
          closingOn: '2026-12-01',
          closingCents: -1_230,
          lines: [],
        },
      ],
      problems: [],
    });
  });

  it('are named by the IBAN where ACCTID is one', () => {
    const text = file('').replace('12345678901', 'FR14 2004 1010 0505 0001 3M02 606');
    expect(readOfx(text).statements[0]?.account).toBe('FR1420041010050500013M02606');
  });

  it('that are cut off are no whole ones', () => {
    const text = file(
      trn('<DTPOSTED>20261120<TRNAMT>123.45<NAME>A') + trn('<DTPOSTED>20261120<TRNAMT>2<NAME>B'),
    );
    for (let length = text.indexOf('<OFX>'); length < text.length; length += 1) {
      const { problems } = readOfx(text.slice(0, length));
      expect(
        problems.some(({ severity }) => severity === 'error'),
        String(length),
      ).toBe(true);
    }
  });

  it('tell a refusal of the bank, a securities statement and a list of accounts from a statement', () => {
    const inside = (text: string) => readOfx(`<OFX>${text}</OFX>`);
    const refusal = inside('<SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Code faux</STATUS></SONRS>');
    expect(refusal.problems[0]?.message).toContain('«\u00a0Code faux\u00a0»');
    expect(inside('<INVSTMTRS></INVSTMTRS>').problems[0]?.message).toContain('relevé de titres');
    expect(inside('<ACCTINFORS></ACCTINFORS>').problems[0]?.message).toContain('liste de comptes');
    expect(inside('').problems[0]?.kind).toBe('not-a-statement');
  });
});

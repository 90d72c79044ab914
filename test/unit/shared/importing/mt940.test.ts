import { describe, expect, it } from 'vitest';
import { readMt940 } from '../../../../shared/importing/mt940.ts';

const read = (...lines: readonly string[]) => readMt940(lines.join('\r\n'));
const around = (...lines: readonly string[]) =>
  read(':20:S', ':25:FR1420041010050500013M02606', ':28C:1/1', ':60F:C261119EUR100,00', ...lines);

describe('movements of MT940', () => {
  it('are read with entry date, type, references and the text after them', () => {
    const { statements, problems } = around(
      ':61:2612310102C1512,4NTRFFA2026000123//BANK1',
      'SUITE',
      ':86:VIR SEPA RECU',
      'CLIENT MARTIN',
      ':62F:C270102EUR1612,40',
      '-',
    );
    expect(problems).toEqual([]);
    expect(statements).toEqual([
      {
        format: 'mt940',
        account: 'FR1420041010050500013M02606',
        currency: 'EUR',
        openingCents: 10_000,
        closingCents: 161_240,
        openingOn: '2026-11-19',
        closingOn: '2027-01-02',
        lines: [
          {
            // The entry date has no year: valued on 31 December, entered in January.
            bookedOn: '2027-01-02',
            valueOn: '2026-12-31',
            amountCents: 151_240,
            label: 'VIR SEPA RECU\nCLIENT MARTIN\nSUITE',
            reference: 'FA2026000123',
            bankId: 'BANK1',
            bankCode: 'NTRF',
            fileLine: 5,
          },
        ],
      },
    ]);
  });

  it('know reversals, funds letters, and leave expected movements out', () => {
    const { statements, problems } = around(
      ':61:261120RCR50,00NTRFX',
      ':61:261120RD20,NTRFX',
      ':61:261120EC99,00NTRFX',
      ':61:261120DR5,5NCHGNONREF',
      ':62F:C261120EUR64,50',
    );
    expect(statements[0]?.lines.map(({ amountCents, returnReason }) => [amountCents, returnReason])).toEqual([
      [-5_000, 'RC'],
      [2_000, 'RD'],
      [-550, undefined],
    ]);
    expect(problems).toMatchObject([{ kind: 'pending-left-out', severity: 'warning', statement: 0 }]);
  });

  it('are left out with a word where amount or date cannot be read', () => {
    const { statements, problems } = around(
      ':61:261120C100NTRFX',
      ':61:261120C1,005NTRFX',
      ':61:261131C1,00NTRFX',
      ':61:rubbish',
      ':86:text of nothing',
      ':62F:C261120EUR100,00',
    );
    expect(statements[0]?.lines).toEqual([]);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['not-an-amount', 5],
      ['too-precise-amount', 6],
      ['impossible-date', 7],
      ['unreadable-line', 8],
    ]);
  });

  it('take name, account and reference of structured text', () => {
    const { statements } = around(
      ':61:261120C1,00NTRFKREF+',
      ':86:166?00VIREMENT RECU?20EREF+FA-2026-0012?21SVWZ+Reglement facture 12?31FR14200410100505000',
      '13M02606?32MENUISERIE MARTIN ET FILS S?33ARL',
      ':62F:C261120EUR101,00',
    );
    expect(statements[0]?.lines[0]).toMatchObject({
      label: 'VIREMENT RECU\nEREF+FA-2026-0012\nSVWZ+Reglement facture 12',
      counterparty: 'MENUISERIE MARTIN ET FILS SARL',
      counterpartyIban: 'FR1420041010050500013M02606',
      reference: 'FA-2026-0012',
    });
  });

  it('take name, account and reference from words between slashes', () => {
    const { statements } = around(
      ':61:261120C1,00NTRFNONREF',
      // 65 characters to a line: the name goes on in the next.
      ':86:/TRTP/SEPA OVERBOEKING/IBAN/FR1420041010050500013M02606/NAME/MENU',
      'ISERIE MARTIN/REMI/FACTURE 12/EREF/NOTPROVIDED',
      '/RFB/FA-2026-0012',
      'MERCI',
      ':62F:C261120EUR101,00',
    );
    const line = statements[0]?.lines[0];
    expect(line).toMatchObject({
      counterparty: 'MENUISERIE MARTIN',
      counterpartyIban: 'FR1420041010050500013M02606',
      reference: 'FA-2026-0012',
    });
    expect(line?.label).toContain('FACTURE 12');
  });
});

describe('statements of MT940', () => {
  it('have the IBAN alone as account, whatever stands round it', () => {
    const account = (value: string) =>
      read(':20:S', `:25:${value}`, ':60F:C261119EUR1,', ':62F:C261119EUR1,').statements[0]?.account;
    expect(account('BNPAFRPP/FR14 2004 1010 0505 0001 3M02 606')).toBe('FR1420041010050500013M02606');
    expect(account('FR1420041010050500013M02606EUR')).toBe('FR1420041010050500013M02606');
    expect(account('50880050/0194787400888')).toBe('50880050/0194787400888');
  });

  it('may follow one another without a new :20:, as pages do', () => {
    const { statements, problems } = read(
      ':20:S',
      ':25:ACC',
      ':60F:C261119EUR0,00',
      ':61:261119C1,00NTRFX',
      ':62M:C261119EUR1,00',
      ':60M:C261119EUR1,00',
      ':61:261119C1,00NTRFX',
      ':62F:C261119EUR2,00',
    );
    expect(problems).toEqual([]);
    expect(statements.map(({ account, closingCents }) => [account, closingCents])).toEqual([
      ['ACC', 100],
      ['ACC', 200],
    ]);
  });

  it('without closing balance, account or beginning are no whole ones', () => {
    expect(around(':61:261120C1,00NTRFX').problems).toMatchObject([{ kind: 'cut-off', severity: 'error' }]);
    expect(read(':20:S', ':60F:C261119EUR1,', ':62F:C261119EUR1,')).toMatchObject({
      statements: [],
      problems: [{ kind: 'damaged', severity: 'error' }],
    });
    expect(read(':20:S', ':25:ACC')).toMatchObject({ statements: [], problems: [{ kind: 'cut-off' }] });
    expect(read(':61:261120C1,00NTRFX', ':62F:C261119EUR1,')).toMatchObject({
      statements: [],
      problems: [{ kind: 'broken-sequence' }, { kind: 'broken-sequence' }],
    });
  });

  it('with balances in two currencies do not add up', () => {
    const { statements, problems } = around(':62F:C261120USD100,00');
    expect(statements).toMatchObject([{ currency: 'EUR', closingCents: 10_000, closingCurrency: 'USD' }]);
    expect(problems).toMatchObject([{ kind: 'does-not-add-up', severity: 'error', statement: 0 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { bankFileKind } from '../../../../shared/importing/bank-file-kind.ts';
import { largestBankFile, readBankStatement } from '../../../../shared/importing/bank-statement.ts';
import { utf8Bytes } from './fixture.ts';

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index += 1) {
    bytes[2 + index * 2] = text.charCodeAt(index) & 0xff;
    bytes[3 + index * 2] = text.charCodeAt(index) >> 8;
  }
  return bytes;
};
const swift = ':20:S\r\n:25:ACC\r\n:60F:C261119EUR1,00\r\n:62F:C261119EUR1,00\r\n';
const ofx = '<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM></STMTRS></OFX>';

describe('the kind of a bank file', () => {
  it('is told by its content', () => {
    expect(bankFileKind(`\r\n${swift}`)).toBe('mt940');
    expect(bankFileKind(`{1:F01BANK}{2:O940}{4:\r\n${swift}-}`)).toBe('mt940');
    expect(bankFileKind(ofx)).toBe('ofx');
    expect(bankFileKind('OFXHEADER:100\nDATA:OFXSGML\n')).toBe('ofx');
    expect(bankFileKind('<?xml version="1.0"?><Document/>')).toBe('camt053');
    expect(bankFileKind('<ns2:Document xmlns:ns2="urn:x">')).toBe('camt053');
    expect(bankFileKind(`0130006    00018EUR2 12345678901  191126${' '.repeat(80)}`)).toBe('cfonb120');
    expect(bankFileKind(`\n0430006    00018     12345678901  191126`)).toBe('cfonb120');
    expect(bankFileKind('01234567;VIR;12,00\n')).toBe('other');
    expect(bankFileKind('Date;Libellé;Montant\n20/11/2026;VIR;12,00\n')).toBe('other');
  });

  it('is the same in every encoding', () => {
    expect(readBankStatement(utf16(swift)).statements).toMatchObject([{ format: 'mt940', account: 'ACC' }]);
    expect(readBankStatement(utf8Bytes(ofx)).statements).toMatchObject([{ format: 'ofx', account: '1' }]);
  });

  it('falls back on tables', () => {
    const csv = 'Date;Libellé;Montant\n20/11/2026;VIR SEPA RECU MARTIN;1512,40\n21/11/2026;PRLV EDF;-80,00\n';
    expect(readBankStatement(utf8Bytes(csv)).statements).toMatchObject([
      { format: 'csv', lines: [{ amountCents: 151_240 }, { amountCents: -8_000 }] },
    ]);
  });
});

describe('files that are no statement', () => {
  const refusal = (bytes: Uint8Array) => {
    const { statements, problems } = readBankStatement(bytes, { fileName: 'releve.txt' });
    expect(statements).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
    return [problems[0]?.kind, problems[0]?.message] as const;
  };

  it('are refused with what they are and what to do', () => {
    expect(refusal(new Uint8Array())[0]).toBe('empty-file');
    expect(refusal(utf8Bytes(' \r\n\t '))[0]).toBe('empty-file');
    expect(refusal(utf8Bytes('%PDF-1.7\n'))[1]).toContain('document PDF');
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0))[1]).toContain('archive');
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))[1]).toContain('.xls');
    expect(refusal(utf8Bytes('<html><body><table><tr><td>1</td></tr></table></body></html>'))[1]).toContain(
      'page web',
    );
    expect(refusal(utf8Bytes('!Type:Bank\nD20/11/2026\nT12.00\n^\n'))).toEqual([
      'other-message',
      'Ce fichier est au format QIF, qui ne dit ni le compte ni la devise. Téléchargez le relevé au format OFX ou CFONB 120.',
    ]);
    expect(refusal(utf8Bytes(':20:S\n:25:ACC\n:28C:1\n:34F:EUR0,\n:61:261120C1,00NTRFX\n'))[1]).toContain(
      'MT942',
    );
    expect(refusal(utf8Bytes(`3100000120181220E${' '.repeat(223)}\n`))[1]).toContain('CFONB');
    expect(
      refusal(utf8Bytes('<Invoice xmlns="urn:oasis:names:specification:ubl"><ID>1</ID></Invoice>'))[1],
    ).toContain('facture électronique');
    expect(refusal(Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 32))[0]).toBe(
      'not-a-statement',
    );
    expect(refusal(new Uint8Array(largestBankFile + 1))[0]).toBe('too-big');
  });

  it('with thousands of faults give a list that can be shown', () => {
    const stray = `0430006    00018EUR2 12345678901  191126${' '.repeat(80)}\n`;
    const { problems } = readBankStatement(utf8Bytes(stray.repeat(3000)));
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)?.message).toBe('1\u202F502\u00A0autres problèmes dans ce fichier.');
  });
});

import type { BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';
import { decimalAmount, xmlText } from './xml-text.ts';

export interface OfxStyle {
  /** 1 = SGML whose values are never closed, 2 = XML. */
  readonly version: 1 | 2;
  readonly decimal: ',' | '.';
  readonly lineEnd: '\n' | '\r\n';
}

const header = (version: 1 | 2): readonly string[] =>
  version === 1
    ? ['OFXHEADER:100', 'DATA:OFXSGML', 'VERSION:102', 'ENCODING:UTF-8', 'CHARSET:NONE', '']
    : [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
      ];

/** A statement as a bank writes it in OFX; the account is bank (5), branch (5) and number. */
export const ofxFile = (statements: readonly BankStatement[], style: OfxStyle): string => {
  const value = (name: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [`<${name}>${xmlText(text)}${style.version === 2 ? `</${name}>` : ''}`];
  const compactDay = (day: string | undefined, rest = ''): string | undefined =>
    day === undefined ? undefined : day.replaceAll('-', '') + rest;
  const movement = (line: BankStatementLine): readonly string[] => {
    const [name, memo] = line.label.split('\n');
    return [
      '<STMTTRN>',
      ...value('TRNTYPE', line.bankCode),
      ...value('DTPOSTED', compactDay(line.bookedOn, '120000.000[+1:CET]')),
      ...value('DTAVAIL', compactDay(line.valueOn)),
      ...value('TRNAMT', decimalAmount(line.amountCents, style.decimal)),
      ...value('FITID', line.bankId),
      ...value('REFNUM', line.reference),
      ...value('NAME', name),
      ...value('MEMO', memo),
      '</STMTTRN>',
    ];
  };
  const body = statements.flatMap((statement) => [
    '<STMTTRNRS>',
    '<STMTRS>',
    ...value('CURDEF', statement.currency),
    '<BANKACCTFROM>',
    ...value('BANKID', statement.account.slice(0, 5)),
    ...value('BRANCHID', statement.account.slice(5, 10)),
    ...value('ACCTID', statement.account.slice(10)),
    '</BANKACCTFROM>',
    '<BANKTRANLIST>',
    ...value('DTSTART', compactDay(statement.openingOn)),
    ...statement.lines.flatMap(movement),
    '</BANKTRANLIST>',
    '<LEDGERBAL>',
    ...value('BALAMT', decimalAmount(statement.closingCents ?? 0, style.decimal)),
    ...value('DTASOF', compactDay(statement.closingOn)),
    '</LEDGERBAL>',
    '</STMTRS>',
    '</STMTTRNRS>',
  ]);
  const lines = [
    ...header(style.version),
    '<OFX>',
    '<BANKMSGSRSV1>',
    ...body,
    '</BANKMSGSRSV1>',
    '</OFX>',
    '',
  ];
  return lines.join(style.lineEnd);
};

import type { BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';
import { decimalAmount } from './xml-text.ts';

export interface SwiftStyle {
  readonly lineEnd: '\n' | '\r\n';
  /** Blocks of the SWIFT network round each message. */
  readonly envelope: boolean;
  /** `?20…` sub-fields in :86:, else free text. */
  readonly structured: boolean;
}

const swiftDay = (day: string | undefined): string => (day ?? '').slice(2).replaceAll('-', '');
const amount = (amountCents: number): string => decimalAmount(Math.abs(amountCents), ',');
const mark = (amountCents: number): string => (amountCents < 0 ? 'D' : 'C');

/** 65 characters to a line, as the network wants it. */
const wrapped = (text: string): readonly string[] => text.match(/.{1,65}/gs) ?? [''];

const pieces = (text: string, first: number): string =>
  (text.match(/.{1,27}/gs) ?? []).map((piece, index) => `?${first + index}${piece}`).join('');

const information = (line: BankStatementLine, structured: boolean): readonly string[] => {
  if (!structured) return line.label.split('\n');
  const [operation = '', ...remittance] = line.label.split('\n');
  const [name = ''] = [line.counterparty];
  const whole = `166?00${operation}${remittance.map((text, index) => pieces(text, 20 + index * 3)).join('')}`;
  const account = line.counterpartyIban === undefined ? '' : `?31${line.counterpartyIban}`;
  return wrapped(`${whole}${account}${pieces(name, 32)}`);
};

/** A statement as a bank writes it in MT940. */
export const swiftMessage = (statement: BankStatement, style: SwiftStyle): string => {
  const { account, currency, openingCents = 0, closingCents = 0, openingOn, closingOn, lines } = statement;
  const balance = (tag: string, amountCents: number, day: string | undefined): string =>
    `:${tag}:${mark(amountCents)}${swiftDay(day)}${currency}${amount(amountCents)}`;
  const body = [
    ':20:STARTUMS',
    `:25:${account}`,
    ':28C:00001/001',
    balance('60F', openingCents, openingOn),
    ...lines.flatMap((line) => {
      const isReversal = line.returnReason !== undefined;
      const sign = isReversal ? (line.amountCents < 0 ? 'RC' : 'RD') : mark(line.amountCents);
      const valueOn = line.valueOn ?? line.bookedOn;
      const bank = line.bankId === undefined ? '' : `//${line.bankId}`;
      const [first = '', ...more] = information(line, style.structured);
      return [
        `:61:${swiftDay(valueOn)}${swiftDay(line.bookedOn).slice(2)}${sign}R${amount(line.amountCents)}${line.bankCode ?? 'NMSC'}${line.reference ?? 'NONREF'}${bank}`,
        `:86:${first}`,
        ...more,
      ];
    }),
    balance('62F', closingCents, closingOn),
  ];
  const all = style.envelope
    ? ['{1:F01BANKFRPPXXXX0000000000}{2:O940BANKFRPPXXXXN}{3:}{4:', ...body, '-}{5:}']
    : [...body, '-'];
  return all.join(style.lineEnd) + style.lineEnd;
};

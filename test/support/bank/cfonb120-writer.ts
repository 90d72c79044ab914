import type { BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';

/** Thirteen digits and the sign that carries the fourteenth: how CFONB 120 writes an amount. */
export const cfonbAmountField = (amountCents: number): string => {
  const digits = String(Math.abs(amountCents)).padStart(14, '0');
  const signs = amountCents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI';
  return digits.slice(0, 13) + signs.charAt(Number(digits.charAt(13)));
};

const french = (day: string): string => day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4);

interface Account {
  readonly bank: string;
  readonly branch: string;
  readonly number: string;
  readonly currency: string;
}

const accountOf = ({ account, currency }: BankStatement): Account => ({
  bank: account.slice(0, 5),
  branch: account.slice(5, 10),
  number: account.slice(10),
  currency,
});

/** A record with its zones at their positions (from 1); the rest is blank. */
const record = (code: string, account: Account, zones: readonly (readonly [number, string])[]): string => {
  const characters = Array.from({ length: 120 }, () => ' ');
  const put = (position: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1)
      characters[position - 1 + index] = text.charAt(index);
  };
  put(1, code);
  put(3, account.bank);
  put(12, account.branch);
  put(17, account.currency);
  put(20, '2');
  put(22, account.number);
  for (const [position, text] of zones) put(position, text);
  return characters.join('');
};

const movementRecords = (account: Account, line: BankStatementLine): readonly string[] => {
  const day = french(line.bookedOn);
  const [label = '', ...details] = line.label.split('\n');
  const detail = (qualifier: string, text: string): string =>
    record('05', account, [
      [33, line.bankCode ?? ''],
      [35, day],
      [46, qualifier],
      [49, text],
    ]);
  return [
    record('04', account, [
      [33, line.bankCode ?? ''],
      [35, day],
      [41, line.returnReason ?? ''],
      [43, line.valueOn === undefined ? '000000' : french(line.valueOn)],
      [49, label],
      [82, line.bankId ?? '0000000'],
      [91, cfonbAmountField(line.amountCents)],
      [105, line.reference ?? ''],
    ]),
    ...details.map((text) => detail('LIB', text)),
    ...(line.counterparty === undefined ? [] : [detail('NPY', line.counterparty)]),
  ];
};

/** A statement as a bank writes it in CFONB 120; both balances are needed. */
export const cfonbRecordsOf = (statement: BankStatement): readonly string[] => {
  const account = accountOf(statement);
  const balance = (code: string, day: string | undefined, amountCents: number | undefined): string =>
    record(code, account, [
      [35, french(day ?? '')],
      [91, cfonbAmountField(amountCents ?? 0)],
    ]);
  return [
    balance('01', statement.openingOn, statement.openingCents),
    ...statement.lines.flatMap((line) => movementRecords(account, line)),
    balance('07', statement.closingOn, statement.closingCents),
  ];
};

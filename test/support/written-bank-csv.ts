import { formatDay, formatPlain } from '../unit/shared/importing/written-values.ts';

/** A movement as it should be read again. */
export interface WrittenMovement {
  readonly bookedOn: string;
  readonly amountCents: number;
  readonly label: string;
}

/** How a bank writes its table. */
export interface BankCsvStyle {
  readonly delimiter: ';' | ',' | '\t';
  readonly decimal: ',' | '.';
  readonly group: '' | ' ' | '\u00a0';
  readonly order: 'dmy' | 'ymd';
  readonly separator: '/' | '.' | '-';
  readonly lineEnd: '\n' | '\r\n';
  readonly amounts: 'signed' | 'debit-credit' | 'signed-debit' | 'side';
  readonly hasBalance: boolean;
  readonly newestFirst: boolean;
  readonly titles: 'french' | 'english' | 'german';
  readonly preamble: boolean;
  readonly quoteAll: boolean;
}

const titles = {
  french: {
    day: 'Date',
    label: 'Libellé',
    amount: 'Montant',
    debit: 'Débit',
    credit: 'Crédit',
    side: 'Sens',
    balance: 'Solde',
  },
  english: {
    day: 'Booking date',
    label: 'Description',
    amount: 'Amount',
    debit: 'Debit',
    credit: 'Credit',
    side: 'D/C',
    balance: 'Balance',
  },
  german: {
    day: 'Buchungstag',
    label: 'Buchungstext',
    amount: 'Betrag',
    debit: 'Soll',
    credit: 'Haben',
    side: 'S/H',
    balance: 'Saldo',
  },
} as const;

/**
 * Writes movements as a bank's CSV file in a style; the inverse of what `readBankCsv` reads.
 * @param movements oldest first.
 * @returns the text, and the movements in the order of the file.
 */
export const writtenBankCsv = (
  movements: readonly WrittenMovement[],
  openingCents: number,
  style: BankCsvStyle,
): { readonly text: string; readonly inFile: readonly WrittenMovement[] } => {
  const words = titles[style.titles];
  const cell = (text: string): string =>
    style.quoteAll || /["\r\n;,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const amount = (cents: number): string => formatPlain(cents, style.decimal, style.group);
  let balance = openingCents;
  const rows = movements.map((movement) => {
    const { amountCents, bookedOn, label } = movement;
    balance += amountCents;
    const out = amountCents < 0;
    const figures = {
      signed: [amount(amountCents)],
      'debit-credit': out ? [amount(-amountCents), ''] : ['', amount(amountCents)],
      'signed-debit': out ? [amount(amountCents), ''] : ['', amount(amountCents)],
      side: [amount(Math.abs(amountCents)), style.titles === 'german' ? (out ? 'S' : 'H') : out ? 'D' : 'C'],
    }[style.amounts];
    return {
      movement,
      cells: [
        formatDay(bookedOn, style.order, style.separator),
        label,
        ...figures,
        ...(style.hasBalance ? [amount(balance)] : []),
      ],
    };
  });
  if (style.newestFirst) rows.reverse();
  const header = [
    words.day,
    words.label,
    ...{
      signed: [words.amount],
      'debit-credit': [words.debit, words.credit],
      'signed-debit': [words.debit, words.credit],
      side: [words.amount, words.side],
    }[style.amounts],
    ...(style.hasBalance ? [words.balance] : []),
  ];
  const above = style.preamble
    ? [['Numéro de compte', '12345678901'], ['Devise', 'EUR'], ['']].map((cells) =>
        cells.map(cell).join(style.delimiter),
      )
    : [];
  const lines = [
    ...above,
    ...[header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cell).join(style.delimiter)),
    '',
  ];
  return { text: lines.join(style.lineEnd), inFile: rows.map(({ movement }) => movement) };
};

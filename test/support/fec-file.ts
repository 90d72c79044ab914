/** One line of an entry; amounts in cents, debit − credit. */
export interface FecFileLine {
  readonly account: string;
  readonly accountName?: string;
  readonly auxiliary?: string;
  readonly customer?: string;
  readonly cents: number;
  /** Written in the debit column even where it is negative, as some programs write credit notes. */
  readonly inDebit?: boolean;
  readonly letter?: string;
}

/** One entry; days YYYYMMDD. */
export interface FecFileEntry {
  readonly journal: string;
  readonly journalName: string;
  readonly number: string;
  readonly on: string;
  readonly piece: string;
  readonly pieceOn?: string;
  readonly label: string;
  /** Empty: not validated yet. */
  readonly validOn?: string;
  readonly lines: readonly FecFileLine[];
}

/** How a program writes the file. */
export interface FecFileStyle {
  readonly separator: string;
  readonly lineEnd: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'iso-8859-15' | 'utf-16le' | 'utf-16le-bare';
  readonly amounts: 'debit-credit' | 'D-C' | 'plus-minus';
  /** Fields after the eighteenth, as the cash-basis variants have them. */
  readonly extraFields: 0 | 3 | 4;
  /** Order of the fields, as a permutation of their positions; the order of the law where undefined. */
  readonly order?: readonly number[];
  readonly trailingSeparator: boolean;
  readonly signLast: boolean;
  readonly decimal: ',' | '.';
  readonly grouping: '' | '\u00a0' | '\u202f' | ' ';
  readonly padTo: number;
  readonly lastLineEnd: boolean;
}

export const plainFecStyle: FecFileStyle = {
  separator: '\t',
  lineEnd: '\r\n',
  encoding: 'utf-8',
  amounts: 'debit-credit',
  extraFields: 0,
  trailingSeparator: false,
  signLast: false,
  decimal: ',',
  grouping: '',
  padTo: 0,
  lastLineEnd: true,
};

const extraNames = ['DateRglt', 'ModeRglt', 'NatOp', 'IdClient'];

const amountText = (value: number, style: FecFileStyle): string => {
  const digits = String(Math.abs(value)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, style.grouping);
  const sign = value < 0 ? '-' : '';
  const body = `${whole}${style.decimal}${digits.slice(-2)}`;
  return (style.signLast ? `${body}${sign}` : `${sign}${body}`).padStart(style.padTo);
};

const byteOf1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, œ: 0x9c };
const byteOf15: Readonly<Record<string, number>> = { '€': 0xa4, œ: 0xbd };

/** Encodes a text; a character that the set lacks becomes « ? ». */
export const encodedText = (text: string, encoding: FecFileStyle['encoding']): Uint8Array => {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16le-bare': {
      const marked = encoding === 'utf-16le' ? `\ufeff${text}` : text;
      const bytes = new Uint8Array(marked.length * 2);
      for (let at = 0; at < marked.length; at += 1) {
        bytes[at * 2] = marked.charCodeAt(at) & 0xff;
        bytes[at * 2 + 1] = marked.charCodeAt(at) >> 8;
      }
      return bytes;
    }
    default: {
      const table = encoding === 'windows-1252' ? byteOf1252 : byteOf15;
      return Uint8Array.from(text, (character) => {
        const code = character.charCodeAt(0);
        return table[character] ?? (code < 0x100 ? code : 63);
      });
    }
  }
};

const fieldsOf = (entry: FecFileEntry, line: FecFileLine, style: FecFileStyle): readonly string[] => {
  const inDebit = line.inDebit ?? line.cents > 0;
  const sides =
    style.amounts === 'debit-credit'
      ? [amountText(inDebit ? line.cents : 0, style), amountText(inDebit ? 0 : -line.cents, style)]
      : [
          amountText(inDebit ? line.cents : -line.cents, style),
          style.amounts === 'D-C' ? (inDebit ? 'D' : 'C') : inDebit ? '+1' : '-1',
        ];
  return [
    entry.journal,
    entry.journalName,
    entry.number,
    entry.on,
    line.account,
    line.accountName ?? 'Compte',
    line.auxiliary ?? '',
    line.customer ?? '',
    entry.piece,
    entry.pieceOn ?? entry.on,
    entry.label,
    ...sides,
    line.letter ?? '',
    '',
    entry.validOn ?? entry.on,
    '',
    '',
    ...extraNames.slice(0, style.extraFields).map((name) => (name === 'DateRglt' ? entry.on : '')),
  ];
};

/** Names of the fields as a style has them, in the order of the law. */
export const fecFileHeader = (style: FecFileStyle = plainFecStyle): readonly string[] => [
  ...'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib'.split(
    ' ',
  ),
  ...(style.amounts === 'debit-credit' ? ['Debit', 'Credit'] : ['Montant', 'Sens']),
  ...'EcritureLet DateLet ValidDate Montantdevise Idevise'.split(' '),
  ...extraNames.slice(0, style.extraFields),
];

/** The text of a FEC, as a program of that style writes it. */
export const fecFileText = (
  entries: readonly FecFileEntry[],
  style: FecFileStyle = plainFecStyle,
): string => {
  const quotes = style.separator === ',' || style.separator === ';';
  const row = (cells: readonly string[]): string => {
    const ordered = style.order ? style.order.map((position) => cells[position] ?? '') : cells;
    const written = ordered.map((cell) =>
      quotes && (cell.includes(style.separator) || cell.includes('"'))
        ? `"${cell.replaceAll('"', '""')}"`
        : cell,
    );
    return written.join(style.separator) + (style.trailingSeparator ? style.separator : '');
  };
  const rows = [
    row(fecFileHeader(style)),
    ...entries.flatMap((entry) => entry.lines.map((line) => row(fieldsOf(entry, line, style)))),
  ];
  return rows.join(style.lineEnd) + (style.lastLineEnd ? style.lineEnd : '');
};

/** The bytes of a FEC. */
export const fecFile = (entries: readonly FecFileEntry[], style: FecFileStyle = plainFecStyle): Uint8Array =>
  encodedText(fecFileText(entries, style), style.encoding);

/** A sale of 20 % VAT on the account of a customer. */
export const saleEntry = (
  number: string,
  on: string,
  customer: readonly [code: string, name: string],
  piece: string,
  cents: number,
  letter = '',
): FecFileEntry => {
  const net = Math.round(cents / 1.2);
  return {
    journal: 'VE',
    journalName: 'Ventes',
    number,
    on,
    piece,
    label: `Facture ${piece}`,
    lines: [
      {
        account: '411000',
        accountName: 'Clients',
        auxiliary: customer[0],
        customer: customer[1],
        cents,
        letter,
      },
      { account: '706000', accountName: 'Prestations', cents: -net },
      { account: '445710', accountName: 'TVA collectée', cents: net - cents },
    ],
  };
};

/** Money received from a customer. */
export const receiptEntry = (
  number: string,
  on: string,
  customer: readonly [code: string, name: string],
  piece: string,
  cents: number,
  letter = '',
): FecFileEntry => ({
  journal: 'BQ',
  journalName: 'Banque',
  number,
  on,
  piece,
  label: `VIR ${customer[1]}`,
  lines: [
    { account: '512000', accountName: 'Banque', cents },
    {
      account: '411000',
      accountName: 'Clients',
      auxiliary: customer[0],
      customer: customer[1],
      cents: -cents,
      letter,
    },
  ],
});

/** The opening entry of a year: one line a document, and its counterpart. */
export const openingEntry = (
  on: string,
  lines: readonly (readonly [
    code: string,
    name: string,
    piece: string,
    pieceOn: string,
    cents: number,
    letter?: string,
  ])[],
): readonly FecFileEntry[] => [
  ...lines.map(([auxiliary, customer, piece, pieceOn, cents, letter = '']) => ({
    journal: 'AN',
    journalName: 'À nouveaux',
    number: '1',
    on,
    piece,
    pieceOn,
    label: 'Report à nouveau',
    lines: [{ account: '411000', accountName: 'Clients', auxiliary, customer, cents, letter }],
  })),
  {
    journal: 'AN',
    journalName: 'À nouveaux',
    number: '1',
    on,
    piece: 'AN',
    label: 'Report à nouveau',
    lines: [
      { account: '120000', accountName: 'Résultat', cents: -lines.reduce((sum, line) => sum + line[4], 0) },
    ],
  },
];

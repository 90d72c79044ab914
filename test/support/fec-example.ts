import { type FecFileEntry, openingEntry, receiptEntry, saleEntry } from './fec-file.ts';

export const martin = ['CMARTIN', 'MARTIN SAS'] as const;
export const dupre = ['CDUPRE', 'DUPRE'] as const;

const transfer: FecFileEntry = {
  journal: 'OD',
  journalName: 'Opérations diverses',
  number: '70',
  on: '20260630',
  piece: 'FA2025-100',
  pieceOn: '20250601',
  label: 'Transfert douteux',
  lines: [
    {
      account: '416000',
      accountName: 'Clients douteux',
      auxiliary: 'CBROKE',
      customer: 'BROKE SARL',
      cents: 96_000,
    },
    { account: '471000', accountName: 'Attente', cents: -96_000 },
  ],
};

const advance: FecFileEntry = {
  journal: 'BQ',
  journalName: 'Banque',
  number: '71',
  on: '20260701',
  piece: 'ACPT1',
  label: 'Acompte',
  lines: [
    { account: '512000', accountName: 'Banque', cents: 50_000 },
    {
      account: '419100',
      accountName: 'Acomptes clients',
      auxiliary: 'CLEFEV',
      customer: 'LEFEVRE',
      cents: -50_000,
    },
  ],
};

/** The worked example of law-and-formats.md 9.5, with the counterparts that make it balance. */
export const exampleEntries: readonly FecFileEntry[] = [
  ...openingEntry('20260101', [['CMARTIN', 'MARTIN SAS', 'FA2025-310', '20251120', 120_000]]),
  saleEntry('12', '20260115', martin, 'FA2026-001', 240_000, 'A'),
  receiptEntry('30', '20260220', martin, 'VIR0220', 240_000, 'A'),
  saleEntry('13', '20260210', martin, 'FA2026-014', 360_000),
  receiptEntry('44', '20260420', martin, 'VIR0420', 100_000),
  saleEntry('40', '20260515', martin, 'FA2026-040', 100_000, 'b'),
  receiptEntry('61', '20260620', martin, 'VIR0620', 70_000, 'b'),
  saleEntry('20', '20260305', dupre, 'FA2026-020', 85_000, 'A'),
  receiptEntry('41', '20260410', dupre, 'CHQ88', 85_000, 'A'),
  {
    ...saleEntry('21', '20260318', dupre, 'AV2026-002', -12_000),
    label: 'Avoir',
    lines: [
      {
        account: '411000',
        accountName: 'Clients',
        auxiliary: 'CDUPRE',
        customer: 'DUPRE',
        cents: -12_000,
        inDebit: true,
      },
      { account: '706000', cents: 10_000 },
      { account: '445710', cents: 2_000 },
    ],
  },
  saleEntry('25', '20260401', dupre, 'FA2026-031', 60_000),
  saleEntry('26', '20260402', dupre, 'FA2026-032', 20_000, 'b'),
  receiptEntry('52', '20260510', dupre, 'VIR0510', 50_000, 'b'),
  transfer,
  advance,
];

/** The same books with other letters: piece of the customer's line → letter; empty takes one away. */
export const withLetters = (
  entries: readonly FecFileEntry[],
  letters: Readonly<Record<string, string>>,
): readonly FecFileEntry[] =>
  entries.map((entry) => {
    const letter = letters[entry.piece];
    return letter === undefined
      ? entry
      : {
          ...entry,
          lines: entry.lines.map((line) => (line.auxiliary === undefined ? line : { ...line, letter })),
        };
  });

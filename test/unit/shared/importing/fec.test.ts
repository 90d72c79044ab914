import { describe, expect, it } from 'vitest';
import { looksLikeFec, readFec } from '../../../../shared/importing/fec.ts';
import { dropOpeningEntries } from '../../../../shared/importing/fec-opening.ts';
import {
  encodedText,
  type FecFileEntry,
  type FecFileStyle,
  fecFile,
  fecFileText,
  openingEntry,
  plainFecStyle,
  receiptEntry,
  saleEntry,
} from '../../../support/fec-file.ts';
import { utf8Bytes } from './fixture.ts';

const hotel = ['CHOTEL', 'Hôtel de l’Étang'] as const;
const works = ['CTRAV', 'Travaux Béranger'] as const;

const entries: readonly FecFileEntry[] = [
  ...openingEntry('20260101', [['CHOTEL', hotel[1], 'FA2025-90', '20251112', 90_000]]),
  saleEntry('1', '20260110', hotel, 'FA2026-1', 120_000, 'A'),
  receiptEntry('2', '20260212', hotel, 'VIR0212', 120_000, 'A'),
  saleEntry('3', '20260301', hotel, 'FA2026-2', 240_000, 'b'),
  receiptEntry('4', '20260402', hotel, 'VIR0402', 100_000, 'b'),
  saleEntry('5', '20260303', works, 'FA2026-3', 60_000, 'b'),
  receiptEntry('6', '20260410', works, 'CHQ 77', 100_000, 'b'),
  receiptEntry('7', '20260415', works, 'VIR0415', 25_000),
];

const brief = (bytes: Uint8Array) =>
  readFec(bytes).openItems.map((item) => [
    item.customerKey,
    item.pieceRef,
    item.pieceOn,
    item.cents,
    item.kind,
  ]);

const expected = [
  ['CHOTEL', 'FA2025-90', '2025-11-12', 90_000, 'invoice'],
  ['CHOTEL', 'FA2026-2', '2026-03-01', 140_000, 'invoice'],
  ['CTRAV', 'CHQ 77', '2026-04-10', -40_000, 'payment'],
  ['CTRAV', 'VIR0415', '2026-04-15', -25_000, 'payment'],
];

const styled = (style: Partial<FecFileStyle>): Uint8Array => fecFile(entries, { ...plainFecStyle, ...style });

describe('a file of accounting entries', () => {
  it('leaves open what has no letter and what is left of a group of one letter', () => {
    expect(brief(styled({}))).toEqual(expected);
    const read = readFec(styled({}));
    expect(read.controlCents).toBe(165_000);
    expect(read.openCents).toEqual({ '411': 165_000, '413': 0, '416': 0, '4191': 0 });
    expect(read.isWhole).toBe(true);
    expect(read.problems).toEqual([]);
  });

  it('never nets two customers who share a letter', () => {
    const read = readFec(styled({}));
    const shared = read.openItems.filter(({ letter }) => letter === 'b');
    expect(shared.map(({ customerKey, cents }) => [customerKey, cents])).toEqual([
      ['CHOTEL', 140_000],
      ['CTRAV', -40_000],
    ]);
  });

  it('says of what is left which invoice it is, what it was and when the part was paid', () => {
    const item = readFec(styled({})).openItems.find(({ pieceRef }) => pieceRef === 'FA2026-2');
    expect(item?.documents).toMatchObject([
      { pieceRef: 'FA2026-2', totalCents: 240_000, openCents: 140_000 },
    ]);
    expect(item?.lastCreditOn).toBe('2026-04-02');
  });

  it('takes part payments off the oldest invoices of a group, and names those that are settled', () => {
    const read = readFec(
      fecFile([
        saleEntry('1', '20260110', hotel, 'F1', 10_000, 'aa'),
        saleEntry('2', '20260120', hotel, 'F2', 20_000, 'aa'),
        saleEntry('3', '20260130', hotel, 'F3', 30_000, 'aa'),
        receiptEntry('4', '20260301', hotel, 'VIR', 15_000, 'aa'),
      ]),
    );
    expect(read.openItems).toHaveLength(1);
    expect(read.openItems[0]).toMatchObject({ cents: 45_000, pieceRef: 'F2', kind: 'invoice' });
    expect(
      read.openItems[0]?.documents.map(({ pieceRef, totalCents, openCents }) => [
        pieceRef,
        totalCents,
        openCents,
      ]),
    ).toEqual([
      ['F2', 20_000, 15_000],
      ['F3', 30_000, 30_000],
    ]);
    expect(read.closedDocuments).toMatchObject([
      { pieceRef: 'F1', totalCents: 10_000, settledOn: '2026-03-01' },
    ]);
  });

  const styles: Readonly<Record<string, Partial<FecFileStyle>>> = {
    'pipes and LF': { separator: '|', lineEnd: '\n' },
    'semicolons and CR alone': { separator: ';', lineEnd: '\r' },
    'commas with quoted amounts': { separator: ',' },
    'UTF-8 with mark': { encoding: 'utf-8-bom' },
    'UTF-16': { encoding: 'utf-16le' },
    'UTF-16 without mark': { encoding: 'utf-16le-bare' },
    'amount and side D/C': { amounts: 'D-C' },
    'amount and side +1/-1': { amounts: 'plus-minus', separator: '|' },
    '21 fields': { extraFields: 3 },
    '22 fields': { extraFields: 4 },
    'a separator at the end of each line': { trailingSeparator: true },
    'no line end at the end': { lastLineEnd: false },
    'the sign behind': { signLast: true },
    'padded zones': { padTo: 16 },
    'points and no-break spaces': { decimal: '.', grouping: '\u00a0' },
    'narrow no-break spaces': { grouping: '\u202f' },
    'fields in another order': { order: [4, 3, 2, 1, 0, 12, 11, 10, 9, 8, 7, 6, 5, 17, 16, 15, 14, 13] },
  };
  for (const [name, style] of Object.entries(styles)) {
    it(`is read with ${name}`, () => {
      const read = readFec(styled(style));
      expect(brief(styled(style))).toEqual(expected);
      expect(read.isWhole).toBe(true);
      expect(read.controlCents).toBe(165_000);
      expect(looksLikeFec(styled(style))).toBe(true);
    });
  }

  for (const encoding of ['windows-1252', 'iso-8859-15'] as const) {
    it(`keeps the accents of ${encoding}`, () => {
      const [item] = readFec(
        fecFile(
          [
            saleEntry(
              '1',
              '20260110',
              ['C1', 'Société Générale d’Éclairage à Évreux'.replace('’', "'")],
              'F1',
              1200,
            ),
          ],
          {
            ...plainFecStyle,
            encoding,
          },
        ),
      ).openItems;
      expect(item?.customerName).toBe("Société Générale d'Éclairage à Évreux");
    });
  }

  it('reads names of fields in capitals, with accents and spaces, and quotes of a spreadsheet', () => {
    const text = fecFileText(entries)
      .replace('Debit', ' DÉBIT ')
      .replace('Credit', '"Crédit"')
      .replace('EcritureLet', 'Ecriture Let')
      .replace('CompteNum', 'COMPTENUM')
      .replaceAll('1200,00', '"1200,00"');
    expect(brief(utf8Bytes(text))).toEqual(expected);
  });

  it('is known by its content only', () => {
    expect(looksLikeFec(utf8Bytes('Facture;Client;Montant\nF1;Martin;12,00\n'))).toBe(false);
    expect(looksLikeFec(utf8Bytes('Date;Libellé;Débit;Crédit\n01/01/2026;VIR;;12,00\n'))).toBe(false);
    expect(looksLikeFec(utf8Bytes(''))).toBe(false);
    expect(looksLikeFec(Uint8Array.of(0x25, 0x50, 0x44, 0x46))).toBe(false);
  });

  it('takes SIREN and closing day from a name that follows the law', () => {
    const of = (fileName: string) => {
      const { siren, closingOn } = readFec(styled({}), { fileName });
      return [siren, closingOn];
    };
    expect(of('732829320FEC20261231.txt')).toEqual(['732829320', '2026-12-31']);
    expect(of('export 73282932000074fec20261231 v2.csv')).toEqual(['732829320', '2026-12-31']);
    expect(of('732829321FEC20260231.txt')).toEqual([undefined, undefined]);
    expect(of('0000000001FEC20220831.txt')).toEqual([undefined, undefined]);
    expect(of('comptes.txt')).toEqual([undefined, undefined]);
  });

  it('knows each item again by the same identity when lines were added before it', () => {
    const [first] = readFec(fecFile(entries.slice(2)), { fileName: '732829320FEC20261231.txt' }).openItems;
    const all = readFec(fecFile(entries), { fileName: '732829320FEC20261231.txt' }).openItems;
    expect(first?.line).not.toBe(all.find(({ pieceRef }) => pieceRef === 'FA2026-2')?.line);
    expect(all.map(({ identity }) => identity)).toContain(first?.identity);
    expect(new Set(all.map(({ identity }) => identity)).size).toBe(all.length);
  });
});

describe('customer accounts beside 411', () => {
  const line = (account: string, cents: number, piece = 'F1', journal = 'OD'): FecFileEntry => ({
    journal,
    journalName: 'Opérations diverses',
    number: piece,
    on: '20260301',
    piece,
    label: 'Écriture',
    lines: [
      { account, auxiliary: 'C1', customer: 'Martin', cents },
      { account: '471000', cents: -cents },
    ],
  });

  it('keeps bills, doubtful debts and advances apart, and leaves 418 and 4198 aside', () => {
    const read = readFec(
      fecFile([
        line('411000', 10_000, 'F1'),
        line('413000', 20_000, 'LCR 4'),
        line('416000', 30_000, 'F2'),
        line('419100', -4_000, 'ACPT'),
        line('419000', -500, 'ACPT2'),
        line('418100', 7_000, 'FAE'),
        line('419800', -900, 'AAE'),
        line('401000', -9_000, 'ACHAT'),
      ]),
    );
    expect(read.openItems.map(({ accountGroup, kind, cents }) => [accountGroup, kind, cents])).toEqual([
      ['411', 'invoice', 10_000],
      ['413', 'bill', 20_000],
      ['416', 'invoice', 30_000],
      ['4191', 'advance', -4_000],
      ['4191', 'advance', -500],
    ]);
    expect(read.controlCents).toBe(10_000);
    expect(read.problems.find(({ kind }) => kind === 'set-aside')?.message).toContain('418');
  });

  it('takes the account itself for the customer where there is no auxiliary', () => {
    const read = readFec(
      fecFile([
        {
          ...line('411DUPONT', 5_000),
          lines: [
            { account: '411DUPONT', accountName: 'Dupont SARL', cents: 5_000 },
            { account: '706000', cents: -5_000 },
          ],
        },
      ]),
    );
    expect(read.openItems[0]).toMatchObject({ customerKey: '411DUPONT', customerName: 'Dupont SARL' });
    expect(read.problems.map(({ kind }) => kind)).not.toContain('no-auxiliary');
  });

  it('tells customers by their own numbered accounts', () => {
    const of = (account: string, name: string): FecFileEntry => ({
      ...line(account, 500),
      lines: [
        { account, accountName: name, cents: 500 },
        { account: '706000', cents: -500 },
      ],
    });
    const read = readFec(fecFile([of('411001', 'Martin'), of('411002', 'Dupré')]));
    expect(read.openItems.map(({ customerKey, customerName }) => [customerKey, customerName])).toEqual([
      ['411001', 'Martin'],
      ['411002', 'Dupré'],
    ]);
    expect(read.problems.map(({ kind }) => kind)).toEqual(['no-letters']);
  });

  it('says so when all customers stand on one account', () => {
    const read = readFec(
      fecFile([
        {
          ...line('411000', 1),
          lines: [
            { account: '411000', accountName: 'Clients', cents: 500 },
            { account: '706000', cents: -500 },
          ],
        },
      ]),
    );
    expect(read.problems.find(({ kind }) => kind === 'no-auxiliary')?.message).toContain('411000');
  });
});

describe('two years in a row', () => {
  it('drops the opening entries of customers whom the year before knows, and of no others', () => {
    const before = readFec(fecFile([saleEntry('1', '20251112', hotel, 'FA2025-90', 90_000)]));
    const after = readFec(
      fecFile([
        ...openingEntry('20260101', [
          ['CHOTEL', hotel[1], 'RAN', '20260101', 90_000],
          ['CTRAV', works[1], 'RAN', '20260101', 4_000],
        ]),
        saleEntry('2', '20260303', hotel, 'FA2026-3', 60_000),
      ]),
    );
    const { items, dropped } = dropOpeningEntries(after.openItems, before.openItems);
    expect(dropped.map(({ customerKey, cents }) => [customerKey, cents])).toEqual([['CHOTEL', 90_000]]);
    expect(items.map(({ customerKey, pieceRef, cents }) => [customerKey, pieceRef, cents])).toEqual([
      ['CTRAV', 'RAN', 4_000],
      ['CHOTEL', 'FA2026-3', 60_000],
    ]);
    expect(dropOpeningEntries(after.openItems, [])).toEqual({ items: after.openItems, dropped: [] });
  });
});

describe('what an amount is', () => {
  const kindOf = (
    journal: string,
    journalName: string,
    cents: number,
    piece: string,
    label: string,
    counterpart: string,
  ) =>
    readFec(
      fecFile([
        {
          journal,
          journalName,
          number: '1',
          on: '20260301',
          piece,
          label,
          lines: [
            { account: '411000', auxiliary: 'C1', customer: 'Martin', cents },
            { account: counterpart, cents: -cents },
          ],
        },
      ]),
    ).openItems[0]?.kind;

  it.each([
    ['VE', 'Ventes', 100, 'FA1', 'Facture', '706000', 'invoice'],
    ['VE', 'Ventes', -100, 'AV1', 'Avoir', '706000', 'credit-note'],
    ['BNP', 'BNP Paribas', -100, 'R1', 'Martin', '512000', 'payment'],
    ['XY', 'Divers', -100, 'R1', 'Martin', '512000', 'payment'],
    ['XY', 'Divers', -100, 'R1', 'Martin', '706000', 'credit-note'],
    ['CA', '', -100, 'R1', 'Martin', '580000', 'payment'],
    ['BQ', 'Banque', 100, 'IMP', 'Rejet prélèvement', '512000', 'refund'],
    ['OD', 'Opérations diverses', -100, 'R1', 'Perte sur créance', '654000', 'adjustment'],
    ['OD', 'Opérations diverses', -100, 'VIR12', 'Martin', '471000', 'payment'],
    ['OD', 'Opérations diverses', -100, 'AV 2026-3', 'Martin', '471000', 'credit-note'],
    ['OD', 'Opérations diverses', 100, 'R1', 'Chèque impayé', '471000', 'refund'],
    ['AN', 'A nouveaux', -100, 'RAN', 'Report à nouveau', '120000', 'payment'],
    ['ANO', 'Journal', 100, 'RAN', 'Report à nouveau', '120000', 'invoice'],
  ])('%s %s %i %s « %s » against %s is: %s', (journal, name, cents, piece, label, counterpart, kind) => {
    expect(kindOf(journal, name, cents, piece, label, counterpart)).toBe(kind);
  });
});

describe('a damaged file of entries', () => {
  const kinds = (text: string): readonly string[] =>
    readFec(utf8Bytes(text)).problems.map(({ kind }) => kind);
  const text = fecFileText(entries);

  it('says of an empty file, of another file and of one that is too big that it is none', () => {
    expect(kinds('')).toEqual(['empty-file']);
    expect(kinds('\r\n \r\n\0\0')).toEqual(['empty-file']);
    expect(kinds('Facture;Client\nF1;Martin')).toEqual(['not-a-fec']);
    expect(readFec(new Uint8Array(100 * 1024 * 1024 + 1)).problems.map(({ kind }) => kind)).toEqual([
      'too-big',
    ]);
    expect(readFec(utf8Bytes('Facture;Client\nF1;Martin')).isFec).toBe(false);
  });

  it('reports a line that lost a field, with its number, and is not whole', () => {
    const cut = text.split('\r\n');
    cut[4] = (cut[4] ?? '').replace('\t', '');
    const read = readFec(utf8Bytes(cut.join('\r\n')));
    expect(read.problems[0]).toMatchObject({ kind: 'short-line', line: 5, severity: 'error' });
    expect(read.isWhole).toBe(false);
  });

  it('reports a line with a field too many', () => {
    const long = text.split('\r\n');
    long[4] = `${long[4]}\tEUR`;
    expect(readFec(utf8Bytes(long.join('\r\n'))).problems[0]).toMatchObject({ kind: 'long-line', line: 5 });
  });

  it('reports a file cut between two lines as not balanced', () => {
    const lines = text.split('\r\n');
    const read = readFec(utf8Bytes(lines.slice(0, 5).join('\r\n')));
    expect(read.problems.map(({ kind }) => kind)).toContain('unbalanced');
    expect(read.isWhole).toBe(false);
  });

  it.each([
    ['12x,00', 'not-an-amount'],
    ['1,234', 'ambiguous-amount'],
    ['0,005', 'too-precise-amount'],
    ['99999999999999,00', 'too-large-amount'],
    ['1.234.5,00', 'not-an-amount'],
  ])('never rounds or guesses the amount %s', (amount, kind) => {
    const read = readFec(utf8Bytes(text.replace('\t1200,00\t', `\t${amount}\t`)));
    expect(read.problems[0]?.kind).toBe(kind);
    expect(read.problems[0]?.message).toContain(amount);
    expect(read.isWhole).toBe(false);
  });

  it('reads three decimals where the zero beside has three', () => {
    const three = text.replaceAll(/(\d),(\d\d)(?=\t)/g, '$1,$20');
    expect(three).toContain('\t1200,000\t0,000\t');
    const read = readFec(utf8Bytes(three));
    expect(read.controlCents).toBe(165_000);
    expect(read.isWhole).toBe(true);
    const part = readFec(utf8Bytes(three.replace('\t1200,000\t', '\t1200,005\t')));
    expect(part.problems[0]?.kind).toBe('too-precise-amount');
  });

  it('reads decimals that are all zero, and says so', () => {
    const read = readFec(utf8Bytes(text.replace('\t1200,00\t', '\t1200,00000\t')));
    expect(read.problems).toMatchObject([{ kind: 'extra-decimals', severity: 'warning' }]);
    expect(read.controlCents).toBe(165_000);
  });

  it('takes the date of the entry for a piece whose date does not exist', () => {
    const read = readFec(utf8Bytes(text.replace('FA2025-90\t20251112', 'FA2025-90\t20250231')));
    expect(read.problems).toMatchObject([{ kind: 'impossible-date', severity: 'warning', line: 2 }]);
    expect(read.openItems[0]?.pieceOn).toBe('2026-01-01');
  });

  it('leaves a line without any date out', () => {
    const read = readFec(utf8Bytes(text.replaceAll('20260110', '00000000')));
    expect(read.problems[0]).toMatchObject({ kind: 'no-date', severity: 'error' });
    expect(read.controlCents - read.openCents['411']).toBe(120_000);
  });

  it('tolerates days first and separators in dates', () => {
    const read = readFec(
      utf8Bytes(text.replaceAll('20251112', '12/11/2025').replaceAll('20260301', '01032026')),
    );
    expect(read.openItems.map(({ pieceOn }) => pieceOn)).toEqual([
      '2025-11-12',
      '2026-03-01',
      '2026-04-10',
      '2026-04-15',
    ]);
    expect(read.problems).toEqual([]);
  });

  it('says when nothing is lettered, when entries are drafts and when fields are absent', () => {
    const bare = fecFileText([{ ...saleEntry('', '20260110', hotel, 'F1', 1_200), validOn: '' }]);
    expect(kinds(bare)).toEqual(['no-letters', 'draft-entries']);
    expect(readFec(utf8Bytes(bare)).openItems[0]?.isDraft).toBe(true);
    const without = bare
      .split('\r\n')
      .map((line) => line.split('\t').slice(0, 16).join('\t'))
      .join('\r\n');
    expect(readFec(utf8Bytes(without)).problems[0]?.message).toContain('Montantdevise, Idevise');
  });

  it('reads a file without names in the order of the law, and says so', () => {
    const bare = fecFileText(entries).split('\r\n').slice(1).join('\r\n');
    expect(kinds(bare)).toEqual(['no-header']);
    expect(brief(utf8Bytes(bare))).toEqual(expected);
    expect(looksLikeFec(utf8Bytes(bare))).toBe(false);
  });

  it('passes over blank lines, a repeated header and fill characters', () => {
    const [header = '', ...lines] = text.split('\r\n');
    const odd = ['', header, '', ...lines.slice(0, 4), header, ...lines.slice(4), '\u001a', '\0\0\0'].join(
      '\r\n',
    );
    expect(brief(utf8Bytes(odd))).toEqual(expected);
    expect(kinds(odd)).toEqual([]);
  });

  it('reads lines that end now with CR, now with LF', () => {
    const lines = text.split('\r\n');
    const mixed = `${lines.slice(0, 6).join('\r')}\n${lines.slice(6).join('\r\r\n')}`;
    expect(brief(utf8Bytes(mixed))).toEqual(expected);
  });

  it('lists two hundred lines at most and counts the rest', () => {
    const many = `${text.split('\r\n')[0]}\n${'VE\tVentes\n'.repeat(500)}`;
    const read = readFec(utf8Bytes(many));
    expect(read.leftOutLines).toBe(500);
    expect(read.problems.filter(({ kind }) => kind === 'short-line')).toHaveLength(200);
    expect(read.problems.find(({ kind }) => kind === 'more-lines')?.message).toContain('300');
  });
});

describe('the XML variant', () => {
  const xml = (body: string): Uint8Array =>
    encodedText(
      `<?xml version="1.0" encoding="UTF-8"?>\n<comptabilite><exercice><DateCloture>2026-12-31</DateCloture>${body}</exercice></comptabilite>`,
      'utf-8',
    );
  const journal = (lines: string): string =>
    `<journal><JournalCode>VE</JournalCode><JournalLib>Ventes</JournalLib><ecriture><EcritureNum>1</EcritureNum><EcritureDate>2026-03-01</EcritureDate><EcritureLib>Facture &amp; frais</EcritureLib><PieceRef>F1</PieceRef><PieceDate>2026-02-28</PieceDate><ValidDate>2026-03-31</ValidDate>${lines}</ecriture></journal>`;

  it('is read like the text', () => {
    const bytes = xml(
      journal(
        '<ligne><CompteNum>411000</CompteNum><CompteLib>Clients</CompteLib><CompteAuxNum>C1</CompteAuxNum><CompteAuxLib>Martin</CompteAuxLib><Debit>120,00</Debit><Credit>0,00</Credit></ligne><ligne><CompteNum>706000</CompteNum><Debit>0,00</Debit><Credit>120,00</Credit></ligne>',
      ),
    );
    expect(looksLikeFec(bytes)).toBe(true);
    const read = readFec(bytes);
    expect(read.openItems).toMatchObject([
      {
        customerKey: 'C1',
        customerName: 'Martin',
        pieceRef: 'F1',
        pieceOn: '2026-02-28',
        cents: 12_000,
        label: 'Facture & frais',
      },
    ]);
    expect(read.isWhole).toBe(true);
  });

  it('is read with amount and side', () => {
    const read = readFec(
      xml(
        journal(
          '<ligne><CompteNum>411000</CompteNum><CompteAuxNum>C1</CompteAuxNum><Montant>120.00</Montant><Sens>D</Sens></ligne><ligne><CompteNum>706000</CompteNum><Montant>120.00</Montant><Sens>C</Sens></ligne>',
        ),
      ),
    );
    expect(read.openItems).toMatchObject([{ customerKey: 'C1', customerName: 'Client C1', cents: 12_000 }]);
  });

  it('is refused when damaged or with declarations, and asked for as text', () => {
    const damaged = xml(journal('<ligne><CompteNum>411000</CompteNum>')).subarray(0, 300);
    expect(readFec(damaged).problems).toMatchObject([{ kind: 'unreadable-xml', severity: 'error' }]);
    const bomb = utf8Bytes('<!DOCTYPE comptabilite [<!ENTITY a "b">]><comptabilite>&a;</comptabilite>');
    expect(readFec(bomb).isFec).toBe(false);
  });
});

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { frenchTableError, readTable, type TableError } from '../../../../shared/importing/table.ts';
import { errorOf, fixtureBytes, successOf, utf8Bytes } from './fixture.ts';

const read = (text: string, options = {}) => successOf(readTable(utf8Bytes(text), options));

describe('reading a table', () => {
  it('reads the export of a French accounting program in Windows-1252', () => {
    const table = successOf(readTable(fixtureBytes('logiciel-comptable-1252.csv')));
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerRow: 5, blankLines: 1 });
    expect(table.preamble[0]).toEqual(['Atelier Lumière SARL']);
    expect(table.columns.map(({ header, type }) => `${header} ${type}`)).toEqual([
      'N° pièce text',
      'Date pièce date',
      'Échéance date',
      'Code tiers text',
      'Tiers text',
      'Montant TTC (€) amount',
      'Réglé amount',
      'Reste dû amount',
      'État text',
      ' empty',
    ]);
    expect(table.columns[5]).toMatchObject({
      decimal: ',',
      samples: ['1\u00a0250,00 €', '480,50 €', '12\u00a0345,67 €', '-345,67 €', '89,90 €'],
    });
    expect(table.columns[1]).toMatchObject({ dateOrder: 'dmy', dateOrderAmbiguous: false });
    expect(table.rows).toHaveLength(11);
    expect(table.rows[2]).toMatchObject({ line: 9 });
    expect(table.rows[2]?.cells[4]).toBe('Garage Lefèvre ; Fils');
    expect(table.problems.map(({ line, kind }) => [line, kind])).toEqual([
      [8, 'total-line'],
      [11, 'total-line'],
      [20, 'total-line'],
    ]);
  });

  it('reads a DOS export with its end-of-file character', () => {
    const table = successOf(readTable(fixtureBytes('facturation-dos-850.csv')));
    expect(table).toMatchObject({ encoding: 'cp850', delimiter: ';', headerRow: 1 });
    expect(table.rows.map(({ cells }) => cells[3])).toEqual([
      'Menuiserie Béranger',
      "Société Générale d'Électricité",
      'Pâtisserie Noël',
    ]);
  });

  it('reads Excel’s Unicode text', () => {
    const table = successOf(readTable(fixtureBytes('excel-texte-unicode.txt')));
    expect(table).toMatchObject({ encoding: 'utf-16le', byteOrderMark: true, delimiter: '\t', headerRow: 1 });
    expect(table.rows[1]?.cells[3]).toBe('Bœuf & "Co"');
    expect(table.columns[4]).toMatchObject({ type: 'amount', decimal: ',' });
  });

  it('reads an old Mac file with carriage returns', () => {
    const table = successOf(readTable(fixtureBytes('export-mac.csv')));
    expect(table).toMatchObject({ encoding: 'macintosh', delimiter: ',', headerRow: 1 });
    expect(table.rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(table.columns.map(({ type }) => type)).toEqual([
      'text',
      'date',
      'date',
      'text',
      'amount',
      'amount',
    ]);
    expect(table.columns[4]?.decimal).toBe(',');
  });

  it('recognises a file without titles', () => {
    const table = successOf(readTable(fixtureBytes('sans-titres-8859-15.csv')));
    expect(table).toMatchObject({ encoding: 'iso-8859-15', headerRow: null });
    expect(table.columns.map(({ header, type }) => `${header} ${type}`)).toEqual([
      'Colonne 1 text',
      'Colonne 2 date',
      'Colonne 3 date',
      'Colonne 4 text',
      'Colonne 5 amount',
    ]);
    expect(table.rows).toHaveLength(3);
  });

  it('lets the user correct every finding', () => {
    const bytes = iconv.encode('titre\nnom;prix\nčaj;12\n', 'windows-1250');
    const table = successOf(readTable(bytes, { encoding: 'windows-1250', delimiter: ';', headerRow: null }));
    expect(table).toMatchObject({ encoding: 'windows-1250', headerRow: null });
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(table.rows[2]?.cells).toEqual(['čaj', '12']);
    expect(read('a;b\n1;2\nc;d\n3;4\n', { headerRow: 3 }).columns.map(({ header }) => header)).toEqual([
      'c',
      'd',
    ]);
  });

  it('reports rows with too few and too many cells and ignores trailing delimiters', () => {
    const table = read('Client;Facture;Total\nA;1\nB;2;3\nC;4;5;\nD;6;7;8\n');
    expect(table.rows.map(({ line, irregular }) => [line, irregular])).toEqual([
      [2, 'short'],
      [3, undefined],
      [4, undefined],
      [5, 'long'],
    ]);
    expect(table.problems.map(({ line, kind, message }) => [line, kind, message])).toEqual([
      [2, 'row-too-short', 'Ligne 2\u00a0: 2\u00a0cellules au lieu de 3.'],
      [
        5,
        'row-too-long',
        'Ligne 5\u00a0: 4\u00a0cellules au lieu de 3. Un séparateur se trouve sans doute dans un texte.',
      ],
    ]);
  });

  it('drops titles repeated on every page', () => {
    const table = read('Client;Date;Total\nA;01/02/2026;1,00\nClient;Date;Total\nB;02/02/2026;2,00\n');
    expect(table.rows).toHaveLength(2);
    expect(table.problems.map(({ kind }) => kind)).toEqual(['repeated-titles']);
  });

  it('keeps an invoice of a client whose name begins like a total', () => {
    const table = read('Client;Date;Total\nTotal Énergies;01/02/2026;100,00\nTotal;;100,00\n');
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Total Énergies']);
  });

  it('decides the order of dates by the ones that prove it', () => {
    const order = (...dates: string[]) =>
      read(`Client;Date\n${dates.map((date) => `A;${date}`).join('\n')}\n`).columns[1];
    expect(order('03/04/2026', '25/04/2026')).toMatchObject({ dateOrder: 'dmy', dateOrderAmbiguous: false });
    expect(order('03/04/2026', '04/25/2026')).toMatchObject({ dateOrder: 'mdy', dateOrderAmbiguous: false });
    expect(order('03/04/2026', '05/06/2026')).toMatchObject({ dateOrder: 'dmy', dateOrderAmbiguous: true });
    expect(order('25/04/2026', '26/04/2026', '04/25/2026')).toMatchObject({
      dateOrder: 'dmy',
      dateOrderAmbiguous: true,
    });
    expect(order('2026-04-03', '2026-05-04', '03/04/2026', '25/04/2026')).toMatchObject({
      dateOrder: 'dmy',
      dateOrderAmbiguous: false,
    });
    expect(order('2026-04-03')).toMatchObject({ dateOrder: 'ymd', dateOrderAmbiguous: false });
  });

  it('decides the decimal sign by majority and borrows it from the other columns', () => {
    const table = read('Client;Total;Solde\nA;1,234;12,50\nB;2,000;13,00\n');
    expect(table.columns.map(({ decimal }) => decimal)).toEqual([undefined, ',', ',']);
    expect(read('Client;Total\nA;1,234\n').columns[1]?.decimal).toBeUndefined();
  });

  it('takes whole numbers for amounts only where the title speaks of money', () => {
    const table = read('Client;Code postal;Montant\nA;75001;1200\nB;69002;900\n');
    expect(table.columns.map(({ type }) => type)).toEqual(['text', 'text', 'amount']);
  });

  it('reads a block pasted from a spreadsheet', () => {
    const table = read('Facture\tClient\tÉchéance\tTotal TTC\nF1\tDupont\t31/12/2026\t1 200,00\n');
    expect(table).toMatchObject({ delimiter: '\t', headerRow: 1 });
    expect(table.rows).toHaveLength(1);
  });
});

describe('refusing what is no table', () => {
  const cases: readonly (readonly [string, Uint8Array, TableError])[] = [
    ['an empty file', new Uint8Array(), { kind: 'empty-file' }],
    ['a file of blanks', utf8Bytes(' \n\n '), { kind: 'empty-file' }],
    ['a PDF', utf8Bytes('%PDF-1.7\nfoo'), { kind: 'foreign-file', fileType: 'pdf' }],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), { kind: 'foreign-file', fileType: 'image' }],
    [
      'an old workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      { kind: 'foreign-file', fileType: 'xls' },
    ],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), { kind: 'foreign-file', fileType: 'zip' }],
    ['a web page', utf8Bytes('<html><table><tr><td>1;2'), { kind: 'foreign-file', fileType: 'html' }],
    ['an XML file', utf8Bytes('<?xml version="1.0"?><a/>'), { kind: 'foreign-file', fileType: 'xml' }],
    ['an RTF file', utf8Bytes('{\\rtf1 a;b}'), { kind: 'foreign-file', fileType: 'rtf' }],
    [
      'bytes with NUL',
      Uint8Array.from([97, 59, 0, 98, 10, 1, 2]),
      { kind: 'foreign-file', fileType: 'unknown-binary' },
    ],
    ['prose', utf8Bytes('Bonjour,\nvoici la liste.\n'), { kind: 'not-tabular' }],
    ['titles only', utf8Bytes('Client;Total\n'), { kind: 'no-rows', headers: ['Client', 'Total'] }],
  ];
  it.each(cases)('refuses %s', (_, bytes, expected) => {
    expect(errorOf(readTable(bytes))).toEqual(expected);
  });

  it('refuses what is too big, saying how much', () => {
    const bytes = utf8Bytes('Client;Total\nA;1\nB;2\nC;3\n');
    expect(errorOf(readTable(bytes, { limits: { bytes: 10 } }))).toEqual({
      kind: 'too-big',
      what: 'bytes',
      actual: 25,
      limit: 10,
    });
    expect(errorOf(readTable(bytes, { limits: { rows: 2 } }))).toMatchObject({
      kind: 'too-big',
      what: 'rows',
      limit: 2,
    });
    expect(errorOf(readTable(bytes, { limits: { columns: 1 } }))).toMatchObject({
      kind: 'too-big',
      what: 'columns',
      actual: 2,
    });
  });

  it('refuses a title line that is not there', () => {
    expect(errorOf(readTable(utf8Bytes('a;b\n1;2\n'), { headerRow: 9 }))).toEqual({
      kind: 'header-row-not-found',
      headerRow: 9,
    });
  });

  it('tells the user in French what the file is and what to do', () => {
    expect(frenchTableError({ kind: 'damaged-workbook' })).toContain('«\u00a0Enregistrer sous\u00a0»');
    expect(frenchTableError({ kind: 'foreign-file', fileType: 'pdf' })).toBe(
      'Ce fichier est un document PDF. Exportez la liste de vos factures au format CSV depuis votre logiciel de facturation, puis importez ce fichier.',
    );
    expect(frenchTableError({ kind: 'too-big', what: 'bytes', actual: 61_234_567, limit: 50_000_000 })).toBe(
      'Ce fichier est trop volumineux\u00a0: 61,2\u00a0Mo, pour une limite de 50\u00a0Mo. Exportez une période plus courte.',
    );
    expect(frenchTableError({ kind: 'too-big', what: 'rows', actual: 200_001, limit: 200_000 })).toContain(
      '200\u202f000 lignes',
    );
    for (const [, , error] of cases)
      expect(frenchTableError(error)).toMatch(/^(Ce fichier|Aucun tableau).+\.$/);
  });
});

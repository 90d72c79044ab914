import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBankCsv } from '../../shared/importing/bank-csv.ts';
import { suggestMapping } from '../../shared/importing/column-mapping.ts';
import { readContacts } from '../../shared/importing/contacts.ts';
import { readInvoiceRows } from '../../shared/importing/invoice-rows.ts';
import { frenchTableError, readTable } from '../../shared/importing/table.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import { anyDamage, damaged } from '../support/damaged-bytes.ts';
import { fixtureBytes } from '../unit/shared/importing/fixture.ts';
import { numberCell, textCell, writeWorkbook } from '../unit/shared/importing/written-workbook.ts';

const seed = 20_261_122;
const patienceMs = 120_000;

/** What reads a table on: each takes its share of the inputs. */
const users = ['invoices', 'contacts', 'bank'] as const;

const own = [
  'logiciel-comptable-1252.csv',
  'logiciel-comptable-1252-plus-recent.csv',
  'sans-titres-8859-15.csv',
  'excel-texte-unicode.txt',
  'export-mac.csv',
  'facturation-dos-850.csv',
].map(fixtureBytes);
const lists = [
  ...own,
  ...corpusFiles('invoices-csv')
    .filter(({ name }) => name.endsWith('.csv'))
    // Enough of a long file to be damaged anywhere in it.
    .map(({ name }) => corpusBytes('invoices-csv', name).subarray(0, 2500)),
];
const workbooks = [
  writeWorkbook([
    {
      name: 'Factures',
      rows: {
        1: { A: textCell('Facture'), B: textCell('Client'), C: textCell('Date'), D: textCell('Total TTC') },
        2: {
          A: textCell('F1'),
          B: textCell('Zoé & fils'),
          C: numberCell(46_296, 1),
          D: numberCell(1234.5, 3),
        },
        3: { A: textCell('F2'), B: textCell('Hôtel'), C: numberCell(46_300, 1), D: numberCell(12, 3) },
      },
    },
  ]),
  ...['bank-csv', 'invoices-csv'].flatMap((folder) =>
    corpusFiles(folder)
      .filter(({ name }) => name.endsWith('.xlsx'))
      .map(({ name }) => corpusBytes(folder, name)),
  ),
];

/** Every reader of tables over the same bytes: values or reasons, never a throw. */
const expectSound = (bytes: Uint8Array, user: (typeof users)[number]): void => {
  const read = readTable(bytes);
  if (read.ok) {
    const { rows, columns, problems, totalLines } = read.value;
    expect(rows.every(({ cells }) => cells.length >= columns.length)).toBe(true);
    expect(rows.every(({ line }, index) => index === 0 || line > (rows[index - 1]?.line ?? 0))).toBe(true);
    expect(totalLines.every(({ line }) => rows.every((row) => row.line !== line))).toBe(true);
    expect(problems.every(({ message }) => message.endsWith('.'))).toBe(true);
    if (user === 'invoices') readInvoiceRows(read.value, suggestMapping(read.value).mapping);
  } else expect(frenchTableError(read.error)).toMatch(/\.$/);
  if (user === 'contacts') readContacts(bytes);
  if (user === 'bank') readBankCsv(bytes);
};

describe('tables that are damaged', () => {
  it(
    '3,000 damaged lists: no throw, no line twice, no cell without a column',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...lists),
          fc.array(anyDamage(';,\t|"\'\r\n\0\u001a €()-0123456789'), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...users),
          (bytes, ways, user) => expectSound(ways.reduce(damaged, bytes), user),
        ),
        { seed, numRuns: 3000 },
      );
    },
    patienceMs,
  );

  it(
    '600 damaged workbooks',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...workbooks),
          fc.array(anyDamage('PK\u0003\u0004\0<>/'), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(...users),
          (bytes, ways, user) => expectSound(ways.reduce(damaged, bytes), user),
        ),
        { seed, numRuns: 600 },
      );
    },
    patienceMs,
  );

  it(
    '600 workbooks whose parts are damaged within a sound archive',
    () => {
      const sheet =
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="str"><v>Montant</v></c></row><row r="2"><c r="A2" s="1"><v>46296</v></c><c r="B2"><v>-12.5</v></c></row></sheetData></worksheet>';
      const parts = {
        'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/worksheets/sheet1.xml': sheet,
      };
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(parts)),
          fc.array(anyDamage('<>/"=&;_x0123456789rsct '), { minLength: 1, maxLength: 4 }),
          fc.constantFrom(...users),
          (name, ways, user) => {
            const files = Object.fromEntries(
              Object.entries(parts).map(([part, xml]) => [
                part,
                part === name ? ways.reduce(damaged, strToU8(xml)) : strToU8(xml),
              ]),
            );
            expectSound(zipSync(files), user);
          },
        ),
        { seed, numRuns: 600 },
      );
    },
    patienceMs,
  );

  it(
    'a workbook that was cut is never read as a whole one',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...workbooks),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          (bytes, share) => {
            expect(readTable(bytes.subarray(0, Math.floor(bytes.length * share))).ok).toBe(false);
          },
        ),
        { seed, numRuns: 300 },
      );
    },
    patienceMs,
  );
});

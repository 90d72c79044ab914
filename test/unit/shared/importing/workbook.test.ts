import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '../../../../shared/importing/column-mapping.ts';
import { readInvoiceRows } from '../../../../shared/importing/invoice-rows.ts';
import { readTable } from '../../../../shared/importing/table.ts';
import { isDateFormat } from '../../../../shared/importing/workbook-cells.ts';
import { errorOf, successOf } from './fixture.ts';
import { numberCell, textCell, writeWorkbook } from './written-workbook.ts';

const titles = {
  A: textCell('Facture'),
  B: textCell('Client'),
  C: textCell('Date'),
  D: textCell('Échéance'),
  E: textCell('Total TTC'),
};

describe('reading a workbook', () => {
  const book = writeWorkbook(
    [
      {
        name: 'Notes',
        rows: {
          1: { A: textCell('À faire'), B: textCell('Qui') },
          2: { A: textCell('Relancer'), B: textCell('Zoé') },
        },
      },
      {
        name: 'Factures',
        rows: {
          1: { A: textCell('Export du 20/11/2026') },
          3: titles,
          4: {
            A: ' t="s"><v>0</v>',
            B: ' t="s"><v>1</v>',
            C: numberCell(46_296, 1),
            D: numberCell(46_326.75, 2),
            E: numberCell(1234.5, 3),
          },
          // A row number is skipped, a cell beyond the table is formatted but empty.
          6: {
            A: numberCell(2026002),
            B: textCell('Garage & Fils'),
            C: numberCell(46_300, 1),
            D: ' t="e"><v>#N/A</v>',
            E: numberCell(1.234, 3),
            XFD: ' s="1">',
          },
          7: {
            A: textCell('F3'),
            B: textCell('Hôtel'),
            C: textCell('12/11/2026'),
            D: ' t="d"><v>2026-12-31T00:00:00</v>',
            E: numberCell(0.1 + 0.2, 3),
          },
          8: { A: textCell('Total'), E: numberCell('1236.034') },
        },
      },
      { name: 'Cachée', hidden: true, rows: { 1: titles } },
    ],
    {
      sharedStrings:
        '<si><t>F1</t></si><si><r><t>Crèche </t></r><r><t xml:space="preserve">« Les Œillets »</t></r><rPh><t>x</t></rPh></si>',
    },
  );

  it('takes the sheet of the invoices and reads its cells as text', () => {
    const table = successOf(readTable(book));
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 'Factures',
      sheets: ['Notes', 'Factures'],
      headerRow: 3,
      delimiter: '',
    });
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [4, 'F1', 'Crèche « Les Œillets »', '2026-10-01', '2026-10-31', '1234.5'],
      [6, '2026002', 'Garage & Fils', '2026-10-05', '', '1.2340'],
      [7, 'F3', 'Hôtel', '12/11/2026', '2026-12-31', '0.3'],
    ]);
    expect(table.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['8 total-line']);
    expect(table.columns.map(({ type }) => type)).toEqual(['text', 'text', 'date', 'date', 'amount']);
  });

  it('reads invoices from it and refuses parts of a cent', () => {
    const table = successOf(readTable(book));
    const list = successOf(readInvoiceRows(table, suggestMapping(table).mapping));
    expect(list.rows.map(({ number, totalCents, issuedOn }) => [number, totalCents, issuedOn])).toEqual([
      ['F1', 123_450, '2026-10-01'],
      ['F3', 30, '2026-11-12'],
    ]);
    expect(list.problems.map(({ line, kind }) => `${line} ${kind}`)).toContain('6 too-precise-amount');
  });

  it('reads another sheet on request', () => {
    expect(successOf(readTable(book, { sheet: 'Notes' }))).toMatchObject({ sheet: 'Notes', headerRow: 1 });
  });

  it('counts days from 1904 where the workbook says so', () => {
    const old = writeWorkbook(
      [
        {
          name: 'F',
          rows: {
            1: titles,
            2: {
              A: textCell('F1'),
              B: textCell('A'),
              C: numberCell(44_834, 1),
              D: ' t="b"><v>1</v>',
              E: numberCell(1),
            },
          },
        },
      ],
      { workbookPr: '<workbookPr date1904="1"/>' },
    );
    expect(successOf(readTable(old)).rows[0]?.cells).toEqual(['F1', 'A', '2026-10-01', 'VRAI', '1']);
  });

  it.each([
    [14, undefined, true],
    [20, undefined, false],
    [164, 'jj/mm/aaaa', true],
    [164, '[$-40C]d mmmm yyyy;@', true],
    [164, '#,##0.00\\ "daily €"', false],
    [164, '[Red]0.00', false],
    [164, 'h:mm:ss', false],
    [164, 'General', false],
    [164, 'Standard', false],
  ])('knows whether format %s %s shows a day', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });
});

describe('workbooks made to do harm', () => {
  const damaged = { kind: 'damaged-workbook' };

  it('refuses a DOCTYPE', () => {
    const sheets = [{ name: 'F', rows: { 1: titles } }];
    expect(errorOf(readTable(writeWorkbook(sheets, { doctype: '<!DOCTYPE a [<!ENTITY b "c">]>' })))).toEqual(
      damaged,
    );
  });

  it('refuses a workbook that would unpack to more than the limit, before unpacking it', () => {
    const bomb = writeWorkbook([{ name: 'F', rows: { 1: titles } }]);
    // The size that the directory of the ZIP declares for its first part.
    const entry = bomb.findIndex(
      (byte, at) => byte === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1 && bomb[at + 3] === 2,
    );
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 300_000_000, true);
    expect(errorOf(readTable(bomb))).toMatchObject({ kind: 'too-big', what: 'bytes', limit: 200_000_000 });
  }, 60_000);

  it('refuses one without sheets or cut off', () => {
    expect(errorOf(readTable(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })))).toEqual(damaged);
    const whole = writeWorkbook([{ name: 'F', rows: { 1: titles } }]);
    expect(errorOf(readTable(whole.subarray(0, whole.length - 40)))).toEqual(damaged);
  });

  it('never throws on damaged ones', () => {
    const whole = writeWorkbook([
      { name: 'F', rows: { 1: titles, 2: { A: textCell('F1'), E: numberCell(2) } } },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(60),
        (changes, cut) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          const read = readTable(bytes.subarray(0, bytes.length - (cut > 30 ? cut : 0)));
          expect(read.ok ? read.value.rows.length : read.error.kind.length).toBeGreaterThan(0);
        },
      ),
      { seed: 20_261_122, numRuns: 500 },
    );
  }, 60_000);
});

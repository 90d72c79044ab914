import { describe, expect, it } from 'vitest';
import { splitDelimited } from '../../../../shared/importing/delimited-text.ts';
import { detectDelimiter } from '../../../../shared/importing/delimiter.ts';

const cellsOf = (text: string, delimiter = ';') => splitDelimited(text, delimiter).map(({ cells }) => cells);

describe('splitting delimited text', () => {
  it.each([
    [
      'plain',
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'every line end in one file',
      'a;b\r\nc;d\re;f\ng;h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['doubled quotes', '"a ""b""";c', [['a "b"', 'c']]],
    ['delimiter inside quotes', '"a;b";c', [['a;b', 'c']]],
    [
      'line end inside quotes',
      '"a\r\nb";c\nd;e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['trailing delimiter', 'a;b;\n', [['a', 'b', '']]],
    ['quotation mark inside a cell', '5" vis;b', [['5" vis', 'b']]],
    ['text after a closing quote, as Excel reads it', '"ACME" SARL;12', [['ACME SARL', '12']]],
    ['spaces after a closing quote', '"a" ;b', [['a', 'b']]],
    ['empty quoted cell', '"";x', [['', 'x']]],
    ['empty line', 'a;b\n\nc;d', [['a', 'b'], [''], ['c', 'd']]],
  ])('reads %s', (_, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('gives the physical line on which each record starts', () => {
    const records = splitDelimited('a;"1\n2\n3"\n\nb;"x\r\ny"\r\nc;d', ';');
    expect(records.map(({ line }) => line)).toEqual([1, 4, 5, 7]);
  });

  it('keeps a quotation mark that is never closed inside its own cell', () => {
    const records = splitDelimited('a;b\n"écrou 5;12\nc;d\n', ';');
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"écrou 5', '12'], strayQuote: true },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it('does not let a stray quotation mark swallow lines up to the next one', () => {
    const records = splitDelimited('"écrou 5;12\nc;d\n"vis";3\n', ';');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['"écrou 5', '12'],
      ['c', 'd'],
      ['vis', '3'],
    ]);
  });

  it('stops at the number of records asked for', () => {
    expect(splitDelimited('a\nb\nc', ';', 2)).toHaveLength(2);
  });

  it('reads a megabyte of quotation marks in one pass', () => {
    expect(splitDelimited('"'.repeat(1_000_001), ';')).toHaveLength(1);
    expect(splitDelimited('\n"x'.repeat(250_000), ';').length).toBeGreaterThan(100_000);
  });
});

describe('detecting the delimiter', () => {
  it.each([
    ['semicolons among decimal commas', 'Client;Total;Solde\nA;12,50;13,00\nB;7,10;8,00\n', ';'],
    ['two columns of amounts without titles', '12,50;13,00\n7,10;8,00\n', ';'],
    ['tabs', 'Client\tTotal\nDupont, père;fils\t12,50\n', '\t'],
    ['commas', 'client,total\n"a;b",12.50\nc,13\n', ','],
    ['bars', 'client|total\na,b|12,50\nc|1\n', '|'],
    ['title lines above', 'Export du 20/11\n\nClient;Total\nA;1\nB;2\n', ';'],
    ['what Excel announces', 'sep=|\na;b|c;d\n', '|'],
  ])('finds %s', (_, text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });

  it('finds none in prose', () => {
    expect(detectDelimiter('Bonjour.\nVeuillez trouver ci-joint la liste.\nCordialement')).toBeUndefined();
  });
});

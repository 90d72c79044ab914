import { describe, expect, it } from 'vitest';
import { detectContent } from '../../shared/importing/file-content.ts';
import { corpusBytes, corpusFiles } from './corpus.ts';

/** Files put there to be refused. */
const notWhatTheyClaim = new Set([
  'invalidV2Root.xml',
  'UBL-Order-2.1-Example.xml',
  'silarhi-cfonb240.txt',
  'self-provided-invalid_statement.sta',
]);

describe.each([
  ['cfonb120', 'bank'],
  ['camt053', 'bank'],
  ['ofx', 'bank'],
  ['mt940', 'bank'],
  ['cii-xml', 'e-invoice'],
  ['ubl-xml', 'e-invoice'],
  ['facturx-pdf', 'e-invoice'],
  ['fec', 'fec'],
  ['invoices-csv', 'table'],
  ['bank-csv', 'table'],
  ['email-bounces', 'e-mail'],
])('the files of %s', (folder, kind) => {
  it(`are told to be ${kind}`, () => {
    const wrong = corpusFiles(folder)
      .filter(({ name }) => !notWhatTheyClaim.has(name))
      .filter(({ name }) => detectContent(corpusBytes(folder, name)).kind !== kind)
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { frenchEInvoiceError, readEInvoice } from '../../shared/importing/e-invoice.ts';
import { readPdfAttachments } from '../../shared/importing/pdf-attachments.ts';
import { frenchXmlError, readXml } from '../../shared/importing/xml-document.ts';
import { frenchZipError, frenchZipProblem, readZip } from '../../shared/importing/zip-entries.ts';
import { corpusBytes, corpusFiles } from '../corpus/corpus.ts';
import { anyDamage, type Damage, damaged } from '../support/damaged-bytes.ts';
import { plainly, sampleInvoice, writeCii, writePdfWith, writeUbl } from '../support/written-e-invoice.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const xmlDamage = fc.array(anyDamage('<>/&;"\'=![]?-#: \n\0xD'), { minLength: 1, maxLength: 3 });
const pdfDamage = fc.array(anyDamage('<>[]()/ 0123456789Robjend\nsream'), { minLength: 1, maxLength: 3 });
const zipDamage = fc.array(anyDamage('PK\x01\x02\x05\x06\0\xff/.'), { minLength: 1, maxLength: 3 });
const damagedBy = (bytes: Uint8Array, damages: readonly Damage[]): Uint8Array =>
  damages.reduce(damaged, bytes);
/** Milliseconds for all inputs of a test, on a busy machine. */
const patience = 120_000;
const runs = (numRuns: number) => ({ seed: 20_261_122, numRuns });

const ownXml = [
  bytesOf(writeCii(sampleInvoice)),
  bytesOf(writeUbl(sampleInvoice)),
  bytesOf(writeUbl({ ...sampleInvoice, typeCode: '381', precedingInvoices: ['FA-1', 'FA-2'] })),
  bytesOf(writeCii(sampleInvoice, { ...plainly, escaping: 'cdata', comments: true, prefix: '' })),
];
const corpusXml = ['cii-xml', 'ubl-xml']
  .flatMap((folder) => corpusFiles(folder).map(({ name }) => corpusBytes(folder, name)))
  .filter((bytes) => bytes.length < 30_000);
const ownPdf = await Promise.all(
  [true, false].map((objectStreams) =>
    writePdfWith('factur-x.xml', bytesOf(writeCii(sampleInvoice)), { objectStreams }),
  ),
);
const zip = zipSync({
  'factures/FA-1.xml': bytesOf(writeCii(sampleInvoice)),
  'factures/FA-2.xml': [bytesOf(writeUbl(sampleInvoice)), { level: 0 }],
  'lisezmoi.txt': bytesOf('Factures d’octobre'),
});

/** Reads whatever it is; a refusal has to have its French sentence. */
const readsOrSaysWhy = (bytes: Uint8Array): ReturnType<typeof readEInvoice> => {
  const read = readEInvoice(bytes);
  if (!read.ok) expect(frenchEInvoiceError(read.error)).toMatch(/^[A-ZÉ].*\.$/s);
  else expect([read.totalCents, read.dueCents].every(Number.isSafeInteger)).toBe(true);
  return read;
};

describe('damaged electronic invoices', () => {
  it(
    'XML: 1,600 of our own and 600 of others never throw',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...ownXml), xmlDamage, (bytes, damages) => {
          readsOrSaysWhy(damagedBy(bytes, damages));
        }),
        runs(1600),
      );
      fc.assert(
        fc.property(fc.constantFrom(...ownXml, ...corpusXml), xmlDamage, (bytes, damages) => {
          readsOrSaysWhy(damagedBy(bytes, damages));
        }),
        runs(600),
      );
    },
    patience,
  );

  it(
    'XML: whatever end is missing, it is never taken for whole',
    () => {
      for (const bytes of ownXml) {
        const length = bytesOf(new TextDecoder().decode(bytes).trimEnd()).length;
        for (let end = 1; end < length; end += 7) {
          expect(readEInvoice(bytes.subarray(0, end)).ok).toBe(false);
        }
      }
    },
    patience,
  );

  it(
    'PDF: 600 never throw',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...ownPdf), pdfDamage, (bytes, damages) => {
          const file = damagedBy(bytes, damages);
          const read = readsOrSaysWhy(file);
          // The packed invoice has a checksum: an altered amount cannot pass.
          if (read.ok)
            expect(read).toMatchObject({ number: 'FA-2026-0012', dueCents: sampleInvoice.dueCents });
          const found = readPdfAttachments(file);
          if (found.ok) expect(found.value.length).toBeLessThanOrEqual(2);
        }),
        runs(600),
      );
    },
    patience,
  );

  it(
    'PDF: a file without its end gives the same invoice or none',
    () => {
      for (const bytes of ownPdf) {
        const whole = readEInvoice(bytes);
        expect(whole.ok).toBe(true);
        for (let end = 1; end < bytes.length; end += 13) {
          const read = readEInvoice(bytes.subarray(0, end));
          if (read.ok) expect(read).toEqual(whole);
        }
      }
    },
    patience,
  );

  it(
    'ZIP: 1,000 never throw, and every entry that comes out is whole',
    () => {
      const whole = readZip(zip);
      const contents = new Set(
        whole.ok ? whole.value.entries.map(({ bytes }) => new TextDecoder().decode(bytes)) : [],
      );
      expect(contents.size).toBe(3);
      fc.assert(
        fc.property(zipDamage, (damages) => {
          const read = readZip(damagedBy(zip, damages));
          if (!read.ok) expect(frenchZipError(read.error)).toMatch(/\.$/);
          else {
            for (const { bytes } of read.value.entries) {
              if (bytes.length > 0) expect(contents).toContain(new TextDecoder().decode(bytes));
            }
            for (const problem of read.value.problems) expect(frenchZipProblem(problem)).toMatch(/\.$/);
          }
        }),
        runs(1000),
      );
    },
    patience,
  );

  it(
    'bytes of any kind are refused with a sentence',
    () => {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 400 }),
          fc.constantFrom('', '%PDF-1.7\n', 'PK', '<'),
          (noise, head) => {
            expect(readsOrSaysWhy(Uint8Array.from([...bytesOf(head), ...noise])).ok).toBe(false);
            const xml = readXml(noise);
            if (!xml.ok) expect(frenchXmlError(xml.error)).toMatch(/\.$/);
          },
        ),
        runs(600),
      );
    },
    patience,
  );
});

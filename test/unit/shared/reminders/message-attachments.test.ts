import { describe, expect, test } from 'vitest';
import { copyMediaType } from '../../../../shared/reminders/copy-media-type.ts';
import { attachmentsOf, largestAttachmentsBytes } from '../../../../shared/reminders/message-attachments.ts';
import { anInvoice } from './sample-ledger.ts';

const hash = (digit: string): string => digit.repeat(64);
const withCopy = (id: string, digit: string, bytes: number, number = id.toUpperCase()) =>
  anInvoice(id, {
    number,
    documentHash: hash(digit),
    documentBytes: bytes,
    documentMediaType: 'application/pdf',
  });

describe('what leaves with an e-mail', () => {
  test('the copies of its invoices, in their order; those without a copy bring none', () => {
    expect(attachmentsOf([withCopy('f1', 'a', 1000), anInvoice('f2'), withCopy('f3', 'b', 500)])).toEqual({
      attached: [
        { hash: hash('a'), bytes: 1000, mediaType: 'application/pdf', name: 'Facture F1.pdf' },
        { hash: hash('b'), bytes: 500, mediaType: 'application/pdf', name: 'Facture F3.pdf' },
      ],
      bytes: 1500,
      tooLarge: false,
    });
  });

  test('one file for two invoices is attached once', () => {
    const { attached, bytes } = attachmentsOf([withCopy('f1', 'a', 1000), withCopy('f2', 'a', 1000)]);
    expect(attached.map(({ name }) => name)).toEqual(['Facture F1.pdf']);
    expect(bytes).toBe(1000);
  });

  test('up to the limit all of them, one byte beyond it none', () => {
    const half = largestAttachmentsBytes / 2;
    expect(attachmentsOf([withCopy('f1', 'a', half), withCopy('f2', 'b', half)])).toMatchObject({
      attached: [{ hash: hash('a') }, { hash: hash('b') }],
      tooLarge: false,
    });
    expect(attachmentsOf([withCopy('f1', 'a', half), withCopy('f2', 'b', half + 1)])).toEqual({
      attached: [],
      bytes: largestAttachmentsBytes + 1,
      tooLarge: true,
    });
  });

  test('a copy of unknown size is not attached', () => {
    expect(attachmentsOf([anInvoice('f1', { documentHash: hash('a') })]).attached).toEqual([]);
  });

  test.each([
    ['F/2026\\07', 'Facture F-2026-07.pdf'],
    ['F\r\nBcc: x', 'Facture F-Bcc- x.pdf'],
    ['F\u202efdp.exe', 'Facture F-fdp.exe.pdf'],
    ['x'.repeat(300), `Facture ${'x'.repeat(100)}.pdf`],
    ['Été n° 5', 'Facture Été n° 5.pdf'],
  ])('the number %j names the file %j', (number, name) => {
    expect(attachmentsOf([withCopy('f1', 'a', 1, number)]).attached[0]?.name).toBe(name);
  });
});

describe('what a copy is by its first bytes', () => {
  const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  test.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\u0089PNG\r\n\u001a\n', 'image/png'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    ['MZ\u0090', undefined],
    ['%PD', undefined],
    ['', undefined],
  ])('%j', (start, mediaType) => {
    expect(copyMediaType(bytesOf(start))).toBe(mediaType);
  });
});

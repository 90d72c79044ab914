import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { freeFileName, readableFileName } from '../../../../electron/documents/readable-file-name.ts';

// Real files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test.each([
  ['Facture F-102.pdf', 'Facture F-102.pdf'],
  ['Facture F-102', 'Facture F-102.pdf'],
  ['Facture F-102.PDF', 'Facture F-102.pdf'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['CON', '_CON.pdf'],
  ['nul.txt', '_nul.txt'],
  ['Com1.2026.pdf', '_Com1.2026.pdf'],
  ['LPT¹', '_LPT¹.pdf'],
  ['console.pdf', 'console.pdf'],
  ['', 'document.pdf'],
  ['...', 'document.pdf'],
  ['.pdf', 'document.pdf'],
  ['fin avec un point. ', 'fin avec un point.pdf'],
  ['facture.exe', 'facture.exe.pdf'],
  ['facture.pdf.lnk', 'facture.pdf.lnk.pdf'],
  ['page.html', 'page.html.pdf'],
  ['classeur.xlsm', 'classeur.xlsm.pdf'],
  ['facture\u202efdp.exe', 'facture fdp.exe.pdf'],
  ['retour\r\nà la ligne\u0000.pdf', 'retour à la ligne.pdf'],
  ['e\u0301te\u0301.pdf', 'été.pdf'],
  ['n° 12 « été » – 1\u202f234,56 €.pdf', 'n° 12 « été » – 1 234,56 €.pdf'],
])('« %s » becomes « %s »', (name, expected) => {
  expect(readableFileName(name, 'pdf')).toBe(expected);
});

test('any text gives one path component that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const name = readableFileName(text, 'pdf');
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(182);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u);
      expect(name).toMatch(/^[^\s.].*\.[a-z0-9]{1,5}$/su);
      expect(readableFileName(name, 'pdf')).toBe(name);
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});

test('a taken name gets the next free number before its extension', () => {
  const taken = new Set(['a.pdf', 'a (2).pdf']);
  expect(freeFileName('a.pdf', (name) => taken.has(name))).toBe('a (3).pdf');
  expect(freeFileName('b.pdf', (name) => taken.has(name))).toBe('b.pdf');
});

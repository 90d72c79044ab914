import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { largestCopyBytes, mostCopyPages, openCopy } from '../../../../electron/letters/copy-file.ts';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import { withAppendedCopies } from '../../../../shared/letters/appended-copies.ts';
import { defaultLetterLayout } from '../../../../shared/letters/letter-document.ts';
import { letter, letterOver } from '../../shared/letters/sample-letter.ts';
import { hostileCopy } from './hostile-copy.ts';
import { checkedPdf, pageTexts, placedWords, plainPdf } from './pdf-page.ts';
import { pngFile } from './png-file.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const rendered = async (files: Readonly<Record<string, Uint8Array>>, model = letter()) =>
  renderLetters({
    models: [model],
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
    extras: {
      appended: {
        [model.reminderId]: Object.keys(files).map((hash, index) => ({
          hash,
          name: `facture F-${index + 1}`,
        })),
      },
    },
    readCopy: async (hash) => files[hash],
  });

describe('copies appended to a letter', { timeout: 60_000 }, () => {
  let copy = new Uint8Array();
  beforeAll(async () => {
    copy = new Uint8Array(await hostileCopy());
  });

  it('come after the letter with their annex number, upright, and the letter keeps its own page numbers', async () => {
    const outcome = await rendered({ a: copy, b: pngFile(300, 200) });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    const [single] = outcome.value.letters;
    const pages = pageTexts(single?.bytes ?? new Uint8Array());
    expect(pages).toHaveLength(7);
    expect(single?.pageCount).toBe(7);
    expect(pages[0]).toMatch(/1\/2$/u);
    expect(pages[1]).toMatch(/2\/2$/u);
    expect(pages[2]).toContain('FACTURE FA2026-001');
    expect(pages[2]).toContain('Annexe 1 : facture F-1 (1/4)');
    expect(pages[5]).toBe('Annexe 1 : facture F-1 (4/4)');
    expect(pages[6]).toBe('Annexe 2 : facture F-2');
    expect(pageTexts(outcome.value.batch)).toEqual(pages);
    const words = placedWords(single?.bytes ?? new Uint8Array());
    for (const word of words.filter(({ page }) => page > 2)) {
      expect(word.leftMm).toBeGreaterThan(0);
      expect(word.rightMm).toBeLessThan(210);
      expect(word.topMm).toBeGreaterThan(0);
      expect(word.bottomMm).toBeLessThan(297);
    }
    const invoice = words.find(({ text }) => text === 'FACTURE');
    expect(invoice?.topMm).toBeGreaterThan(20);
    expect(invoice?.topMm).toBeLessThan(35);
  });

  it('bring over what they show and nothing that acts', async () => {
    const outcome = await rendered({ a: copy });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    for (const bytes of [outcome.value.batch, outcome.value.letters[0]?.bytes ?? new Uint8Array()]) {
      expect(pageTexts(bytes)[2]).toContain('PAYE');
      const text = checkedPdf(bytes);
      for (const word of [
        'JavaScript',
        '/JS',
        '/Launch',
        '/OpenAction',
        '/AA',
        '/URI',
        '/EmbeddedFile',
        '/Type /Annot',
        '/Link',
        'payload.exe',
        'evil.example',
      ])
        expect(text.includes(word), word).toBe(false);
    }
  });

  it('are refused where they are encrypted, damaged, too large or no page at all', async () => {
    const kindOf = async (bytes: Uint8Array): Promise<string> => {
      const opened = await openCopy(bytes);
      return opened.ok ? opened.value.kind : opened.error.kind;
    };
    expect(await kindOf(copy)).toBe('pdf');
    expect(await kindOf(pngFile(20, 20))).toBe('image');
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await kindOf(await locked.save())).toBe('encrypted');
    expect(await kindOf(copy.subarray(0, 300))).toBe('damaged');
    expect(await kindOf(new TextEncoder().encode('%PDF-1.7\nnothing more'))).toBe('damaged');
    expect(await kindOf(new TextEncoder().encode('a letter'))).toBe('not-printable');
    expect(await kindOf(new Uint8Array(largestCopyBytes + 1))).toBe('too-large');
    const long = await PDFDocument.create();
    for (let page = 0; page <= mostCopyPages; page += 1) long.addPage();
    expect(await kindOf(await long.save())).toBe('too-large');
  });

  it('never unpack to more than a copy may have', async () => {
    const bomb = await PDFDocument.create();
    const page = bomb.addPage();
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 9 });
    const stream = bomb.context.register(
      bomb.context.stream(new Uint8Array(packed), { Filter: 'FlateDecode' }),
    );
    page.node.set(PDFName.of('Contents'), stream);
    const opened = await openCopy(await bomb.save());
    expect(opened).toEqual({ ok: false, error: { kind: 'too-large' } });
    const table = new TextEncoder().encode(
      `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    );
    const hidden = Buffer.concat([table, packed, Buffer.from('\nendstream\nendobj\n')]);
    expect(await openCopy(new Uint8Array(hidden))).toEqual({ ok: false, error: { kind: 'too-large' } });
  });

  it('stop the batch with the name of a copy that can no more be opened', async () => {
    const outcome = await rendered({ a: new Uint8Array(randomBytes(500)) });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'copy', name: 'facture F-1' } });
  });

  it('are announced as they are appended', async () => {
    const model = letterOver(3);
    const [first = '', second = ''] = model.table.map(({ number }) => number);
    const listed = withAppendedCopies(model, [
      { number: first, hash: 'a' },
      { number: second, hash: 'b' },
    ]);
    expect(listed.enclosures).toEqual([
      `Copie de la facture ${first} (annexe 1)`,
      `Copie de la facture ${second} (annexe 2)`,
      'Décompte annexé',
    ]);
    expect(withAppendedCopies(model, []).enclosures).toEqual(['Décompte annexé']);
    const many = letterOver(100);
    const all = many.table.map(({ number }) => ({ number, hash: 'a' }));
    expect(withAppendedCopies(many, all).enclosures[0]).toBe('Copie des 100 factures (annexes 1 à 100)');
    expect(withAppendedCopies(many, all.slice(0, 60)).enclosures[0]).toBe(
      'Copie de 60 factures sur 100 (annexes 1 à 60)',
    );
  });

  it('of a hundred invoices go with one letter', async () => {
    const model = letterOver(100);
    const plain = await PDFDocument.create();
    const font = await plain.embedFont(StandardFonts.Helvetica);
    plain.addPage().drawText('COPIE', { x: 50, y: 700, size: 20, font });
    const bytes = await plain.save();
    const files = Object.fromEntries(Array.from({ length: 100 }, (_unused, index) => [`h${index}`, bytes]));
    const outcome = await rendered(files, model);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    const pages = pageTexts(outcome.value.batch);
    expect(pages.filter((text) => text.startsWith('COPIE'))).toHaveLength(100);
    expect(pages.at(-1)).toContain('Annexe 100 : facture F-100');
    expect(plainPdf(outcome.value.batch).length).toBeGreaterThan(0);
  });
});

import { fileURLToPath } from 'node:url';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import { srgbProfile } from '../../../../electron/letters/srgb-profile.ts';
import type { BatchExtras } from '../../../../shared/ipc/print-contract.ts';
import { defaultLetterLayout } from '../../../../shared/letters/letter-document.ts';
import { client, company, letter } from '../../shared/letters/sample-letter.ts';
import { checkedPdf, pdfFacts, pdfFonts, plainPdf, structureText } from './pdf-page.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const render = async (over: Parameters<typeof letter>[0] = {}): Promise<Uint8Array> => {
  const rendered = await renderLetters({
    models: [letter(over)],
    layout: defaultLetterLayout,
    images: new Map(),
    fontsFolder,
  });
  if (!rendered.ok) throw new Error(rendered.error.kind);
  const [single] = rendered.value.letters;
  if (!single) throw new Error('no letter');
  return single.bytes;
};

describe('a letter as a file for archives', { timeout: 60_000 }, () => {
  it('tells its title, author, language and kind, the same in both places', async () => {
    const facts = pdfFacts(await render());
    expect(facts.Title).toBe('MISE EN DEMEURE DE PAYER – Menuiserie Œuvre & Façades SAS');
    expect(facts.Author).toBe('Atelier Dupré SARL');
    expect(facts.JavaScript).toBe('no');
    expect(facts.Encrypted).toBe('no');
    const document = await PDFDocument.load(await render(), { updateMetadata: false });
    expect(document.getLanguage()).toBe('fr-FR');
    const metadata = document.catalog.lookup(PDFName.of('Metadata'));
    if (!(metadata instanceof PDFRawStream)) throw new Error('no metadata');
    const xmp = Buffer.from(metadata.contents).toString('utf8');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(xmp).toContain('MISE EN DEMEURE DE PAYER – Menuiserie Œuvre &#38; Façades SAS');
    expect(xmp).toContain('<rdf:li>fr-FR</rdf:li>');
    expect(xmp).toContain('<xmp:CreateDate>2026-11-22T12:00:00Z</xmp:CreateDate>');
    const preferences = document.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.get(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true');
  });

  it('says English of an English letter', async () => {
    const document = await PDFDocument.load(
      await render({ language: 'en', kind: 'reminder', registered: false }),
      { updateMetadata: false },
    );
    expect(document.getLanguage()).toBe('en-GB');
  });

  it('carries its fonts, its colour space and an identifier, and prints its links', async () => {
    const bytes = await render({
      company: { ...company, paymentLink: 'https://payer.example/?m={montant}&r={reference}' },
    });
    for (const font of pdfFonts(bytes)) {
      expect(font.name).toMatch(/^[A-Z]{6}\+SourceSerif4/u);
      expect(font.isEmbedded).toBe(true);
      expect(font.isSubset).toBe(true);
      expect(font.hasUnicode).toBe(true);
    }
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const intent = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFA1');
    expect(document.context.trailerInfo.ID).toBeDefined();
    const annotations = document.getPage(0).node.Annots();
    expect(annotations?.size()).toBeGreaterThan(0);
    const actions: string[] = [];
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index, PDFDict);
      expect(annotation?.get(PDFName.of('F'))?.toString()).toBe('4');
      const action = annotation?.lookup(PDFName.of('A'), PDFDict);
      expect(action?.get(PDFName.of('S'))?.toString()).toBe('/URI');
      actions.push(action?.get(PDFName.of('URI'))?.toString() ?? '');
    }
    for (const uri of actions)
      expect(uri).toMatch(/^\(https:\/\/payer\.example\/\?m=1983\.29&r=RF\d{2}FA2026001\)$/u);
  });

  it('is tagged: paragraphs in reading order, rules and running lines left out', async () => {
    const bytes = await render();
    expect(pdfFacts(bytes).Tagged).toBe('yes');
    const text = structureText(bytes);
    expect(text.indexOf('Objet : MISE EN DEMEURE DE PAYER')).toBeGreaterThan(text.indexOf('24 AVENUE'));
    expect(text.indexOf('Hélène Dupré')).toBeGreaterThan(text.indexOf('nous vous mettons en demeure'));
    // The legal line at the foot is pagination.
    expect(text).not.toContain('SARL au capital');
    for (const word of ['Menuiserie', 'FA2026-001', 'IBAN', 'L441-10', 'salutations'])
      expect(text).toContain(word);
  });

  it('is the same file every time', async () => {
    expect(Buffer.compare(await render(), await render())).toBe(0);
  });
});

describe('a batch as a file for archives', { timeout: 60_000 }, () => {
  // One page each: poppler sets a page anew for every piece of its structure.
  const short = {
    kind: 'reminder',
    registered: false,
    claim: { penalties: false, indemnity: false },
    text: { before: ['Madame, Monsieur,'], after: ['Cordialement,'] },
  } as const;
  const batchOf = async (extras: BatchExtras, readCopy?: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const rendered = await renderLetters({
      models: [
        letter(short),
        letter({ ...short, reminderId: 'r2', client: client({ name: 'Établissements Zélie' }) }),
      ],
      layout: { ...defaultLetterLayout, duplex: true },
      images: new Map(),
      fontsFolder,
      extras,
      readCopy,
    });
    if (!rendered.ok) throw new Error(rendered.error.kind);
    return rendered.value.batch;
  };
  const kindOf = (bytes: Uint8Array): boolean => plainPdf(bytes).includes('<pdfaid:part>2</pdfaid:part>');

  it('is tagged letter by letter and tells its title and language', async () => {
    const bytes = await batchOf({ fileCopies: true });
    checkedPdf(bytes);
    const facts = pdfFacts(bytes);
    expect(facts.Title).toBe('Courriers du 22/11/2026');
    expect(facts.Tagged).toBe('yes');
    const text = structureText(bytes);
    const [first, second, further] = [...text.matchAll(/Madame, Monsieur,/gu)].map(({ index }) => index);
    expect(further).toBeUndefined();
    expect(text.indexOf('Menuiserie')).toBeGreaterThanOrEqual(0);
    expect(first).toBeGreaterThan(text.indexOf('Menuiserie'));
    expect(text.indexOf('Zélie')).toBeGreaterThan(first ?? Infinity);
    expect(second).toBeGreaterThan(text.indexOf('Zélie'));
    expect(text).not.toContain('Exemplaire dossier');
    for (const font of pdfFonts(bytes)) expect(font.isEmbedded).toBe(true);
    expect(kindOf(bytes)).toBe(true);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getLanguage()).toBe('fr-FR');
  });

  it('claims nothing where it holds pages that others made', async () => {
    const copy = await render();
    const bytes = await batchOf(
      { appended: { r2: [{ hash: 'f'.repeat(64), name: 'Facture' }] } },
      async () => copy,
    );
    checkedPdf(bytes);
    expect(kindOf(bytes)).toBe(false);
  });
});

describe('the colour profile', () => {
  it('is a whole ICC profile of version 2 for RGB screens', () => {
    const profile = srgbProfile();
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.subarray(8, 12).toString('hex')).toBe('02100000');
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
    const count = profile.readUInt32BE(128);
    const names: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const at = 132 + index * 12;
      names.push(profile.toString('latin1', at, at + 4));
      expect(profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8)).toBeLessThanOrEqual(profile.length);
    }
    expect(names.toSorted()).toEqual(
      ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'].toSorted(),
    );
  });
});

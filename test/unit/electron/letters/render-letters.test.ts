import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { renderLetters } from '../../../../electron/letters/render-letters.ts';
import { formatCreditorReference } from '../../../../shared/identifiers/creditor-reference.ts';
import type { LetterModel } from '../../../../shared/ipc/letter-contract.ts';
import { defaultLetterLayout, type LetterLayout } from '../../../../shared/letters/letter-document.ts';
import { alwaysVisibleArea, envelopes, windowClearance } from '../../../../shared/letters/window-geometry.ts';
import { client, letter, letterOver, noticeText } from '../../shared/letters/sample-letter.ts';
import { pageImage, pageTexts, placedWords } from './pdf-page.ts';
import { readQrAt } from './read-qr.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const render = async (models: readonly LetterModel[], layout: Partial<LetterLayout> = {}) => {
  const rendered = await renderLetters({
    models,
    layout: { ...defaultLetterLayout, ...layout },
    images: new Map(),
    fontsFolder,
  });
  if (!rendered.ok) throw new Error(rendered.error.kind);
  return rendered.value;
};

const inOrder = (text: string, parts: readonly string[]): void => {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    expect(found, `« ${part} » after « ${text.slice(Math.max(0, at - 40), at)} »`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
};

describe('renderLetters', { timeout: 60_000 }, () => {
  it('says everything in the order of a letter', async () => {
    const [page = ''] = pageTexts((await render([letter({ trackingNumber: '1A 123 456 7890 1' })])).batch);
    inOrder(page, [
      'Atelier Dupré SARL',
      'Lettre recommandée avec demande d’avis de réception',
      'n° 1A 123 456 7890 1',
      'Menuiserie Œuvre & Façades SAS',
      '24 AVENUE DE LA REPUBLIQUE',
      '69100 VILLEURBANNE CEDEX 02',
      'Lyon, le 22 novembre 2026',
      'Objet : MISE EN DEMEURE DE PAYER',
      'nous vous mettons en demeure',
      'FA2026-001',
      '01/03/2026 31/08/2026 1 890,00 1 890,00 83 53,29 40,00',
      'Principal restant dû 1 890,00 €',
      'Pénalités de retard au 22/11/2026 53,29 €',
      'Indemnité forfaitaire de recouvrement 40,00 €',
      'Total à régler au plus tard le 02/12/2026 1 983,29 €',
      'puis 0,64 € par jour de retard',
      'ATELIER DUPRÉ SARL',
      'FR76 3000 6000 0112 3456 7890 189',
      'AGRIFRPP',
      formatCreditorReference(letter().payment.reference),
      'Virement en un scan',
      'injonction de payer',
      'salutations distinguées',
      'Hélène Dupré',
      'L441-10',
      'SARL au capital de 10 000 € · SIREN 732 829 320 · RCS Lyon · TVA FR 44 732829320',
    ]);
  });

  it('keeps the text of the second and third letter, after « É » in the first', async () => {
    const names = ['Établissements Éclair', 'Ets Façades', 'Entreprise Évrard Œuvres'];
    const { letters, batch } = await render(
      names.map((name, index) => letter({ reminderId: `r${index}`, client: client({ name }) })),
    );
    const pages = pageTexts(batch).join(' ');
    names.forEach((name, index) => {
      expect(pages).toContain(name);
      expect(pageTexts(letters[index]?.bytes ?? new Uint8Array()).join(' ')).toContain(name);
    });
    expect(letters.map((single) => single.reminderId)).toEqual(['r0', 'r1', 'r2']);
  });

  it.each(['DL', 'C5'] as const)(
    'puts nothing but the whole address into the %s window',
    async (addressModel) => {
      const lines = [
        'Menuiserie Œuvre & Façades du Rhône SAS',
        'À l’attention du service comptabilité',
        'BATIMENT C ZONE ARTISANALE',
        '124 AV DU MARECHAL DE LATTRE DE TASSIG',
        'BP 1234',
        '69100 VILLEURBANNE CEDEX 02',
      ];
      const model = { ...letter({ duplicate: true }), recipient: { lines } };
      const long = {
        ...model,
        sender: { ...model.sender, lines: Array.from({ length: 6 }, () => 'x y '.repeat(20)) },
      };
      const { batch } = await render([long], { addressModel });
      const visible = alwaysVisibleArea(envelopes[addressModel]);
      const clear = windowClearance(envelopes[addressModel]);
      const inside = placedWords(batch).filter(
        (word) =>
          word.page === 1 &&
          word.rightMm > clear.leftMm &&
          word.leftMm < clear.rightMm &&
          word.bottomMm > clear.topMm &&
          word.topMm < clear.bottomMm,
      );
      expect(inside.map((word) => word.text).join(' ')).toBe(lines.join(' '));
      for (const word of inside) {
        expect(word.leftMm).toBeGreaterThanOrEqual(visible.leftMm);
        expect(word.rightMm).toBeLessThanOrEqual(visible.rightMm);
        expect(word.topMm).toBeGreaterThanOrEqual(visible.topMm);
        expect(word.bottomMm).toBeLessThanOrEqual(visible.bottomMm);
      }
    },
  );

  it('moves the address by the offsets of the printer', async () => {
    const at = async (layout: Partial<LetterLayout>) => {
      const word = placedWords((await render([letter()], layout)).batch).find(
        ({ text }) => text === 'Menuiserie',
      );
      return { x: word?.leftMm ?? 0, y: word?.topMm ?? 0 };
    };
    const [plain, moved] = [await at({}), await at({ offsetXmm: 3, offsetYmm: -2 })];
    expect(moved.x - plain.x).toBeCloseTo(3, 1);
    expect(moved.y - plain.y).toBeCloseTo(-2, 1);
  });

  it('prints a QR code that reads as the payload', async () => {
    const model = letter();
    const payload = model.payment.qrPayload ?? '';
    const { batch } = await render([model]);
    const caption = placedWords(batch).find((word) => word.text === 'Virement');
    const image = pageImage(batch, caption?.page ?? 0, 300);
    const pixels = image.pixelsPerPoint * (72 / 25.4);
    // The code ends 2 pt above its caption and at the right margin.
    const place = {
      rightPx: 190 * pixels,
      bottomPx: ((caption?.topMm ?? 0) - (2 * 25.4) / 72) * pixels,
      sidePx: 23 * pixels,
    };
    expect(readQrAt(image.isDark, place)).toBe(payload);
  });

  it('repeats the heading and carries the sums where a table runs over pages', async () => {
    const model = letterOver(40);
    const { batch, letters } = await render([model]);
    const pages = pageTexts(batch);
    const shown = (cents: number) =>
      (cents / 100)
        .toFixed(2)
        .replace('.', ',')
        .replace(/\B(?=(\d{3})+,)/u, ' ');
    const first = pages[0] ?? '';
    const second = pages[1] ?? '';
    const count = model.table.filter((row) => first.includes(row.number)).length;
    expect(count).toBeGreaterThan(10);
    const carried = model.table.slice(0, count);
    const sum = shown(carried.reduce((total, row) => total + row.remainingCents, 0));
    expect(first).toMatch(new RegExp(`À reporter .*${sum} .*1/${pages.length}$`, 'u'));
    expect(second).toMatch(new RegExp(`Report .*${sum} .*Facture Émise le`, 'u'));
    expect(second).toContain(`Total (40 factures)`);
    expect(letters[0]?.pageCount).toBe(pages.length);
    // Once in the table, once as the title of its décompte.
    for (const row of model.table) expect(pages.join(' ').split(`${row.number} `)).toHaveLength(3);
  });

  it('numbers pages within each letter and names sender and client on the pages that follow', async () => {
    const pages = pageTexts((await render([letter(), letterOver(40), letter()])).batch);
    const numbers = pages.map((page) => / (\d+\/\d+)$/u.exec(page)?.[1]);
    const long = pages.length - 4;
    expect(numbers).toEqual([
      '1/2',
      '2/2',
      ...Array.from({ length: long }, (_, index) => `${index + 1}/${long}`),
      '1/2',
      '2/2',
    ]);
    expect(pages[1]).toMatch(/^Atelier Dupré SARL à Menuiserie Œuvre & Façades SAS 22\/11\/2026/u);
  });

  it('never leaves the signature alone on a page', async () => {
    for (let extra = 0; extra < 8; extra += 1) {
      const after = [...Array.from({ length: extra }, () => 'Un paragraphe de plus.'), ...noticeText.after];
      const pages = pageTexts((await render([letter({ text: { ...noticeText, after } })])).batch);
      const signed = pages.find((page) => page.includes('Hélène Dupré')) ?? '';
      expect(signed).toContain('salutations distinguées');
    }
  });

  it('begins every letter on a front page when printed on both sides', async () => {
    const long = letterOver(40);
    const single = letter({ claim: { penalties: false, indemnity: false }, kind: 'reminder' });
    const { batch, letters, pageCount } = await render([single, long, single], { duplex: true });
    const pages = pageTexts(batch);
    expect(letters[0]?.pageCount).toBe(1);
    expect(pages[1]).toBe('');
    expect(pages[2]).toMatch(/1\/\d+$/u);
    expect(pages.length).toBe(pageCount);
    const starts = pages.flatMap((page, index) => (/ 1\/\d+$/u.test(page) ? [index] : []));
    expect(starts).toHaveLength(3);
    for (const start of starts) expect(start % 2).toBe(0);
  });

  it('sets language, title and author, and gives the same bytes for the same letter', async () => {
    const [first, second] = [await render([letter()]), await render([letter()])];
    expect(Buffer.from(first.batch).equals(Buffer.from(second.batch))).toBe(true);
    const pdf = await PDFDocument.load(first.letters[0]?.bytes ?? new Uint8Array());
    expect(pdf.getTitle()).toBe('MISE EN DEMEURE DE PAYER – Menuiserie Œuvre & Façades SAS');
    expect(pdf.getAuthor()).toBe('Atelier Dupré SARL');
    expect(pdf.getCreator()).toBe('Acquit');
    expect(pdf.getLanguage()).toBe('fr-FR');
  });

  it('renders a hundred letters, tells progress, and stops between letters when cancelled', async () => {
    const models = Array.from({ length: 100 }, (_, index) => letter({ reminderId: `r${index}` }));
    const told: number[] = [];
    const done = await renderLetters({
      models,
      layout: defaultLetterLayout,
      images: new Map(),
      fontsFolder,
      onProgress: (count) => told.push(count),
    });
    expect(done.ok && done.value.letters).toHaveLength(100);
    expect(told).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    const controller = new AbortController();
    const seen: number[] = [];
    const cancelled = await renderLetters({
      models,
      layout: defaultLetterLayout,
      images: new Map(),
      fontsFolder,
      signal: controller.signal,
      onProgress: (count) => {
        seen.push(count);
        if (count === 5) controller.abort();
      },
    });
    expect(cancelled).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('does nothing without letters', async () => {
    const nothing = await renderLetters({
      models: [],
      layout: defaultLetterLayout,
      images: new Map(),
      fontsFolder,
    });
    expect(nothing).toEqual({ ok: false, error: { kind: 'no-letters' } });
  });
});

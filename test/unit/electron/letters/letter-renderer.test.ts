import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentFailure } from '../../../../electron/documents/document-store.ts';
import { createLetterRenderer } from '../../../../electron/letters/letter-renderer.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { client, company, letter } from '../../shared/letters/sample-letter.ts';
import { pageImage, pageTexts } from './pdf-page.ts';
import { pngFile } from './png-file.ts';

const fontsFolder = fileURLToPath(new URL('../../../../assets/fonts', import.meta.url));

const memoryStore = () => {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    put: async (bytes: Uint8Array) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      files.set(hash, bytes);
      return ok(hash);
    },
    read: async (hash: string) => {
      const bytes = files.get(hash);
      return bytes ? ok(bytes) : fail<DocumentFailure>({ kind: 'missing', hash });
    },
  };
};

describe('createLetterRenderer', { timeout: 60_000 }, () => {
  it('keeps batch and letters in the store under the hashes it answers', async () => {
    const store = memoryStore();
    const render = createLetterRenderer({ fontsFolder, documents: () => store });
    const outcome = await render([letter({ reminderId: 'a' }), letter({ reminderId: 'b' })]);
    if (!outcome.ok) throw new Error(outcome.error.message);
    const { hash, pageCount, letters } = outcome.value;
    expect(letters.map((single) => single.reminderId)).toEqual(['a', 'b']);
    expect(pageTexts(store.files.get(hash) ?? new Uint8Array())).toHaveLength(pageCount);
    for (const single of letters)
      expect(pageTexts(store.files.get(single.hash) ?? new Uint8Array())).toHaveLength(single.pageCount);
  });

  it('answers no batch when it is stopped while letters are kept', async () => {
    const store = memoryStore();
    const control = new AbortController();
    const render = createLetterRenderer({
      fontsFolder,
      documents: () => ({
        ...store,
        put: (bytes) => {
          control.abort();
          return store.put(bytes);
        },
      }),
      signal: () => control.signal,
    });
    const outcome = await render([letter({ reminderId: 'a' }), letter({ reminderId: 'b' })]);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(store.files.size).toBe(1);
  });

  it('prints no letter that lacks what it must have, and none of its batch', async () => {
    const store = memoryStore();
    const render = createLetterRenderer({ fontsFolder, documents: () => store });
    const consumer = letter({ client: client({ regime: 'b2c' }) });
    for (const [model, reason] of [
      [{ ...letter(), deadlineOn: undefined }, 'date limite'],
      [{ ...letter(), subject: 'Rappel' }, 'MISE EN DEMEURE DE PAYER'],
      [{ ...letter(), totals: { ...letter().totals, totalCents: 1 } }, 'somme des lignes'],
      [{ ...consumer, legalReferences: 'Articles L441-10 et D441-5.' }, 'Ni indemnité'],
    ] as const) {
      const outcome = await render([letter(), model]);
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'refused' } });
      expect(!outcome.ok && outcome.error.message).toContain(reason);
    }
    expect(store.files.size).toBe(0);
    expect((await render([consumer])).ok).toBe(true);
  });

  it('prints logo and signature from the store', async () => {
    const store = memoryStore();
    const stored = await store.put(pngFile(120, 60));
    const render = createLetterRenderer({ fontsFolder, documents: () => store });
    const outcome = await render([
      letter({ company: { ...company, logoHash: stored.value, signatureHash: stored.value } }),
    ]);
    if (!outcome.ok) throw new Error(outcome.error.message);
    const image = pageImage(store.files.get(outcome.value.hash) ?? new Uint8Array(), 1, 72);
    const points = (mm: number) => (mm * 72) / 25.4;
    // 36 × 18 mm of logo from the corner of the margins.
    expect(image.isDark(points(26), points(21))).toBe(true);
    expect(image.isDark(points(60), points(37))).toBe(true);
    expect(image.isDark(points(63), points(30))).toBe(false);
  });

  it('says in French that a logo is gone or no image', async () => {
    const store = memoryStore();
    const text = await store.put(new TextEncoder().encode('%PDF-1.7'));
    const render = createLetterRenderer({ fontsFolder, documents: () => store });
    const gone = await render([letter({ company: { ...company, logoHash: 'f'.repeat(64) } })]);
    expect(gone).toMatchObject({ ok: false, error: { kind: 'image-missing' } });
    const noImage = await render([letter({ company: { ...company, logoHash: text.value } })]);
    expect(noImage).toMatchObject({ ok: false, error: { kind: 'not-an-image' } });
    expect(noImage.ok ? '' : noImage.error.message).toContain('réglages');
  });

  it('says that the disk is full', async () => {
    const documents = {
      read: memoryStore().read,
      put: async () => fail<DocumentFailure>({ kind: 'io', code: 'ENOSPC', fileName: 'x' }),
    };
    const outcome = await createLetterRenderer({ fontsFolder, documents: () => documents })([letter()]);
    expect(outcome.ok ? '' : outcome.error.message).toContain('disque est plein');
  });
});

import { expect, it } from 'vitest';
import { documentHash } from '../../../../electron/documents/document-store.ts';
import { createPreviewCache } from '../../../../electron/letters/preview-cache.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('keeps the last previews under the hash of their content and lets the oldest go', async () => {
  const cache = createPreviewCache(2);
  const hashes: string[] = [];
  for (const text of ['one', 'two', 'one', 'three']) {
    const kept = await cache.put(bytes(text));
    if (kept.ok) hashes.push(kept.value);
  }
  expect(hashes[0]).toBe(documentHash(bytes('one')));
  expect(cache.get(documentHash(bytes('one')))).toEqual(bytes('one'));
  expect(cache.get(documentHash(bytes('three')))).toEqual(bytes('three'));
  expect(cache.get(documentHash(bytes('two')))).toBeUndefined();
});

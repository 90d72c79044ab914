import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { canMakeReadOnly, makeReadOnly } from './limited-disk.ts';
import { appendAll, databaseId, openMirrorIn, rowsOfMirror } from './open-mirror-in.ts';
import { invoiceChanges } from './sample-changes.ts';

const readOnlyCode = expect.stringMatching(/^(EROFS|EACCES|EPERM)$/);

// Rights do not stop root, and not every container may mount: the code then has no read-only folder to meet.
if (await canMakeReadOnly())
  test('a read-only mirror shows all it has and refuses more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acquit-read-only-'));
    const journal = join(folder, 'journal.ndjson');
    const mirror = await openMirrorIn(folder);
    await mirror.create(databaseId);
    await appendAll(mirror, invoiceChanges(3));
    await mirror.close();
    await appendFile(journal, '{"torn');
    const bytes = await readFile(journal);

    const release = await makeReadOnly(folder);
    if (!release) throw new Error('this test needs the right to make a folder read-only');
    try {
      const readOnly = await openMirrorIn(folder);
      expect(readOnly.status()).toMatchObject({ kind: 'ready', lastSequence: 3, rowCounts: { invoices: 3 } });
      expect((await rowsOfMirror(readOnly)).size).toBe(3);
      expect(await readOnly.append(databaseId, invoiceChanges(1, 4))).toMatchObject({
        ok: false,
        error: { kind: 'io', code: readOnlyCode },
      });
      await readOnly.close();
      const store = await openDocumentStore({ folder: join(folder, 'documents') });
      if (!store.ok) throw new Error('not opened');
      expect(await store.value.put(Buffer.from('x'))).toMatchObject({
        ok: false,
        error: { kind: 'io', code: readOnlyCode },
      });
    } finally {
      await release();
    }

    expect(await readFile(journal)).toEqual(bytes);
    const again = await openMirrorIn(folder);
    expect(await again.append(databaseId, invoiceChanges(1, 4))).toEqual({
      ok: true,
      value: { lastSequence: 4 },
    });
    await again.close();
    await rm(folder, { recursive: true });
  });

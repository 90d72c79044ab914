import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CaseFileOptions, writeCaseFile } from '../../../../electron/cases/write-case-file.ts';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { typeset } from '../../../../electron/letters/typeset.ts';
import { caseFigures } from '../../../../shared/cases/case-figures.ts';
import { day } from '../../../../shared/dates/day.ts';
import type { Ledger } from '../../../../shared/ledger/ledger.ts';
import { zeroCents } from '../../../../shared/money/cents.ts';
import { formatAmount } from '../../../../shared/money/format-amount.ts';
import {
  claimsClient,
  claimsInvoice,
  claimsLedger,
  postedNotice,
} from '../../shared/claims/claims-ledger.ts';
import { pageTexts } from '../letters/pdf-page.ts';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'acquit-case-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const fonts = resolve(import.meta.dirname, '../../../../assets/fonts');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hostile = `${'Œ'.repeat(250)} ../../CON: <a>|?*\u202Eexe.pdf`;

const scene = async () => {
  const opened = await openDocumentStore({ folder: join(root, 'documents') });
  if (!opened.ok) throw new Error('no store');
  const documents = opened.value;
  const kept = async (text: string): Promise<string> => {
    const put = await documents.put(Buffer.from(`%PDF-1.4 ${text}`));
    if (!put.ok) throw new Error('not kept');
    return put.value;
  };
  const [invoiceHash, contractHash, noticeHash] = [await kept('f'), await kept('c'), await kept('n')];
  const notice = {
    ...postedNotice(['F-1'], day('2026-10-01'), day('2026-10-03')),
    documents: [{ hash: noticeHash, name: 'Mise en demeure.pdf', mediaType: 'application/pdf' }],
  };
  const piece = (id: string, hash: string, name: string) => ({
    id,
    clientId: 'c1',
    kind: 'contract' as const,
    title: name,
    addedOn: day('2026-11-01'),
    document: { hash, name, mediaType: 'application/pdf' },
  });
  const ledger: Ledger = {
    ...claimsLedger({
      client: claimsClient({ name: hostile }),
      invoices: [claimsInvoice('F-1', 120_000, '2026-06-30', { documentHash: invoiceHash })],
      reminders: [notice],
    }),
    pieces: new Map([
      ['p1', piece('p1', contractHash, hostile)],
      ['p2', piece('p2', 'cd'.repeat(32), 'Devis perdu.pdf')],
    ]),
    legalCases: new Map([
      [
        'k1',
        {
          id: 'k1',
          clientId: 'c1',
          invoiceIds: ['F-1'],
          openedOn: day('2026-11-01'),
          facts: {},
          costsCents: zeroCents,
          note: 'pour nous seuls',
          documents: [],
        },
      ],
    ]),
  };
  const path = join(root, 'dossier.zip');
  const options: CaseFileOptions = {
    ledger,
    caseId: 'k1',
    today: day('2026-11-22'),
    documents,
    typeset: (document) => typeset(document, fonts),
    path,
    nowMs: Date.UTC(2026, 10, 22, 13, 5),
  };
  return { options, path };
};

describe('the file of a case', () => {
  it('holds the bordereau first, numbered pieces, and the hash of each', async () => {
    const { options, path } = await scene();
    const steps: number[] = [];
    const done = await writeCaseFile({ ...options, onProgress: (at) => steps.push(at) });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const bytes = await readFile(path);
    expect(done.value.hash).toBe(sha256(bytes));
    expect(done.value.missing).toEqual(['Devis perdu.pdf']);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));

    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names[0]).toBe('00_bordereau_de_pieces.pdf');
    expect(strFromU8(files['00_bordereau_de_pieces.pdf']?.slice(0, 5) ?? new Uint8Array())).toBe('%PDF-');
    const folders = [
      ...new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0])),
    ];
    expect(folders).toEqual([...folders].sort());
    expect(folders).toContain('09_mises_en_demeure');
    const numbers = names.flatMap((name) => /\/(\d{3}) /.exec(name)?.[1] ?? []);
    // The piece that is lost keeps its number, and the bordereau says so.
    const all = Array.from({ length: numbers.length + 1 }, (_, index) => String(index + 1).padStart(3, '0'));
    const [lost = ''] = all.filter((number) => !numbers.includes(number));
    expect(numbers).toEqual(all.filter((number) => number !== lost));
    expect(pageTexts(files['00_bordereau_de_pieces.pdf'] ?? new Uint8Array()).join(' ')).toContain(
      `pièce ${Number(lost)}, Devis perdu.pdf (introuvable sur ce PC)`,
    );

    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array())
      .trim()
      .split('\n');
    expect(sums).toHaveLength(names.length - 1);
    for (const line of sums) {
      const [hash = '', name = ''] = [line.slice(0, 64), line.slice(66)];
      expect(sha256(files[name] ?? new Uint8Array())).toBe(hash);
    }
  });

  it('gives names that Windows takes, and no note of the user', async () => {
    const { options, path } = await scene();
    await writeCaseFile(options);
    const files = unzipSync(await readFile(path));
    for (const name of Object.keys(files)) {
      expect(name.split('/')).toHaveLength(name.includes('/') ? 2 : 1);
      expect(name).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cf}]|\.\./u);
      expect(Buffer.byteLength(name)).toBeLessThan(240);
      if (name.endsWith('.txt') || name.endsWith('.csv'))
        expect(strFromU8(files[name] ?? new Uint8Array())).not.toContain('pour nous seuls');
    }
  });

  it('claims on its bordereau what its décompte comes to, element by element', async () => {
    const { options } = await scene();
    const said: string[] = [];
    const typeset: CaseFileOptions['typeset'] = async ({ info, content }) => {
      if (info.title.startsWith('Bordereau'))
        said.push(
          ...[...JSON.stringify(content).matchAll(/"text":"([^"]*)"/gu)].map(([, text = '']) => text),
        );
      return Buffer.from('%PDF-1.4 ours');
    };
    expect((await writeCaseFile({ ...options, typeset })).ok).toBe(true);
    const { ledger, caseId, today } = options;
    const legalCase = ledger.legalCases.get(caseId);
    const totals = legalCase && caseFigures(ledger, legalCase, today)?.statement.totals;
    if (!totals) throw new Error('no figures');
    expect(totals.interestCents).toBeGreaterThan(0);
    const at = said.indexOf('Principal au 22/11/2026');
    expect(said.slice(at, at + 8)).toEqual([
      'Principal au 22/11/2026',
      formatAmount(totals.principalCents),
      'Intérêts',
      formatAmount(totals.interestCents),
      'Indemnités forfaitaires',
      formatAmount(totals.indemnityCents),
      'Total',
      formatAmount(totals.totalCents),
    ]);
  });

  it('is not made of a piece that changed after its hash was noted', async () => {
    const { options } = await scene();
    const reads = new Map<string, number>();
    const documents: CaseFileOptions['documents'] = {
      read: async (hash) => {
        const count = (reads.get(hash) ?? 0) + 1;
        reads.set(hash, count);
        return { ok: true, value: Buffer.from(`%PDF-1.4 ${hash} ${count}`) };
      },
    };
    const typeset = async () => Buffer.from('%PDF-1.4 ours');
    expect(await writeCaseFile({ ...options, documents, typeset })).toEqual({
      ok: false,
      error: { kind: 'io', code: 'ECHANGED', fileName: 'dossier.zip' },
    });
    expect(await readdir(root)).toEqual(['documents']);
  });

  it('leaves nothing when it is cancelled, the case is gone, or a sum is not known', async () => {
    const { options } = await scene();
    const control = new AbortController();
    control.abort();
    expect(await writeCaseFile({ ...options, signal: control.signal })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(await writeCaseFile({ ...options, caseId: 'k2' })).toEqual({
      ok: false,
      error: { kind: 'no-case' },
    });
    const inFrancs = new Map(
      [...options.ledger.invoices].map(([id, invoice]) => [id, { ...invoice, currency: 'CHF' }]),
    );
    expect(
      await writeCaseFile({ ...options, ledger: { ...options.ledger, invoices: inFrancs } }),
    ).toMatchObject({ error: { kind: 'incomplete', reason: expect.stringContaining('est en CHF') } });
    expect(await readdir(root)).toEqual(['documents']);
  });
});

import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ImportWish, importInvoices } from '../../../../../renderer/db/commands/import.ts';
import { importUndoReview } from '../../../../../renderer/db/commands/import-undo-review.ts';
import { recordPayment } from '../../../../../renderer/db/commands/payments.ts';
import { undoImport } from '../../../../../renderer/db/commands/undo-import.ts';
import {
  batchRows,
  copiesByInvoice,
  copiesByLine,
  copiesToAttach,
  type DocumentBatch,
  documentBatch,
  withChosenLink,
} from '../../../../../renderer/features/import/document-batch.ts';
import { profileName } from '../../../../../renderer/features/import/document-profile.ts';
import {
  type DocumentFile,
  type ReadDocument,
  readDocuments,
} from '../../../../../renderer/features/import/document-reader.ts';
import { day } from '../../../../../shared/dates/day.ts';
import { planLedgerImport } from '../../../../../shared/importing/ledger-import.ts';
import { remainingCents } from '../../../../../shared/ledger/balance.ts';
import type { Command } from '../../../../../shared/ledger/decision.ts';
import { emptyLedger, type Ledger } from '../../../../../shared/ledger/ledger.ts';
import { cents } from '../../../../../shared/money/cents.ts';
import {
  type SampleInvoice,
  sampleInvoice,
  writeCii,
  writePdfWith,
  writeUbl,
} from '../../../../support/written-e-invoice.ts';
import { errorOf, successOf } from '../../../shared/importing/fixture.ts';
import { contextOn } from '../../db/commands/decide.ts';
import { type Ran, runInMemory } from '../../db/commands/run-in-memory.ts';

const nobody = { name: '', siren: '', vatNumber: '' };
const hashOf = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

const read = async (
  name: string,
  bytes: Uint8Array,
  kept = new Map<string, Uint8Array>(),
): Promise<readonly ReadDocument[]> =>
  readDocuments(name, bytes, nobody, hashOf, (hash, content) => void kept.set(hash, content));

const number = sampleInvoice.number;
const cii = strToU8(writeCii(sampleInvoice));
const ubl = strToU8(writeUbl({ ...sampleInvoice, number: 'U-7' }));
const pdfOf = (invoice: SampleInvoice): Promise<Uint8Array> =>
  writePdfWith('factur-x.xml', strToU8(writeCii(invoice)), { objectStreams: true });
const plainPdf = (text: string): Uint8Array => strToU8(`%PDF-1.4\n%${text}\n%%EOF\n`);

let drawn = 0;
const context = () => ({
  ...contextOn('2026-11-23'),
  newId: () => {
    drawn += 1;
    return `id-${drawn}`;
  },
});
const run = <Wish>(ledger: Ledger, command: Command<Wish>, wish: Wish): Ran =>
  successOf(runInMemory(ledger, command, wish, context()));

const copy = ({ hash, size }: DocumentFile) => ({ hash, bytes: size, mediaType: 'application/pdf' as const });
const wishOf = (batch: DocumentBatch): ImportWish => {
  const rows = batchRows(batch);
  return {
    fileName: 'documents.zip',
    fileHash: 'ef'.repeat(32),
    fileHashes: ['aa', 'bb'],
    rows: rows.rows,
    leftOut: rows.leftOut,
    duplicates: rows.duplicates,
    fillDueDates: true,
    cancelAsInFile: false,
    copies: {
      byLine: new Map([...copiesByLine(batch)].map(([line, file]) => [line, copy(file)])),
      byInvoice: new Map([...copiesByInvoice(batch)].map(([id, file]) => [id, copy(file)])),
    },
  };
};
const invoiceOf = (ledger: Ledger, wanted: string) =>
  [...ledger.invoices.values()].find((invoice) => invoice.number === wanted);

describe('a batch of documents', () => {
  it('is read out of a ZIP: invoices, PDFs beside them, lists for other readers, and what is refused', async () => {
    const kept = new Map<string, Uint8Array>();
    const pdf = await pdfOf({ ...sampleInvoice, number: 'P-1' });
    const archive = zipSync({
      'novembre/facture.xml': cii,
      'novembre/ubl.xml': ubl,
      'novembre/facturx.pdf': pdf,
      [`novembre/${number.replace('/', '-')}.pdf`]: plainPdf('copie'),
      'novembre/contrat.pdf': plainPdf('contrat'),
      'novembre/liste.csv': strToU8('Facture;Client;Date;Montant TTC\r\nF-1;Dupont;01/09/2026;12,00'),
      'novembre/photo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      '__MACOSX/novembre/._facture.xml': strToU8('x'),
      '.DS_Store': strToU8('x'),
    });
    const batch = documentBatch(await read('documents.zip', archive, kept), emptyLedger());
    expect(batch.invoices.map(({ row, form }) => [row.line, row.number, form])).toEqual([
      [1, number, 'xml'],
      [2, 'U-7', 'xml'],
      [3, 'P-1', 'pdf'],
    ]);
    expect(batch.linked.map(({ file, link }) => [file.name, link.kind])).toEqual([
      [`novembre/${number.replace('/', '-')}.pdf`, 'batch'],
      ['novembre/contrat.pdf', 'none'],
    ]);
    expect(batch.others.map(({ file, content }) => [file.name, content.kind])).toEqual([
      ['novembre/liste.csv', 'table'],
    ]);
    expect(batch.refused.map(({ name }) => name)).toEqual(['novembre/photo.png']);
    expect(batch.refused[0]?.message).toContain('image');
    // Kept in memory for the import: PDFs and what another reader takes; nothing else.
    expect(kept.size).toBe(4);
    expect(batch.invoices.map(profileName)).toEqual(['CII EN 16931', 'UBL', 'Factur-X EN 16931']);
  });

  it('is imported as any list, each invoice with its PDF, and taken back as a whole', async () => {
    const pdf = await pdfOf(sampleInvoice);
    const batch = documentBatch(await read('facture.pdf', pdf), emptyLedger());
    const plan = planLedgerImport(emptyLedger(), batchRows(batch), () => 'dry');
    expect(copiesToAttach(batch, plan, emptyLedger())).toBe(1);
    const imported = run(emptyLedger(), importInvoices, wishOf(batch));
    const invoice = invoiceOf(imported.ledger, number);
    expect(invoice).toMatchObject({
      documentHash: await hashOf(pdf),
      documentBytes: pdf.length,
      documentMediaType: 'application/pdf',
    });
    expect(imported.pages[0]?.label).toContain('1\u00a0copie jointe');
    expect([...imported.ledger.imports.values()]).toMatchObject([{ fileHashes: ['aa', 'bb'] }]);
    const undone = run(imported.ledger, undoImport, { pages: imported.pages, keepUsed: false });
    expect(undone.ledger.invoices.size + undone.ledger.clients.size + undone.ledger.imports.size).toBe(0);
    expect(invoiceOf(run(undone.ledger, importInvoices, wishOf(batch)).ledger, number)?.documentHash).toBe(
      await hashOf(pdf),
    );
  });

  it('doubles nothing when it comes again, and brings no paid invoice back', async () => {
    const batch = documentBatch(await read('facture.xml', cii), emptyLedger());
    const { ledger } = run(emptyLedger(), importInvoices, wishOf(batch));
    expect(errorOf(importInvoices(ledger, wishOf(batch), context())).kind).toBe('nothing-new');
    const id = invoiceOf(ledger, number)?.id ?? '';
    const paid = run(ledger, recordPayment, {
      invoiceIds: [id],
      receivedCents: cents(remainingCents(ledger, id)),
      receivedOn: day('2026-11-20'),
      method: 'transfer',
    });
    expect(errorOf(importInvoices(paid.ledger, wishOf(batch), context())).kind).toBe('nothing-new');
    expect(remainingCents(paid.ledger, id)).toBe(0);
  });

  it('gives PDFs without XML to the invoices that the ledger has, once, and never to two that fit', async () => {
    const { ledger } = run(
      emptyLedger(),
      importInvoices,
      wishOf(documentBatch(await read('facture.xml', cii), emptyLedger())),
    );
    const pdf = plainPdf('copie');
    const later = documentBatch(await read(`Facture ${number}.pdf`, pdf), ledger);
    const id = invoiceOf(ledger, number)?.id ?? '';
    expect(later.linked[0]?.link).toEqual({ kind: 'ledger', invoiceId: id });
    const attached = run(ledger, importInvoices, wishOf(later));
    expect(attached.ledger.invoices.get(id)?.documentHash).toBe(await hashOf(pdf));
    expect(attached.ledger.invoices.size).toBe(ledger.invoices.size);
    const again = documentBatch(await read(`Facture ${number}.pdf`, plainPdf('autre')), attached.ledger);
    expect(again.linked[0]?.link.kind).toBe('has-copy');
    expect(copiesByInvoice(again).size).toBe(0);
    // The copy alone can be taken back too.
    const undone = run(attached.ledger, undoImport, { pages: attached.pages, keepUsed: false });
    expect(undone.ledger.invoices.get(id)?.documentHash).toBeUndefined();

    const twins = documentBatch(
      [
        ...(await read('a.xml', cii)),
        ...(await read('b.xml', ubl)),
        ...(await read(`${number} U-7.pdf`, pdf)),
      ],
      emptyLedger(),
    );
    expect(twins.linked[0]?.link).toEqual({ kind: 'several', invoiceIds: [], lines: [1, 2] });
    expect(copiesByLine(twins).size).toBe(0);
    expect([...copiesByLine(withChosenLink(twins, 0, 'line 2')).keys()]).toEqual([2]);
  });

  it('keeps an invoice whose copy was replaced since, and says so', async () => {
    const imported = run(
      emptyLedger(),
      importInvoices,
      wishOf(documentBatch(await read('facture.xml', cii), emptyLedger())),
    );
    const later = run(
      imported.ledger,
      importInvoices,
      wishOf(documentBatch(await read(`${number}.pdf`, plainPdf('copie')), imported.ledger)),
    );
    const { kept } = importUndoReview(later.ledger, imported.pages);
    expect(kept.map(({ reasons }) => reasons)).toEqual([['copie jointe depuis']]);
  });

  it('reads the same invoice twice as one, and other values of it as a problem', async () => {
    const other = strToU8(writeCii({ ...sampleInvoice, issuedOn: '2026-01-02' }));
    const same = documentBatch([...(await read('a.xml', cii)), ...(await read('b.xml', cii))], emptyLedger());
    expect(batchRows(same)).toMatchObject({ repeatedLines: 1, duplicates: 0 });
    const unlike = documentBatch(
      [...(await read('a.xml', cii)), ...(await read('b.xml', other))],
      emptyLedger(),
    );
    expect(batchRows(unlike)).toMatchObject({ repeatedLines: 0, duplicates: 1 });
  });

  it('refuses an archive that is none, and says which entries of another could not be read', async () => {
    const [broken] = await read('a.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    expect(broken).toMatchObject({ kind: 'refused', name: 'a.zip' });
    const nested = await read('b.zip', zipSync({ 'c.zip': zipSync({ 'd.xml': cii }) }));
    expect(nested).toMatchObject([{ kind: 'refused', name: 'c.zip' }]);
    expect(await read('e.zip', zipSync({}))).toMatchObject([{ kind: 'refused' }]);
  });
});

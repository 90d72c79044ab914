import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ChosenFile, chosenBytes } from '../../../../../renderer/application/chosen-file.ts';
import { readDocuments } from '../../../../../renderer/features/import/document-reader.ts';
import type { FileReading } from '../../../../../renderer/features/import/file-reader.ts';
import { openFileSession } from '../../../../../renderer/features/import/file-session.ts';
import { batchLimits, meantFiles } from '../../../../../renderer/features/import/meant-files.ts';
import { openFiles } from '../../../../../renderer/features/import/open-files.ts';
import { readLifeCycle } from '../../../../../shared/importing/cdar.ts';
import { readContacts } from '../../../../../shared/importing/contacts.ts';
import { readFec } from '../../../../../shared/importing/fec.ts';
import { detectContent } from '../../../../../shared/importing/file-content.ts';
import { readReturnedMail } from '../../../../../shared/mail/returned-mail.ts';
import { sampleInvoice, writeCii } from '../../../../support/written-e-invoice.ts';
import { aMail } from '../../../../support/written-mail.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the worker does, without a worker. */
const readerHere = (): FileReading => {
  let opened = new Uint8Array();
  let session = openFileSession(opened);
  const kept = new Map<string, Uint8Array>();
  return {
    open: async (bytes) => {
      opened = new Uint8Array(bytes);
      session = openFileSession(opened);
      return { fileHash: hashOf(opened), content: detectContent(opened) };
    },
    table: async (options) => session.readTable(options),
    rows: async (mapping, formats) => session.readRows(mapping, formats),
    lines: async (lines) => session.rowsOn(lines),
    document: async (name, bytes, company) => ({
      fileHash: hashOf(bytes),
      documents: await readDocuments(
        name,
        bytes,
        company,
        async (content) => hashOf(content),
        (hash, content) => void kept.set(hash, content),
      ),
    }),
    kept: async (hash) => kept.get(hash),
    fec: async (fileName) => readFec(opened, { fileName }),
    contacts: async () => readContacts(opened),
    lifeCycle: async () => readLifeCycle(opened),
    mail: async (bytes) => ({ fileHash: hashOf(bytes), mail: await readReturnedMail(bytes) }),
    close: () => undefined,
  };
};

const nobody = { name: '', siren: '', vatNumber: '' };
const open = (...files: readonly ChosenFile[]) => openFiles(files, readerHere(), nobody, () => undefined);
const file = (name: string, content: string | Uint8Array): ChosenFile =>
  chosenBytes(name, typeof content === 'string' ? strToU8(content) : content);

const list = 'Facture;Client;Date;Montant TTC\r\nF-1;Dupont;01/09/2026;12,00';
const cii = writeCii(sampleInvoice);
const ofx = 'OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX></OFX>';

describe('the files that were chosen', () => {
  it('one list is shown as it is', async () => {
    const { first, waiting, refused } = await open(file('factures.csv', list));
    expect(first).toMatchObject({
      kind: 'single',
      fileHash: hashOf(strToU8(list)),
      content: { kind: 'table' },
    });
    expect([waiting, refused]).toEqual([[], []]);
  });

  it('one invoice, or an archive of them, makes a batch', async () => {
    expect((await open(file('f.xml', cii))).first).toMatchObject({ kind: 'documents', name: 'f.xml' });
    const archive = zipSync({ 'a.xml': strToU8(cii), 'b.xml': strToU8(cii) });
    const { first } = await open(file('novembre.zip', archive));
    expect(first).toMatchObject({ kind: 'documents', name: 'novembre.zip', fileHashes: [hashOf(archive)] });
    expect(first.kind === 'documents' && first.documents).toHaveLength(2);
  });

  it('documents come first, all together; lists and statements wait, and what is nothing is told', async () => {
    const { first, waiting, refused } = await open(
      file('factures.csv', list),
      file('a.xml', cii),
      file('releve.ofx', ofx),
      file('vide.csv', ''),
      file('b.xml', cii),
    );
    expect(first).toMatchObject({ kind: 'documents', name: '2 fichiers' });
    expect(waiting.map(({ name }) => name)).toEqual(['factures.csv', 'releve.ofx']);
    expect(refused.map(({ name }) => name)).toEqual(['vide.csv']);
  });

  it('a folder gives its batch its name', async () => {
    const { first } = await open(file('Novembre/a.xml', cii), file('Novembre/sous/b.xml', cii));
    expect(first).toMatchObject({ kind: 'documents', name: 'Novembre' });
  });

  it('of several lists the first is shown and the others wait', async () => {
    const { first, waiting } = await open(file('a.csv', list), file('b.csv', list), file('r.ofx', ofx));
    expect(first).toMatchObject({ kind: 'single', file: { name: 'a.csv' } });
    expect(waiting.map(({ name }) => name)).toEqual(['b.csv', 'r.ofx']);
  });

  it('a list in an archive is shown as if it had been chosen', async () => {
    const { first } = await open(file('export.zip', zipSync({ 'factures.csv': strToU8(list) })));
    expect(first).toMatchObject({
      kind: 'single',
      file: { name: 'factures.csv' },
      content: { kind: 'table' },
    });
    expect(first.kind === 'single' && (await first.file.bytes())).toEqual(strToU8(list));
  });

  it('statements go together to the import of the bank', async () => {
    const { first } = await open(file('a.ofx', ofx), file('b.ofx', ofx));
    expect(first.kind === 'bank' && first.files.map(({ name }) => name)).toEqual(['a.ofx', 'b.ofx']);
  });

  it('e-mails are read together; what stands beside them waits', async () => {
    const mail = aMail({ From: 'a@b.example', 'Message-ID': '<1@b.example>', Subject: 'Re: F-1' }, 'Bonjour');
    const { first, waiting, refused } = await open(
      file('x.csv', list),
      file('a.eml', mail),
      file('b.eml', `Message-ID: <2@b.example>\n\n${'\n'.repeat(400_001)}`),
    );
    expect(first.kind === 'mails' && first.mails.map(({ mail: read }) => read.kind)).toEqual(['reply']);
    expect(waiting.map(({ name }) => name)).toEqual(['x.csv']);
    expect(refused).toMatchObject([{ name: 'b.eml' }]);
    const alone = await open(file('a.eml', mail));
    expect(alone.first).toMatchObject({ kind: 'mails', name: 'a.eml' });
    const documents = await open(file('a.eml', mail), file('f.xml', cii));
    expect(documents.first.kind).toBe('documents');
    expect(documents.waiting.map(({ name }) => name)).toEqual(['a.eml']);
  });

  it('files that are nothing are told with the reason', async () => {
    const { first, refused } = await open(file('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 1])));
    expect(first.kind).toBe('nothing');
    expect(refused[0]?.message).toContain('image');
  });

  it('a whole disk is not read', async () => {
    const large = { ...file('a.csv', list), size: batchLimits.bytes };
    expect((await open(large, large)).refused[0]?.message).toContain('en plusieurs fois');
    const many = Array.from({ length: batchLimits.files + 1 }, (_unused, index) =>
      file(`${index}.csv`, list),
    );
    expect((await open(...many)).first.kind).toBe('nothing');
    expect((await open({ ...large, size: 101 * 1024 * 1024 })).refused).toHaveLength(1);
  });

  it('hidden files and those of the system are not meant', () => {
    const names = [
      'a.csv',
      'x/.DS_Store',
      '.caché',
      '~$a.xlsx',
      'x/Thumbs.db',
      '__MACOSX/._a.csv',
      'x/b.pdf',
    ];
    expect(meantFiles(names.map((name) => file(name, list))).map(({ name }) => name)).toEqual([
      'a.csv',
      'x/b.pdf',
    ]);
  });
});

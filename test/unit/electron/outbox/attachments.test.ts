import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attachInvoiceCopy } from '../../../../renderer/db/commands/invoice-copy.ts';
import { largestAttachmentsBytes } from '../../../../shared/reminders/message-attachments.ts';
import { type Company, openCompany } from '../../../support/company.ts';
import { prepareCompany, sampleAddress } from '../../../support/company-sample.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { transportTo } from './outbox-rig.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: ScriptedSmtpServer;
let folder: string;
let company: Company;
beforeEach(async () => {
  server = await startSmtpServer();
  folder = await mkdtemp(join(tmpdir(), 'acquit-attachments-'));
  await prepareCompany(folder, 2);
  company = await openCompany({ folder, transport: transportTo(server) });
});
afterEach(async () => {
  await company.stop();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

/** Joins a copy to an invoice as the menu does; `bytes` is the size it says. Answers the hash. */
const joinCopy = async (
  invoiceId: string,
  content: Uint8Array,
  bytes = content.byteLength,
): Promise<string> => {
  const stored = await company.documents.put(content);
  if (!stored.ok) throw new Error(stored.error.kind);
  const done = await company.ledger.commands.run(attachInvoiceCopy, {
    invoiceId,
    hash: stored.value,
    bytes,
    mediaType: 'application/pdf',
  });
  if (!done.ok) throw new Error(done.error.message);
  return stored.value;
};

const sendAll = async (): Promise<void> => {
  await company.approve(company.proposals());
  company.advance(60_000);
  await company.pass();
};

const attachmentsTo = async (index: number) => {
  const taken = server.messages.find(({ to }) => to.includes(sampleAddress(index)));
  if (!taken) throw new Error('nothing arrived');
  return (await simpleParser(taken.raw)).attachments;
};

test('each client gets the copy of his own invoice, byte for byte', async () => {
  await joinCopy('f0', pdf('first'));
  await joinCopy('f1', pdf('second'));
  await sendAll();
  for (const [index, text] of ['first', 'second'].entries()) {
    const attachments = await attachmentsTo(index);
    expect(attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`Facture F${index}.pdf`, 'application/pdf'],
    ]);
    expect(Buffer.from(pdf(text)).equals(attachments[0]?.content ?? Buffer.alloc(0))).toBe(true);
  }
});

test('copies too large for an e-mail stay at home; the message leaves', async () => {
  await joinCopy('f0', pdf('first'), largestAttachmentsBytes + 1);
  await sendAll();
  expect(await attachmentsTo(0)).toEqual([]);
  expect(server.messages).toHaveLength(2);
});

test('a copy that is gone from the disk: the message does not leave without it, and the reason is told', async () => {
  const hash = await joinCopy('f0', pdf('first'));
  await rm(company.documents.path(hash) ?? '');
  await sendAll();
  expect(server.messages.flatMap(({ to }) => to)).toEqual([sampleAddress(1)]);
  const refused = [...company.ledger.memory.current().reminders.values()].find(
    ({ recipientEmail }) => recipientEmail === sampleAddress(0),
  );
  expect(refused?.state).toMatchObject({
    kind: 'rejected',
    permanent: true,
    explanation:
      'La pièce jointe «\u00A0Facture F0.pdf\u00A0» est introuvable\u00A0: le message n’est pas parti. Joignez de nouveau cette copie à la facture, puis validez la relance.',
  });
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultMailSettings, type MailAccess } from '../../../../electron/mail/mail-settings.ts';
import type { DeliveryOutcome } from '../../../../electron/mail/mail-transport.ts';
import { sendTestMessage } from '../../../../electron/mail/test-message.ts';
import { userComposer } from '../../../../electron/mail/user-composer.ts';
import { userTransport } from '../../../../electron/mail/user-transport.ts';
import type { MailSettings } from '../../../../shared/ipc/mail-contract.ts';
import type { OutboxDraft } from '../../../../shared/ipc/outbox-contract.ts';
import { type ScriptedSmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: ScriptedSmtpServer;
let emlFolder: string;
beforeAll(async () => {
  server = await startSmtpServer({ security: 'starttls' });
});
afterAll(() => server.close());
beforeEach(async () => {
  emlFolder = await mkdtemp(join(tmpdir(), 'acquit-eml-'));
});
afterEach(() => rm(emlFolder, { recursive: true, force: true }));

const clock = { nowMs: () => Date.parse('2026-11-23T08:00:00Z') };
const settings = (change: Partial<MailSettings> = {}): MailSettings => ({
  transport: 'smtp',
  host: 'localhost',
  port: server.port,
  security: 'starttls',
  user: 'facturation@example.test',
  senderName: 'Menuiserie Lefèvre',
  senderAddress: 'Facturation@Example.test',
  testMode: false,
  ...change,
});
const draft: OutboxDraft = {
  key: 'k/1',
  to: { name: 'Client & Cie', address: 'compta@client.example' },
  subject: 'Relance',
  text: 'Bonjour,\n\nvotre facture est échue.',
  attachments: [],
  sendAfter: '2026-11-23T08:00:15.000Z',
};

const partsFor = (access: () => MailAccess) => ({
  compose: userComposer(access, async () => undefined),
  transport: userTransport({ access, emlFolder, clock, extraCertificate: testCertificate().cert }),
});

const send = async (
  atCompose: MailAccess,
  atDeparture = atCompose,
): Promise<DeliveryOutcome | { kind: 'drop' }> => {
  let access = atCompose;
  const { compose, transport } = partsFor(() => access);
  const composed = await compose(draft, { idPart: 'id', nowMs: clock.nowMs() });
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  access = atDeparture;
  const { bytes, messageId, from, to } = composed.value;
  const prepared = await transport.prepare({ from, to });
  if (prepared.kind === 'drop') return prepared;
  const outcome = await prepared.deliver({
    key: draft.key,
    messageId,
    envelope: { from, to },
    toName: draft.to.name,
    subject: draft.subject,
    bytes,
  });
  transport.rest();
  return outcome;
};

describe('the way that the user chose', () => {
  test('his own server', async () => {
    const before = server.messages.length;
    expect((await send({ settings: settings(), password: 'secret' })).kind).toBe('accepted');
    expect(server.messages.slice(before)).toMatchObject([{ to: ['compta@client.example'] }]);
  });

  test('files for his mail program on a fresh profile: to the client, From left to that program', async () => {
    expect((await send({ settings: defaultMailSettings, password: undefined })).kind).toBe('exported');
    expect(await readdir(emlFolder)).toEqual(['2026-11-23 Client & Cie – Relance.eml']);
    const raw = await readFile(join(emlFolder, '2026-11-23 Client & Cie – Relance.eml'));
    const parsed = await simpleParser(raw);
    expect(parsed.headers.get('to')).toMatchObject({ value: [{ address: 'compta@client.example' }] });
    expect(parsed.subject).toBe('Relance');
    expect(parsed.from).toBeUndefined();
  });

  test('files are for the client in test mode too: the user sends each himself', async () => {
    const files = settings({ transport: 'eml-folder', testMode: true });
    expect((await send({ settings: files, password: undefined })).kind).toBe('exported');
    const [name = ''] = await readdir(emlFolder);
    const parsed = await simpleParser(await readFile(join(emlFolder, name)));
    expect(parsed.headers.get('to')).toMatchObject({ value: [{ address: 'compta@client.example' }] });
  });

  test('without a password nothing is tried', async () => {
    const before = server.connections;
    expect(await send({ settings: settings(), password: undefined })).toMatchObject({
      kind: 'failed',
      phase: 'settings',
      certainlyNotSent: true,
      explanation: expect.stringContaining('mot de passe'),
    });
    expect(server.connections).toBe(before);
  });
});

describe('test mode', () => {
  test('everything goes to the user himself, and the subject says for whom it was', async () => {
    const before = server.messages.length;
    await send({ settings: settings({ testMode: true }), password: 'secret' });
    const [taken, ...others] = server.messages.slice(before);
    expect(others).toEqual([]);
    expect(taken?.to).toEqual(['Facturation@example.test']);
    const parsed = await simpleParser(taken?.raw ?? '');
    expect(parsed.subject).toBe('[Essai pour Client & Cie] Relance');
    expect(parsed.text?.trim()).toBe(draft.text);
    expect(taken?.raw).not.toContain('compta@client.example');
  });

  test('the message is known as a test, another is not', async () => {
    const composed = async (testMode: boolean) =>
      partsFor(() => ({ settings: settings({ testMode }), password: 'secret' })).compose(draft, {
        idPart: 'id',
        nowMs: 0,
      });
    expect(await composed(true)).toMatchObject({ ok: true, value: { isTest: true } });
    const real = await composed(false);
    expect(real.ok && real.value).not.toHaveProperty('isTest');
  });

  test('turned on after a message was prepared for a client: that one stays', async () => {
    const before = server.messages.length;
    const outcome = await send(
      { settings: settings(), password: 'secret' },
      { settings: settings({ testMode: true }), password: 'secret' },
    );
    expect(outcome.kind).toBe('drop');
    expect(server.messages.length).toBe(before);
  });

  test('without an address of one’s own nothing can be composed', async () => {
    const { compose } = partsFor(() => ({
      settings: settings({ testMode: true, senderAddress: '' }),
      password: undefined,
    }));
    expect(await compose(draft, { idPart: 'id', nowMs: 0 })).toMatchObject({
      ok: false,
      error: { kind: 'not-configured', message: expect.stringContaining('votre adresse') },
    });
  });
});

describe('« Envoyer un e-mail d’essai »', () => {
  test('answers the server’s words', async () => {
    const before = server.messages.length;
    const access = (): MailAccess => ({ settings: settings({ testMode: true }), password: 'secret' });
    expect(await sendTestMessage(access, partsFor(access).transport, clock)).toMatchObject({
      ok: true,
      value: { serverReply: expect.stringMatching(/^250/) },
    });
    expect(server.messages.slice(before)).toMatchObject([{ to: ['Facturation@example.test'] }]);
  });

  test('explains what is wrong', async () => {
    const access = (): MailAccess => ({ settings: settings(), password: 'wrong' });
    const answer = await sendTestMessage(access, partsFor(access).transport, clock);
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'test-failed', message: expect.stringContaining('identifiant ou le mot de passe') },
    });
    expect(JSON.stringify(answer)).not.toContain('wrong');
  });
});

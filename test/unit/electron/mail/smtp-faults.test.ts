import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeliveryOutcome, OutgoingMessage } from '../../../../electron/mail/mail-transport.ts';
import { smtpTransport } from '../../../../electron/mail/smtp-transport.ts';
import {
  type ScriptedSmtpServer,
  type SmtpFault,
  type SmtpPhase,
  startSmtpServer,
} from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';

// Real connections and processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// Generous, as the machine may be busy; only a test of a limit shortens that one.
const timeouts = { connectMs: 10_000, commandMs: 10_000, contentMs: 10_000 };
const limitOf = (phase: SmtpPhase): Partial<typeof timeouts> => {
  if (['greeting', 'ehlo', 'starttls'].includes(phase)) return { connectMs: 300, commandMs: 300 };
  // This one also counts while the machine is slow to connect.
  return phase === 'content' || phase === 'final' ? { contentMs: 1500 } : { commandMs: 300 };
};

const message = (size = 200): OutgoingMessage => ({
  key: 'k/1',
  messageId: '<k.1@example.test>',
  envelope: { from: 'facturation@example.test', to: 'client@example.test' },
  toName: 'Client',
  subject: 'Relance',
  bytes: Buffer.from(
    `From: facturation@example.test\r\nTo: client@example.test\r\nMessage-ID: <k.1@example.test>\r\n\r\n${'x'.repeat(70)}\r\n`.padEnd(
      size,
      'y\r\n',
    ),
  ),
});

const send = async (
  server: ScriptedSmtpServer,
  security: 'implicit' | 'starttls',
  outgoing = message(),
  limits: Partial<typeof timeouts> = {},
): Promise<DeliveryOutcome> => {
  const transport = smtpTransport({
    timeouts: { ...timeouts, ...limits },
    authorities: () => [testCertificate().cert],
  });
  const outcome = await transport.deliver(
    {
      host: 'localhost',
      port: server.port,
      security,
      user: 'facturation@example.test',
      password: 'secret',
    },
    outgoing,
  );
  transport.rest();
  return outcome;
};

const reply = (code: number): SmtpFault => ({ kind: 'reply', code, text: `said ${code}` });
const drop: SmtpFault = { kind: 'drop' };
const late: SmtpFault = { kind: 'delay', ms: 900 };
const slow: SmtpFault = { kind: 'delay', ms: 60 };

describe.each(['implicit', 'starttls'] as const)('%s TLS', (security) => {
  let server: ScriptedSmtpServer;
  beforeAll(async () => {
    server = await startSmtpServer({ security });
  });
  beforeEach(() => {
    server.script({});
  });
  afterAll(() => server.close());

  test('a message goes out once, over TLS, logged in', async () => {
    const before = server.messages.length;
    expect(await send(server, security)).toMatchObject({
      kind: 'accepted',
      serverReply: expect.stringMatching(/^250/),
    });
    expect(server.messages.slice(before)).toMatchObject([
      { to: ['client@example.test'], messageId: '<k.1@example.test>', user: 'facturation@example.test' },
    ]);
    expect(server.clearText).not.toContain('AUTH');
    expect(server.clearText).not.toContain('client@example.test');
  });

  const beforeContent: readonly SmtpPhase[] = [
    'greeting',
    'ehlo',
    ...(security === 'starttls' ? (['starttls'] as const) : []),
    'auth',
    'mail',
    'rcpt',
    'data',
  ];

  const certain = beforeContent.flatMap((phase) =>
    (
      [
        ['drop', drop, false],
        ['delay beyond the limit', late, false],
        ['450', reply(450), false],
        ['421', reply(421), false],
        ['550', reply(550), true],
      ] as const
    ).map(([name, fault, permanent]) => ({ phase, name, fault, permanent })),
  );

  test.each(certain)('$phase: $name: certainly not sent', async ({ phase, fault, permanent }) => {
    const before = server.messages.length;
    server.script({ [phase]: fault });
    const outcome = await send(server, security, message(), fault === late ? limitOf(phase) : {});
    expect(outcome).toMatchObject({ kind: 'failed', certainlyNotSent: true, permanent });
    expect(server.messages.length).toBe(before);
    if (outcome.kind === 'failed' && fault.kind === 'reply')
      expect(outcome.explanation).toContain(`said ${fault.code}`);
  });

  test.each(beforeContent.map((phase) => ({ phase })))(
    '$phase: a short delay harms nothing',
    async ({ phase }) => {
      const before = server.messages.length;
      server.script({ [phase]: slow });
      expect(await send(server, security)).toMatchObject({ kind: 'accepted' });
      expect(server.messages.length).toBe(before + 1);
    },
  );

  test('connect: dropped', async () => {
    server.script({ connect: drop });
    expect(await send(server, security)).toMatchObject({
      kind: 'failed',
      certainlyNotSent: true,
      permanent: false,
      serverUnavailable: true,
    });
  });

  test('connect: a short delay harms nothing', async () => {
    const before = server.messages.length;
    server.script({ connect: slow });
    expect(await send(server, security)).toMatchObject({ kind: 'accepted' });
    expect(server.messages.length).toBe(before + 1);
  });

  test('the connection lost right after 250: taken, and the next message gets a connection of its own', async () => {
    const before = server.messages.length;
    server.script({ final: { kind: 'approve-and-drop' } });
    const transport = smtpTransport({ timeouts, authorities: () => [testCertificate().cert] });
    const target = {
      host: 'localhost',
      port: server.port,
      security,
      user: 'facturation@example.test',
      password: 'secret',
    };
    for (let turn = 0; turn < 3; turn += 1)
      expect(await transport.deliver(target, message())).toMatchObject({
        kind: 'accepted',
        serverReply: expect.stringMatching(/^250/),
      });
    transport.rest();
    expect(server.messages.length).toBe(before + 3);
  });

  test.each([
    ['content', 'drop', drop, 200],
    ['content', 'drop', drop, 3_000_000],
    ['final', 'drop', drop, 200],
    ['final', 'take-and-drop', { kind: 'take-and-drop' }, 200],
    ['final', 'delay beyond the limit', { kind: 'delay', ms: 4000 }, 200],
  ] as const)('%s: %s: nobody knows', async (phase, _name, fault, size) => {
    const before = server.messages.length;
    server.script({ [phase]: fault });
    const limits = fault.kind === 'delay' ? limitOf(phase) : {};
    expect(await send(server, security, message(size), limits)).toMatchObject({
      kind: 'failed',
      certainlyNotSent: false,
      permanent: false,
      explanation: expect.stringContaining('peut-être parti'),
    });
    expect(server.messages.length - before).toBeLessThanOrEqual(1);
  });

  test.each([
    ['final', 452, false, 200],
    ['final', 554, true, 200],
    ['content', 451, false, 3_000_000],
    ['content', 552, true, 3_000_000],
  ] as const)('%s: %i: the server said that it did not take it', async (phase, code, permanent, size) => {
    const before = server.messages.length;
    server.script({ [phase]: reply(code) });
    const outcome = await send(server, security, message(size));
    // A reply that comes with the end of the connection may be lost with it: then nobody knows.
    if (phase === 'content' && outcome.kind === 'failed' && !outcome.certainlyNotSent)
      expect(outcome.explanation).toContain('peut-être parti');
    else expect(outcome).toMatchObject({ kind: 'failed', certainlyNotSent: true, permanent });
    expect(server.messages.length).toBe(before);
  });
});

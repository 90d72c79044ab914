import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ScriptedSmtpServer, startSmtpServer } from '../../support/smtp-server.ts';

let server: ScriptedSmtpServer | undefined;
afterEach(() => server?.close());

/** The beginning of a TLS 1.2 ClientHello whose rest never comes. */
const brokenHello = Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]);

/** Ends once the server let go of the client, who speaks a little TLS and leaves in the given way. */
const visit = (port: number, leave: 'end' | 'resetAndDestroy'): Promise<void> =>
  new Promise((resolve) => {
    const client = connect(port, '127.0.0.1', () => {
      client.write(brokenHello, () => client[leave]());
    });
    client.on('error', () => undefined);
    client.once('close', () => resolve());
    client.resume();
  });

test.each(['end', 'resetAndDestroy'] as const)(
  'the test’s mail server outlives who leaves before TLS begins (%s)',
  async (leave) => {
    server = await startSmtpServer();
    server.script({ connect: { kind: 'delay', ms: 30 } });
    for (let time = 0; time < 5; time += 1) await visit(server.port, leave);
    expect(server.connections).toBe(5);
  },
);

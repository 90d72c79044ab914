import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocumentStore } from '../../../../electron/documents/document-store.ts';
import { composeMessage } from '../../../../electron/mail/compose.ts';
import type { DeliveryOutcome, Envelope, MailTransport } from '../../../../electron/mail/mail-transport.ts';
import { type SmtpTransport, smtpTransport } from '../../../../electron/mail/smtp-transport.ts';
import type { Compose } from '../../../../electron/mail/user-composer.ts';
import { type Outbox, type OutboxOptions, openOutbox } from '../../../../electron/outbox/outbox.ts';
import type { OutboxDraft, OutboxEntry } from '../../../../shared/ipc/outbox-contract.ts';
import type { ScriptedSmtpServer } from '../../../support/smtp-server.ts';
import { testCertificate } from '../../../support/test-certificate.ts';

export const startMs = Date.parse('2026-11-23T08:00:00Z');
export const minute = 60_000;

/** A clock that stands until it is moved. */
export const handClock = (nowMs = startMs) => {
  let current = nowMs;
  return {
    nowMs: () => current,
    advance: (byMs: number): void => {
      current += byMs;
    },
  };
};
export type HandClock = ReturnType<typeof handClock>;

export const draftOf = (number: number, change: Partial<OutboxDraft> = {}): OutboxDraft => ({
  key: `reminder-${number}/1`,
  to: { name: `Client ${number}`, address: `client${number}@example.test` },
  subject: `Relance ${number}`,
  text: `Bonjour,\n\nvotre facture ${number} est échue.\n`,
  attachments: [],
  sendAfter: '2026-11-23T08:00:15.000Z',
  ...change,
});

export const drafts = (count: number): readonly OutboxDraft[] =>
  Array.from({ length: count }, (_, index) => draftOf(index + 1));

export const compose: Compose = (draft, parts) =>
  composeMessage(
    draft,
    { sender: { name: 'Menuiserie Lefèvre', address: 'facturation@example.test' }, ...parts },
    async () => undefined,
  );

const limits = { connectMs: 10_000, commandMs: 10_000, contentMs: 10_000 };

/** The real transport to a test server. */
export const transportTo = (
  server: Pick<ScriptedSmtpServer, 'port'>,
  change: {
    readonly password?: string;
    /** PEM of the server's certificate, where another process made it. */
    readonly certificate?: string;
    readonly failpoint?: Parameters<typeof smtpTransport>[0]['failpoint'];
    readonly timeouts?: Partial<typeof limits>;
    readonly security?: 'implicit' | 'starttls';
  } = {},
): MailTransport & SmtpTransport => {
  const smtp = smtpTransport({
    authorities: () => [change.certificate ?? testCertificate().cert],
    timeouts: { ...limits, ...change.timeouts },
    ...(change.failpoint ? { failpoint: change.failpoint } : {}),
  });
  const target = {
    host: 'localhost',
    port: server.port,
    security: change.security ?? 'implicit',
    user: 'facturation@example.test',
    password: change.password ?? 'secret',
  };
  return {
    ...smtp,
    prepare: async (_envelope: Envelope) => ({
      kind: 'ready',
      deliver: (message) => smtp.deliver(target, message),
    }),
  };
};

/** A transport that answers what it is told, and counts. */
export const scriptedTransport = (
  answer: (key: string) => DeliveryOutcome | Promise<DeliveryOutcome>,
): MailTransport & { readonly sent: string[] } => {
  const sent: string[] = [];
  return {
    sent,
    rest: () => undefined,
    prepare: async () => ({
      kind: 'ready',
      deliver: async (message) => {
        sent.push(message.key);
        return answer(message.key);
      },
    }),
  };
};

export const accepted: DeliveryOutcome = { kind: 'accepted', serverReply: '250 OK' };

export interface Rig {
  readonly folder: string;
  readonly clock: HandClock;
  readonly changes: OutboxEntry[];
  /** Opens the outbox of the folder; a second call is what a restart does. */
  open(change: Partial<OutboxOptions> & Pick<OutboxOptions, 'transport'>): Promise<Outbox>;
  /** Stops all that was opened and removes the folder. */
  end(): Promise<void>;
}

export const newRig = async (folder?: string): Promise<Rig> => {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'acquit-outbox-')));
  const clock = handClock();
  const changes: OutboxEntry[] = [];
  const opened: Outbox[] = [];
  return {
    folder: root,
    clock,
    changes,
    open: async (change) => {
      const documents = await openDocumentStore({ folder: join(root, 'documents') });
      if (!documents.ok) throw new Error(JSON.stringify(documents.error));
      const outbox = await openOutbox({
        folder: root,
        clock,
        documents: documents.value,
        compose,
        recheck: async () => ({ kind: 'send' }),
        onChange: (entries) => changes.push(...entries),
        ...change,
      });
      if (!outbox.ok) throw new Error(JSON.stringify(outbox.error));
      opened.push(outbox.value);
      return outbox.value;
    },
    end: async () => {
      for (const outbox of opened) await outbox.stop();
      if (folder === undefined) await rm(root, { recursive: true, force: true });
    },
  };
};

/** States by key, for a short comparison. */
export const statesOf = (outbox: Outbox): Record<string, string> =>
  Object.fromEntries(outbox.list().map(({ key, state }) => [key, state.kind]));

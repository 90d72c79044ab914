import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SendingFailpoint } from '../outbox/failpoint.ts';
import type { DeliveryPhase, OutgoingMessage } from './mail-transport.ts';
import { messageContent } from './message-content.ts';
import { breakOf, isRefusal, type SmtpBreak } from './smtp-break.ts';
import { watchDialogue } from './smtp-dialogue.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'implicit' | 'starttls';
  /** Empty: the server wants no login. */
  readonly user: string;
  readonly password: string;
}

export interface SmtpTimeouts {
  /** From the name look-up to the end of the TLS handshake. */
  readonly connectMs: number;
  /** For the reply to a login, and for the replies up to the go-ahead for the content. */
  readonly commandMs: number;
  /** Without a byte while the content goes out or its reply is awaited: RFC 5321 4.5.3.2.6 says 10 minutes. */
  readonly contentMs: number;
}

export const usualTimeouts: SmtpTimeouts = { connectMs: 30_000, commandMs: 60_000, contentMs: 600_000 };

export interface SmtpOptions {
  /** Certificates, in PEM, that may vouch for the server (trusted-authorities.ts). */
  readonly authorities: () => readonly string[];
  readonly timeouts?: SmtpTimeouts;
  /** For crash tests. */
  readonly failpoint?: (name: SendingFailpoint) => void;
}

export type SmtpSendFailure = {
  readonly kind: 'broken';
  readonly broken: SmtpBreak;
  readonly certainlyNotSent: boolean;
};

/** A logged-in, encrypted connection. */
export interface SmtpSession {
  /** False once the server hung up or a send failed. */
  isOpen(): boolean;
  send(message: OutgoingMessage): Promise<Result<{ readonly reply: string }, SmtpSendFailure>>;
  /** Says QUIT. */
  end(): void;
}

const optionsFor = (
  server: SmtpServer,
  authorities: readonly string[],
  timeouts: SmtpTimeouts,
): SMTPConnection.Options => ({
  host: server.host,
  port: server.port,
  secure: server.security === 'implicit',
  requireTLS: true,
  tls: {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ca: [...authorities],
  },
  connectionTimeout: timeouts.connectMs,
  greetingTimeout: timeouts.connectMs,
  dnsTimeout: timeouts.connectMs,
  socketTimeout: timeouts.contentMs,
  // After a failure nothing more may reach the server, not even what is still in a buffer.
  socketCloseTimeout: 0,
  transactionLog: true,
});

/** Connects, encrypts and logs in. Nothing of a message is sent here, so every failure is certain. */
export const openSmtpSession = async (
  server: SmtpServer,
  options: SmtpOptions,
): Promise<Result<SmtpSession, SmtpSendFailure>> => {
  const { authorities, timeouts = usualTimeouts, failpoint = () => undefined } = options;
  const dialogue = watchDialogue();
  const connection = new SMTPConnection({
    ...optionsFor(server, authorities(), timeouts),
    logger: dialogue.logger,
  });
  let open = true;
  let reportLoss: (error: unknown) => void = () => undefined;
  connection.on('error', (error: unknown) => {
    open = false;
    reportLoss(error);
  });
  connection.on('end', () => {
    open = false;
    // Callbacks that belong to the same event come first; this is for an end that brings none.
    setImmediate(() => reportLoss({ code: 'ECONNECTION' }));
  });
  const give = (broken: SmtpBreak) => {
    open = false;
    connection.close();
    return fail({ kind: 'broken', broken, certainlyNotSent: true } as const);
  };

  /** Runs one step; ends at its callback, at the loss of the connection, or after the time given. */
  const step = <Value>(
    run: (done: (error: unknown, value?: Value) => void) => void,
    limitMs?: number,
    beforeLimit: () => boolean = () => true,
  ): Promise<{ readonly error: unknown } | { readonly value: Value | undefined }> =>
    new Promise((resolve) => {
      const timer =
        limitMs === undefined
          ? undefined
          : setTimeout(() => {
              if (beforeLimit()) settle({ error: { code: 'ETIMEDOUT' } });
            }, limitMs);
      const settle = (outcome: { readonly error: unknown } | { readonly value: Value | undefined }): void => {
        clearTimeout(timer);
        reportLoss = () => undefined;
        resolve(outcome);
      };
      reportLoss = (error) => settle({ error });
      run((error, value) => settle(error ? { error } : { value }));
    });

  // nodemailer watches each part of connecting but not the reply to EHLO.
  const connected = await step<void>(
    (done) => connection.connect((error) => done(error)),
    timeouts.connectMs + timeouts.commandMs,
  );
  if ('error' in connected) {
    const broken = breakOf(connected.error, 'connect');
    return give({ ...broken, phase: dialogue.phase(broken) });
  }
  // nodemailer promises this; the password does not rest on a promise.
  if (!connection.secure) return give({ phase: 'tls', code: 'NOT_ENCRYPTED' });
  if (server.user !== '') {
    const login = { user: server.user, pass: server.password };
    const authenticated = await step<boolean>((done) => connection.login(login, done), timeouts.commandMs);
    if ('error' in authenticated) return give(breakOf(authenticated.error, 'auth'));
  }

  const send: SmtpSession['send'] = async (message) => {
    const content = messageContent(message.bytes, failpoint);
    dialogue.onReply(() => {
      if (content.hasEnded()) failpoint('before-250');
    });
    const envelope = { from: message.envelope.from, to: [message.envelope.to], size: message.bytes.length };
    const sent = await step<SMTPConnection.SentMessageInfo>(
      (done) => connection.send(envelope, content.stream, done),
      timeouts.commandMs,
      () => !content.hasStarted(),
    );
    if ('value' in sent) {
      const reply = sent.value?.response ?? '';
      if (content.hasEnded() && /^2\d\d/.test(reply)) {
        failpoint('after-250');
        return ok({ reply });
      }
      // An approval before the end of the content approves nothing.
      open = false;
      connection.close();
      return fail({
        kind: 'broken',
        broken: { phase: 'content', code: 'EPROTOCOL' },
        certainlyNotSent: false,
      });
    }
    open = false;
    connection.close();
    const command = sent.error instanceof Error ? Reflect.get(sent.error, 'command') : undefined;
    if (!content.hasStarted()) {
      const phase: DeliveryPhase =
        command === 'MAIL FROM'
          ? 'mail'
          : command === 'RCPT TO'
            ? 'rcpt'
            : command === 'DATA'
              ? 'data'
              : dialogue.envelopePhase();
      return fail({ kind: 'broken', broken: breakOf(sent.error, phase), certainlyNotSent: true });
    }
    const broken = breakOf(sent.error, content.hasEnded() ? 'final-reply' : 'content');
    return fail({ kind: 'broken', broken, certainlyNotSent: isRefusal(broken) });
  };

  return ok({
    isOpen: () => open && !connection.destroyed,
    send,
    end: () => {
      if (open) connection.quit();
      open = false;
    },
  });
};

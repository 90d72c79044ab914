import { type Result, unreachable } from '../../shared/result.ts';
import type { SendingFailpoint } from '../outbox/failpoint.ts';
import { explainFailure } from './explain-failure.ts';
import { quotable } from './header-text.ts';
import type { DeliveryFailure, DeliveryOutcome, OutgoingMessage } from './mail-transport.ts';
import { isRefusal } from './smtp-break.ts';
import {
  openSmtpSession,
  type SmtpOptions,
  type SmtpSendFailure,
  type SmtpServer,
  type SmtpSession,
} from './smtp-session.ts';

/** A session is kept this long for the next message: providers count connections. */
const idleMs = 10_000;

export interface SmtpTransport {
  /** Sends stored bytes; never throws for what a server or network does. */
  deliver(server: SmtpServer, message: OutgoingMessage): Promise<DeliveryOutcome>;
  /** Ends the session kept open. */
  rest(): void;
}

export interface SmtpTransportOptions extends Omit<SmtpOptions, 'failpoint'> {
  readonly failpoint?: (name: SendingFailpoint | 'before-connect' | 'after-connect') => void;
}

const outcomeOf = (failure: SmtpSendFailure, server: SmtpServer): DeliveryFailure => {
  const { broken, certainlyNotSent } = failure;
  const refused = isRefusal(broken);
  const tooBig = broken.code === 'EMESSAGE' && broken.reply === undefined;
  const inMessage = ['mail', 'rcpt', 'data', 'content', 'final-reply'].includes(broken.phase);
  return {
    kind: 'failed',
    phase: broken.phase,
    certainlyNotSent,
    permanent: certainlyNotSent && ((refused && (broken.reply?.code ?? 0) >= 500) || tooBig),
    // 421 closes the service (RFC 5321 4.2.1); a loss of connection is the server's or the network's.
    serverUnavailable: !inMessage || broken.reply?.code === 421 || (!refused && !tooBig),
    explanation: explainFailure(broken, server),
  };
};

const sameServer = (a: SmtpServer, b: SmtpServer): boolean =>
  a.host === b.host &&
  a.port === b.port &&
  a.security === b.security &&
  a.user === b.user &&
  a.password === b.password;

/**
 * Sends through the user's own server: TLS from the first byte or STARTTLS required, certificate checked,
 * TLS 1.2 at least, no way down. One message at a time, one session for a run of messages.
 */
export const smtpTransport = (options: SmtpTransportOptions): SmtpTransport => {
  let kept: { readonly server: SmtpServer; readonly session: SmtpSession } | undefined;
  let idle: NodeJS.Timeout | undefined;

  const rest = (): void => {
    clearTimeout(idle);
    kept?.session.end();
    kept = undefined;
  };

  const sessionFor = async (server: SmtpServer): Promise<Result<SmtpSession, SmtpSendFailure>> => {
    rest();
    options.failpoint?.('before-connect');
    const opened = await openSmtpSession(server, options);
    if (opened.ok) kept = { server, session: opened.value };
    options.failpoint?.('after-connect');
    return opened;
  };

  const sendBy = async (session: SmtpSession, message: OutgoingMessage) => {
    clearTimeout(idle);
    const sent = await session.send(message);
    if (!session.isOpen()) {
      if (kept?.session === session) kept = undefined;
    } else {
      idle = setTimeout(rest, idleMs);
      idle.unref();
    }
    return sent;
  };

  const deliver: SmtpTransport['deliver'] = async (server, message) => {
    const reused =
      kept && sameServer(kept.server, server) && kept.session.isOpen() ? kept.session : undefined;
    let sent = reused ? await sendBy(reused, message) : undefined;
    // A session that the server ended between two messages is no failure of this one.
    const stale = sent !== undefined && !sent.ok && sent.error.certainlyNotSent && endsSession(sent.error);
    if (sent === undefined || stale) {
      const opened = await sessionFor(server);
      if (!opened.ok) return outcomeOf(opened.error, server);
      sent = await sendBy(opened.value, message);
    }
    if (sent.ok) return { kind: 'accepted', serverReply: quotable(sent.value.reply) };
    return sent.error.kind === 'broken' ? outcomeOf(sent.error, server) : unreachable(sent.error.kind);
  };

  return { deliver, rest };
};

const endsSession = ({ broken }: SmtpSendFailure): boolean =>
  broken.reply === undefined || broken.reply.code === 421;

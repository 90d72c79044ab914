import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection';
import { type TestCertificate, testCertificate } from './test-certificate.ts';

/*
 * smtp-server asks a socket whose handshake came to nothing for its protocol, for the error that it reports. Where
 * the client had left before its TLS began, the session is destroyed by then while the handle still stands, and
 * Node's answer is a SIGSEGV: such a socket has no protocol.
 */
const { getProtocol } = TLSSocket.prototype;
TLSSocket.prototype.getProtocol = function (this: TLSSocket & { readonly ssl?: object | null }) {
  return this.ssl ? getProtocol.call(this) : null;
};

/** Where a dialogue can be disturbed, in its order. `content` is during the text, `final` after the last dot. */
export type SmtpPhase =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'content'
  | 'final';

export type SmtpFault =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'reply'; readonly code: number; readonly text: string }
  /** After the last dot only: the message is taken, and the connection lost before the reply. */
  | { readonly kind: 'take-and-drop' }
  /** After the last dot only: the message is taken and approved, and the connection lost at once. */
  | { readonly kind: 'approve-and-drop' };

export interface ReceivedMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
  readonly user: string;
}

export interface ScriptedSmtpServer {
  readonly port: number;
  /** Messages that the server took: answered with 250, or meant to be. */
  readonly messages: readonly ReceivedMessage[];
  readonly connections: number;
  /** Logins tried, right or wrong. */
  readonly logins: number;
  /** Every byte that came in before encryption. */
  readonly clearText: string;
  /** Replaces the faults; `times` limits each to the first so many dialogues. */
  script(faults: Partial<Record<SmtpPhase, SmtpFault>>, times?: number): void;
  /** Asks for the fault at each phase of each dialogue; an undefined answer lets it pass. */
  scriptBy(faultAt: (phase: SmtpPhase) => SmtpFault | undefined): void;
  close(): Promise<void>;
}

export interface SmtpServerSetup {
  readonly security?: 'implicit' | 'starttls';
  readonly user?: string;
  readonly password?: string;
  readonly certificate?: TestCertificate;
  /** Neither announces nor knows STARTTLS, and takes passwords in clear: a man in the middle. */
  readonly withoutStarttls?: boolean;
  readonly options?: SMTPServerOptions;
}

type Gate = (
  phase: SmtpPhase,
  connection: SMTPConnection,
  pass: () => void,
  refuse?: (code: number, text: string) => void,
) => void;

const phaseOfVerb: Readonly<Record<string, SmtpPhase>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

/** smtp-server's dialogue with a gate before each answer, and without its pause before the greeting. */
class ScriptedConnection extends SMTPConnection {
  gate: Gate = (_phase, _connection, pass) => pass();

  override init(): void {
    this._setListeners(() => this.gate('greeting', this, () => this.connectionReady()));
  }

  override _onCommand(command: Buffer, callback?: () => void): void {
    const phase = this._nextHandler
      ? undefined
      : phaseOfVerb[command.toString().split(/[\s:]/)[0]?.toUpperCase() ?? ''];
    if (phase === undefined) {
      super._onCommand(command, callback);
      return;
    }
    this.gate(
      phase,
      this,
      () => super._onCommand(command, callback),
      (code, text) => {
        this.send(code, text, false);
        callback?.();
      },
    );
  }
}

const drop = (connection: SMTPConnection | undefined): void => {
  connection?._socket.destroy();
};

/**
 * A real SMTP server whose every phase can be delayed, cut or refused. `messages` tells what it took, so
 * that a test can say « at most once » from the server's side.
 */
export const startSmtpServer = async (setup: SmtpServerSetup = {}): Promise<ScriptedSmtpServer> => {
  const security = setup.security ?? 'implicit';
  const messages: ReceivedMessage[] = [];
  const counts = { connections: 0, logins: 0 };
  const sockets = new Set<Socket>();
  let clearText = '';
  let faults: Partial<Record<SmtpPhase, SmtpFault>> = {};
  let left = new Map<SmtpPhase, number>();
  let asked: ((phase: SmtpPhase) => SmtpFault | undefined) | undefined;

  const faultAt = (phase: SmtpPhase): SmtpFault | undefined => {
    if (asked) return asked(phase);
    const remaining = left.get(phase) ?? Number.POSITIVE_INFINITY;
    if (remaining <= 0) return undefined;
    left.set(phase, remaining - 1);
    return faults[phase];
  };

  const gate: Gate = (phase, connection, pass, refuse) => {
    const fault = faultAt(phase);
    switch (fault?.kind) {
      case undefined:
      case 'take-and-drop':
      case 'approve-and-drop':
        return pass();
      case 'delay':
        // Whoever was killed meanwhile gets no answer any more.
        setTimeout(() => {
          if (!connection._socket.destroyed) pass();
        }, fault.ms);
        return;
      case 'drop':
        drop(connection);
        return;
      case 'reply':
        if (refuse) return refuse(fault.code, fault.text);
        connection.send(fault.code, fault.text, false);
        connection.close();
    }
  };

  class ScriptedServer extends SMTPServer {
    // Before the socket is wrapped in TLS: afterwards it is the greeting's turn.
    override _upgrade(...[socket, callback]: Parameters<SMTPServer['_upgrade']>): void {
      const fault = faultAt('connect');
      const upgrade = (): void => {
        if (socket.destroyed) callback(new Error('gone before its TLS'));
        else super._upgrade(socket, callback);
      };
      if (fault?.kind === 'delay') {
        setTimeout(upgrade, fault.ms);
        return;
      }
      if (fault?.kind !== 'drop') {
        upgrade();
        return;
      }
      socket.destroy();
      callback(new Error('dropped by the test'));
    }

    override connect(...[socket, socketOptions]: Parameters<SMTPServer['connect']>): void {
      if (security === 'starttls' && faultAt('connect')?.kind === 'drop') {
        socket.destroy();
        return;
      }
      const connection = new ScriptedConnection(this, socket, socketOptions);
      connection.gate = gate;
      this.connections.add(connection);
      connection.on('error', () => undefined);
      connection.init();
    }
  }

  const { user = 'facturation@example.test', password = 'secret' } = setup;
  const certificate = setup.certificate ?? testCertificate();
  const server = new ScriptedServer({
    secure: security === 'implicit',
    key: certificate.key,
    cert: certificate.cert,
    name: 'mx.example.test',
    logger: false,
    disableReverseLookup: true,
    size: 20 * 1024 * 1024,
    ...(setup.withoutStarttls
      ? { hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true }
      : {}),
    onAuth: (auth, _session, callback) => {
      counts.logins += 1;
      if (auth.username === user && auth.password === password) return callback(null, { user });
      callback(null, { message: 'Authentication failed', responseCode: 535 });
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      const connection = [...server.connections].find((candidate) => candidate.id === session.id);
      const contentFault = faultAt('content');
      stream.on('error', () => undefined);
      const read = (): void => {
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (contentFault?.kind === 'drop') drop(connection);
          if (contentFault?.kind === 'reply' && chunks.length === 1) {
            connection?.send(contentFault.code, contentFault.text, false);
            connection?.close();
          }
        });
      };
      if (contentFault?.kind === 'delay') setTimeout(read, contentFault.ms);
      else read();
      stream.on('end', () => {
        if (contentFault?.kind === 'drop' || contentFault?.kind === 'reply') return;
        const take = (): void => {
          const raw = Buffer.concat(chunks).toString('utf8');
          messages.push({
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw,
            messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
            user: String(session.user ?? ''),
          });
        };
        const fault = faultAt('final');
        switch (fault?.kind) {
          case undefined:
            take();
            return callback(null, 'taken as 4711');
          case 'delay':
            take();
            setTimeout(() => callback(null, 'taken as 4711'), fault.ms);
            return;
          case 'take-and-drop':
            take();
            drop(connection);
            return;
          case 'approve-and-drop':
            take();
            callback(null, 'taken as 4711');
            setImmediate(() => connection?._socket.destroySoon());
            return;
          case 'drop':
            drop(connection);
            return;
          case 'reply':
            return callback(Object.assign(new Error(fault.text), { responseCode: fault.code }));
        }
      });
    },
    ...setup.options,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    counts.connections += 1;
    sockets.add(socket);
    // Who leaves before the dialogue began has nobody else to listen to the error.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (security === 'starttls') {
      socket.on('data', (chunk: Buffer) => {
        clearText += chunk.toString('latin1');
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    messages,
    get connections() {
      return counts.connections;
    },
    get logins() {
      return counts.logins;
    },
    get clearText() {
      return clearText;
    },
    scriptBy: (next) => {
      asked = next;
    },
    script: (next, times = Number.POSITIVE_INFINITY) => {
      asked = undefined;
      faults = next;
      left = new Map(Object.keys(next).map((phase) => [phase as SmtpPhase, times]));
    },
    close: () =>
      new Promise((resolve) => {
        // Through the connection, so that TLS ends before the socket beneath it.
        for (const connection of server.connections) connection._socket.destroy();
        for (const socket of sockets) socket.unref();
        const enough = setTimeout(resolve, 500);
        server.close(() => {
          clearTimeout(enough);
          resolve();
        });
      }),
  };
};

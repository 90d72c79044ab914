import { createServer, type Socket } from 'node:net';

export interface SaslServer {
  readonly port: number;
  /** Logins tried, right or wrong, in order. */
  readonly logins: readonly { readonly user: string; readonly accepted: boolean }[];
  readonly close: () => Promise<void>;
}

/**
 * The part of Dovecot's authentication protocol (version 1.1) that Postfix speaks for `AUTH PLAIN`, with one
 * account: Postfix itself keeps no passwords.
 */
export const startSaslServer = async (account: {
  readonly user: string;
  readonly password: string;
}): Promise<SaslServer> => {
  const logins: { user: string; accepted: boolean }[] = [];
  const sockets = new Set<Socket>();

  const answer = (line: string): string | undefined => {
    const [verb, id, , ...parameters] = line.split('\t');
    if (verb !== 'AUTH') return undefined;
    const response = parameters.find((parameter) => parameter.startsWith('resp='))?.slice('resp='.length);
    const [, user = '', password = ''] = Buffer.from(response ?? '', 'base64')
      .toString('utf8')
      .split('\0');
    const accepted = user === account.user && password === account.password;
    logins.push({ user, accepted });
    return accepted ? `OK\t${id}\tuser=${user}\n` : `FAIL\t${id}\tuser=${user}\n`;
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write(
      [
        'VERSION\t1\t1',
        'MECH\tPLAIN\tplaintext',
        `SPID\t${process.pid}`,
        'CUID\t1',
        'COOKIE\t0',
        'DONE',
        '',
      ].join('\n'),
    );
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const reply = answer(line);
        if (reply !== undefined) socket.write(reply);
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    logins,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

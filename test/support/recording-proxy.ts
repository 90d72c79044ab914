import { connect, createServer, type Socket } from 'node:net';

export interface RecordingProxy {
  readonly port: number;
  /** Every byte that the client put on the wire so far, encrypted or not, one character a byte. */
  readonly sent: () => string;
  readonly close: () => Promise<void>;
}

/** Sits on the wire before a server and writes down all that the client sends, from the first byte to the last. */
export const startRecordingProxy = async (targetPort: number): Promise<RecordingProxy> => {
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('end', () => other.end());
    }
    client.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      target.write(chunk);
    });
    target.on('data', (chunk: Buffer) => client.write(chunk));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    sent: () => Buffer.concat(chunks).toString('latin1'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

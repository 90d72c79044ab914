// A mail server in a process of its own that takes every message at once, as Postfix's smtp-sink does.
import { createServer } from 'node:tls';

const send = (message: object): void => {
  process.send?.(message);
};

process.once('message', ({ key, cert }: { readonly key: string; readonly cert: string }) => {
  const server = createServer({ key, cert }, (socket) => {
    let pending = '';
    let inContent = false;
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    const reply = (text: string): void => {
      socket.write(`${text}\r\n`);
    };
    reply('220 sink ESMTP');
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = pending.indexOf(inContent ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = pending.slice(0, end);
        pending = pending.slice(end + (inContent ? 5 : 2));
        if (inContent) {
          inContent = false;
          reply('250 2.0.0 taken');
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'EHLO') reply('250-sink\r\n250 AUTH PLAIN LOGIN');
        else if (verb === 'AUTH') reply('235 2.7.0 welcome');
        else if (verb === 'QUIT') socket.end('221 bye\r\n');
        else if (verb === 'DATA') {
          inContent = true;
          reply('354 go on');
        } else reply('250 OK');
      }
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    send({ port: typeof address === 'object' && address ? address.port : 0 });
  });
});
// Ends with the bench, however that ends.
process.once('disconnect', () => process.exit(0));
send({ ready: true });

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testCertificate } from '../../support/test-certificate.ts';
import { startSaslServer } from './sasl-server.ts';

export interface Postfix {
  readonly port: number;
  /** PEM of the certificate that it shows. */
  readonly certificate: string;
  /** The raw messages that lie in the mailbox, in no order. */
  readonly mailbox: () => Promise<readonly string[]>;
  readonly logins: readonly { readonly user: string; readonly accepted: boolean }[];
  readonly log: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Nobody’s numbers: Postfix delivers into a mailbox as its owner, never as root. */
const mailboxOwner = 5000;

const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

/** Where Debian, Fedora and macOS put the daemons. */
const daemonFolder = (): string | undefined =>
  ['/usr/lib/postfix/sbin', '/usr/libexec/postfix'].find((folder) => existsSync(join(folder, 'master')));

/** Throws one line that says what to type where Postfix cannot run: a skipped test would prove nothing. */
const demandPostfix = (): string => {
  const folder = daemonFolder();
  if (folder === undefined)
    throw new Error('Postfix is missing. Type: sudo apt-get install -y --no-install-recommends postfix');
  if (process.getuid?.() !== 0)
    throw new Error('Postfix starts only for root. Type: sudo npm test -- e2e postfix');
  return folder;
};

const masterServices = (port: number): string =>
  [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');

/**
 * A real Postfix on a random port of this machine, out of the way of any other: its own configuration, queue
 * and log in a folder of its own. It wants STARTTLS and a login, and delivers whatever comes for `domain` into one
 * Maildir.
 */
export const startPostfix = async (options: {
  readonly domain: string;
  readonly account: { readonly user: string; readonly password: string };
}): Promise<Postfix> => {
  const daemons = demandPostfix();
  const folder = await mkdtemp(join(tmpdir(), 'acquit-postfix-'));
  // Its daemons leave root behind and must still get there.
  await chmod(folder, 0o755);
  const at = (...names: readonly string[]): string => join(folder, ...names);
  for (const name of ['config', 'queue', 'data', 'mail']) await mkdir(at(name));
  const postfixUser = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
  const postfixGroup = Number(execFileSync('id', ['-g', 'postfix'], { encoding: 'utf8' }));
  await chown(at('data'), postfixUser, postfixGroup);
  await chown(at('mail'), mailboxOwner, mailboxOwner);

  const sasl = await startSaslServer(options.account);
  const port = await freePort();
  const { cert, key } = testCertificate('localhost');
  await writeFile(at('config', 'cert.pem'), cert);
  await writeFile(at('config', 'key.pem'), key, { mode: 0o600 });
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: '3.6',
    config_directory: at('config'),
    queue_directory: at('queue'),
    data_directory: at('data'),
    daemon_directory: daemons,
    command_directory: '/usr/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    maillog_file: at('data', 'postfix.log'),
    maillog_file_prefixes: folder,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'mx.example.test',
    mydestination: '',
    mynetworks: '',
    alias_maps: '',
    local_recipient_maps: '',
    smtpd_peername_lookup: 'no',
    smtpd_tls_security_level: 'encrypt',
    smtpd_tls_cert_file: at('config', 'cert.pem'),
    smtpd_tls_key_file: at('config', 'key.pem'),
    smtpd_sasl_auth_enable: 'yes',
    smtpd_sasl_type: 'dovecot',
    smtpd_sasl_path: `inet:127.0.0.1:${sasl.port}`,
    smtpd_tls_auth_only: 'yes',
    smtpd_relay_restrictions: 'permit_sasl_authenticated, reject',
    smtpd_recipient_restrictions: 'permit_sasl_authenticated, reject',
    virtual_mailbox_domains: options.domain,
    virtual_mailbox_base: at('mail'),
    virtual_mailbox_maps: 'static:inbox/',
    virtual_uid_maps: `static:${mailboxOwner}`,
    virtual_gid_maps: `static:${mailboxOwner}`,
    virtual_transport: 'virtual',
    message_size_limit: '20000000',
    mailbox_size_limit: '0',
    virtual_mailbox_limit: '0',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  await writeFile(at('config', 'main.cf'), `${lines.join('\n')}\n`);
  await writeFile(at('config', 'master.cf'), masterServices(port));

  const log = (): Promise<string> => readFile(at('data', 'postfix.log'), 'utf8').catch(() => '');
  const clean = async (): Promise<void> => {
    await sasl.close();
    await rm(folder, { recursive: true, force: true });
  };
  const command = (word: string): void => {
    execFileSync('postfix', ['-c', at('config'), word], { stdio: 'pipe' });
  };
  let master: ChildProcess;
  try {
    command('check');
    master = spawn(join(daemons, 'master'), ['-c', at('config'), '-d'], { stdio: 'ignore' });
    await once(master, 'spawn');
    for (let turn = 0; !(await log()).includes('daemon started'); turn += 1) {
      if (turn > 200) throw new Error(`Postfix did not start: ${await log()}`);
      await new Promise((next) => setTimeout(next, 50));
    }
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    await clean();
    throw new Error(`Postfix could not be started: ${error} ${words}`);
  }

  return {
    port,
    certificate: cert,
    logins: sasl.logins,
    log,
    mailbox: async () => {
      const names = await readdir(at('mail', 'inbox', 'new')).catch(() => []);
      return Promise.all(names.map((name) => readFile(at('mail', 'inbox', 'new', name), 'utf8')));
    },
    stop: async () => {
      const ended = once(master, 'exit');
      // The master ends its daemons with itself.
      master.kill('SIGTERM');
      await ended;
      await clean();
    },
  };
};

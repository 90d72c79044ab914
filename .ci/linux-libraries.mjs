import { capture, hasProgram, SetupError, say } from './processes.mjs';

/** What Chromium links against and a bare Debian or Ubuntu lacks. */
const forElectron = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
  'libatspi2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libcups2',
  'fonts-dejavu-core',
];

/** A virtual screen, and a session bus with a keyring: without one Electron would only "encrypt" with a fixed key. */
const forHeadless = ['xvfb', 'xauth', 'dbus', 'dbus-x11', 'gnome-keyring'];

/** pdftotext, pdftoppm and qpdf read back the letters that the tests produce; openssl makes their mail server's certificate; postfix is a real one; python3 runs the published check of the journal. */
const forTests = ['poppler-utils', 'qpdf', 'openssl', 'postfix', 'python3'];

/**
 * Installs the missing Debian packages when run as root; otherwise throws a SetupError with the one line to type.
 * Other systems are left alone: their packages have other names, and desktops have these libraries.
 */
export function ensureLinuxLibraries({ headless, tests }) {
  if (process.platform !== 'linux' || !hasProgram('dpkg-query')) return;
  const wanted = [...forElectron, ...(headless ? forHeadless : []), ...(tests ? forTests : [])];
  const present = installedPackages();
  const missing = wanted.filter((name) => !present.has(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `Linux libraries are missing. Type: sudo apt-get install -y ${nameInArchive(missing).join(' ')}`,
    );
  }
  say(`Installing Linux libraries: ${missing.join(' ')}…`);
  apt(['update']);
  if (missing.includes('postfix')) keepPostfixQuiet();
  apt(['install', '-y', '--no-install-recommends', ...nameInArchive(missing)]);
}

/** Names of the installed packages and of what they provide (Ubuntu 24.04's libgtk-3-0t64 provides libgtk-3-0). */
function installedPackages() {
  const { stdout } = capture('dpkg-query', ['-W', `-f=\${db:Status-Status}\t\${Package}\t\${Provides}\n`]);
  const names = new Set();
  for (const line of stdout.split('\n')) {
    const [status, name, provides = ''] = line.split('\t');
    if (status !== 'installed') continue;
    names.add(name);
    for (const provided of provides.split(',')) names.add(provided.trim().split(/[ :]/)[0]);
  }
  return names;
}

/** The libraries rebuilt for 64-bit time have a `t64` suffix in newer releases; apt does not choose among providers. */
function nameInArchive(names) {
  return names.map((name) => {
    const candidate = (of) =>
      /^ {2}Candidate: (?!\(none\))/m.test(capture('apt-cache', ['policy', of]).stdout);
    return !candidate(name) && candidate(`${name}t64`) ? `${name}t64` : name;
  });
}

/** Left to itself, Debian's Postfix becomes the machine's mail server and starts: the tests only want its programs. */
function keepPostfixQuiet() {
  const input = 'postfix postfix/main_mailer_type select No configuration\n';
  capture('debconf-set-selections', [], { input, stdio: ['pipe', 'pipe', 'pipe'] });
}

function apt(args) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  const { code, stdout, stderr } = capture('apt-get', ['-qq', ...args], { env });
  if (code !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

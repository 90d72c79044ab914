import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestCertificate {
  readonly key: string;
  /** PEM; trusts itself. */
  readonly cert: string;
}

const made = new Map<string, TestCertificate>();

/** A self-signed certificate for a host name, made by OpenSSL on first use: good for a month, or expired yesterday. */
export const testCertificate = (
  hostName = 'localhost',
  validity: 'valid' | 'expired' = 'valid',
): TestCertificate => {
  const cacheKey = `${hostName} ${validity}`;
  const known = made.get(cacheKey);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'acquit-certificate-'));
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  };
  try {
    const newKey = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      'key.pem',
    ];
    const subject = ['-subj', `/CN=${hostName}`, '-addext', `subjectAltName=DNS:${hostName}`];
    if (validity === 'valid')
      openssl('req', '-x509', ...newKey, ...subject, '-days', '30', '-out', 'cert.pem');
    else {
      openssl('req', '-new', ...newKey, ...subject, '-out', 'request.pem');
      // Only this command of OpenSSL 3.0 takes a day before today.
      openssl('x509', '-req', '-in', 'request.pem', '-signkey', 'key.pem', '-days', '-1', '-out', 'cert.pem');
    }
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const certificate = { key: read('key.pem'), cert: read('cert.pem') };
    made.set(cacheKey, certificate);
    return certificate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

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

/** A self-signed certificate for a host name, made by OpenSSL on first use; `days` 0 or less is one already expired. */
export const testCertificate = (hostName = 'localhost', days = 30): TestCertificate => {
  const cacheKey = `${hostName} ${days}`;
  const known = made.get(cacheKey);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'acquit-certificate-'));
  try {
    const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const validity =
      days > 0
        ? ['-days', String(days)]
        : ['-not_before', '20200101000000Z', '-not_after', '20200201000000Z'];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', keyPath, '-out', certPath, ...validity],
        ...['-subj', `/CN=${hostName}`, '-addext', `subjectAltName=DNS:${hostName}`],
      ],
      { stdio: 'pipe' },
    );
    const certificate = { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8') };
    made.set(cacheKey, certificate);
    return certificate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

import tls from 'node:tls';

/** Authorities that the system trusts (an office's or an antivirus's own), where this Node can ask for them. */
const systemAuthorities = (): readonly string[] => {
  const ask: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof ask !== 'function') return [];
  try {
    return ask.call(tls, 'system');
  } catch {
    // Not supported by this build: the built-in list alone decides.
    return [];
  }
};

let known: readonly string[] | undefined;

/**
 * The certificates that may vouch for a mail server, in PEM: the built-in list, the system's, and `extra`
 * (tests of an unpackaged application). Read once: asking Windows takes a moment.
 */
export const trustedAuthorities = (extra?: string): string[] => {
  known ??= [...new Set([...tls.rootCertificates, ...systemAuthorities()])];
  return extra === undefined ? [...known] : [...known, extra];
};

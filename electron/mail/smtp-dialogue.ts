import type { DeliveryPhase } from './mail-transport.ts';
import type { SmtpBreak } from './smtp-break.ts';

/**
 * Follows a dialogue by nodemailer's transaction log (which masks secrets): its errors alone do not say how
 * far it came. Keeps the last verb, never a line.
 */
export const watchDialogue = () => {
  let lastVerb = '';
  let established = false;
  let onReply: () => void = () => undefined;
  const note = (entry: unknown, text: unknown): void => {
    const kind = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'tnx') : undefined;
    if (kind === 'client' && typeof text === 'string') lastVerb = text.split(/[\s:]/)[0]?.toUpperCase() ?? '';
    if (kind === 'server') onReply();
    if (kind === 'network' && typeof text === 'string' && text.includes('established')) established = true;
  };
  return {
    /** Told of each reply of the server, before anything is made of it. */
    onReply: (listener: () => void): void => {
      onReply = listener;
    },
    logger: { trace: note, debug: note, info: note, warn: note, error: note, fatal: note },
    phase: (broken: SmtpBreak): DeliveryPhase => {
      if (broken.code === 'EDNS' || broken.code === 'ENOTFOUND' || broken.code === 'EAI_AGAIN') return 'dns';
      if (lastVerb === 'STARTTLS') return 'tls';
      if (lastVerb === 'EHLO' || lastVerb === 'HELO') return 'ehlo';
      if (established) return 'greeting';
      return /SSL|TLS|CERT|SIGNED|ISSUER|EPROTO|ECONNRESET/.test(broken.code) ? 'tls' : 'connect';
    },
    envelopePhase: (): DeliveryPhase =>
      lastVerb === 'RCPT' ? 'rcpt' : lastVerb === 'DATA' ? 'data' : 'mail',
  };
};

import type { DeliveryPhase } from './mail-transport.ts';

/** How a dialogue with a mail server ended before its aim, as facts. */
export interface SmtpBreak {
  readonly phase: DeliveryPhase;
  /** System or TLS code: `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, `ETIMEDOUT`… */
  readonly code: string;
  /** The server's reply, where it gave one. */
  readonly reply?: { readonly code: number; readonly text: string } | undefined;
}

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** The facts in an error of nodemailer. `originalCode` is the system's code where nodemailer put its own over it. */
export const breakOf = (error: unknown, phase: DeliveryPhase): SmtpBreak => {
  const code = field(error, 'originalCode') ?? field(error, 'code');
  const replyCode = field(error, 'responseCode');
  const text = field(error, 'response');
  return {
    phase,
    code: typeof code === 'string' ? code : 'UNKNOWN',
    ...(typeof replyCode === 'number'
      ? { reply: { code: replyCode, text: typeof text === 'string' ? text : String(replyCode) } }
      : {}),
  };
};

/** A refusal in the server's words: 4xx or 5xx (RFC 5321 4.2.1). Anything else is no proof of anything. */
export const isRefusal = (broken: SmtpBreak): boolean =>
  broken.reply !== undefined && broken.reply.code >= 400 && broken.reply.code <= 599;

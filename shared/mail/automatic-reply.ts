import type { Email } from 'postal-mime';
import { foldText } from '../importing/fold-text.ts';
import { headerOf } from './mail-fields.ts';

/** Folded beginnings of subjects of absence messages, French, English and of neighbours. */
const automaticSubject =
  /^(?:(?:re|tr|fwd?) )?(?:automatic reply|auto(?:matic)? ?(?:reply|response)|autoreply|out of (?:the )?office|reponse automatique|message d absence|absence du bureau|absent du bureau|absente? (?:du|jusqu|le|pour)|notification d absence|je suis absente?|en conges|automatische antwort|abwesenheit|respuesta automatica|risposta automatica|accuse de reception automatique|away until|on vacation)/;

/**
 * True for the answer of a machine in the recipient's place. `Auto-Submitted: auto-replied` is what RFC 3834
 * asks for; Exchange says it by X-Auto-Response-Suppress with an empty Return-Path or the subject only.
 */
export const isAutomaticReply = (mail: Email): boolean => {
  const submitted = (headerOf(mail, 'auto-submitted') ?? '').toLowerCase();
  if (submitted.startsWith('auto-replied') || submitted.startsWith('auto-notified')) return true;
  const has = (name: string): boolean => {
    const value = headerOf(mail, name)?.trim().toLowerCase();
    return value !== undefined && value !== '' && value !== 'no' && value !== 'none';
  };
  if (has('x-autoreply') || has('x-autorespond') || has('x-autoreply-from') || has('x-vacation')) return true;
  const precedence = (headerOf(mail, 'precedence') ?? '').toLowerCase();
  if (/auto[-_]?reply/.test(precedence)) return true;
  const isNullSender = /^\s*<\s*>\s*$/.test(headerOf(mail, 'return-path') ?? '');
  const says = automaticSubject.test(foldText((mail.subject ?? '').slice(0, 200)));
  const answers = headerOf(mail, 'in-reply-to') !== undefined;
  if (submitted.startsWith('auto-generated') && (answers || says)) return true;
  return says || (has('x-auto-response-suppress') && isNullSender);
};

/** True for a receipt that the message was shown or deleted (RFC 8098). */
export const isReadReceipt = ({ attachments }: Email): boolean =>
  attachments.some(({ mimeType }) => mimeType === 'message/disposition-notification');

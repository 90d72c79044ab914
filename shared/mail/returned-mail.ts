import type { Email } from 'postal-mime';
import { businessDay, type Instant, instantOf } from '../dates/clock.ts';
import { counted } from '../money/format-count.ts';
import { isAutomaticReply, isReadReceipt } from './automatic-reply.ts';
import { readBounceText } from './bounce-text.ts';
import { reportedRecipients } from './delivery-report.ts';
import { fieldBlocks, headerOf, messageIdsIn, partText, plainAddress } from './mail-fields.ts';
import { frenchMailSourceError, readMailSource } from './mail-source.ts';
import { originalMessageIds, quotedRecipient } from './quoted-original.ts';
import type { ReturnedMail, ReturnedMailKind, ReturnedRecipient } from './returned-mail-contract.ts';
import { mailText, writtenText } from './written-text.ts';

export type { ReturnedMail, ReturnedMailKind, ReturnedRecipient } from './returned-mail-contract.ts';

type Told = Pick<ReturnedMail, 'kind' | 'recipients' | 'meaning'>;

const longestSubject = 500;

const complaintOf = (mail: Email): Told | undefined => {
  const report = partText(mail, 'message/feedback-report');
  if (report === '') return undefined;
  const fields = fieldBlocks(report);
  const value = (name: string): string => fields.find((block) => block.has(name))?.get(name) ?? '';
  const type = value('feedback-type').toLowerCase();
  if (type === 'not-spam' || type === 'auth-failure' || type === 'dmarc')
    return { kind: 'other', recipients: [], meaning: 'Rapport technique d’un fournisseur de messagerie.' };
  const address = plainAddress(value('original-rcpt-to')) ?? quotedRecipient(mail);
  // Many providers hide who complained.
  const isHidden = address === undefined || /^redacted/i.test(address);
  return {
    kind: 'complaint',
    recipients: isHidden ? [] : [{ address }],
    meaning: 'Le destinataire a signalé votre message comme indésirable\u00a0: ne lui écrivez plus.',
  };
};

const meaningOf = (kind: 'bounce' | 'delay', recipients: readonly ReturnedRecipient[]): string => {
  const [only, another] = recipients;
  if (kind === 'delay')
    return 'Votre message n’est pas encore remis\u202f: le serveur continue d’essayer. Ne le renvoyez pas.';
  if (!only) return 'Un message n’a pas été remis, sans que le serveur dise à qui.';
  if (!another) return only.meaning ?? '';
  return `Votre message n’a pas été remis à ${counted(recipients.length, 'destinataire', 'destinataires')}.`;
};

const deliveryOf = (mail: Email, text: string): Told | undefined => {
  const reported = reportedRecipients(mail);
  if (reported.length > 0) {
    const failed = reported.filter(({ action }) => action === 'failed' || action === undefined);
    const delayed = reported.filter(({ action }) => action === 'delayed');
    if (failed.length > 0) {
      const recipients = [...failed, ...delayed];
      return { kind: 'bounce', recipients, meaning: meaningOf('bounce', recipients) };
    }
    if (delayed.length > 0)
      return { kind: 'delay', recipients: delayed, meaning: meaningOf('delay', delayed) };
    return {
      kind: 'other',
      recipients: reported.map(({ address, action, status }) => ({ address, action, status })),
      meaning: 'Accusé de remise\u00a0: votre message est arrivé.',
    };
  }
  const told = readBounceText(mail, text);
  return told && { ...told, meaning: meaningOf(told.kind, told.recipients) };
};

const answerOf = (mail: Email): Told => {
  const address = plainAddress(mail.from?.address ?? '');
  const told = (kind: ReturnedMailKind, meaning: string): Told => ({
    kind,
    recipients: address === undefined ? [] : [{ address }],
    meaning,
  });
  if (isReadReceipt(mail)) return told('auto-reply', 'Accusé de lecture de votre message.');
  if (isAutomaticReply(mail)) return told('auto-reply', 'Réponse automatique du destinataire.');
  const isAnswer =
    headerOf(mail, 'in-reply-to') !== undefined ||
    headerOf(mail, 'references') !== undefined ||
    /^\s*(?:re|r[ée]p|r[ée]ponse)\s*(?:\[\d+\])?\s*:/i.test(mail.subject ?? '');
  return isAnswer ? told('reply', 'Réponse à un de vos messages.') : told('other', 'E-mail reçu.');
};

/** When a date of a header is; undefined where it is none, or not one that a mail can have. */
const instantIn = (date: string | undefined): Instant | undefined => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  const isBelievable = at >= Date.parse('1980-01-01') && at < Date.parse('2200-01-01');
  return isBelievable ? instantOf(at) : undefined;
};

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/**
 * Reads an e-mail that came back or came in: bounces with a machine-readable part (RFC 3464) and without
 * (Yahoo, Exim, French texts), delays, answers of machines (RFC 3834) and of persons, complaints (RFC 5965).
 * Line ends may be CR, LF or CRLF. Never rejects: what is no e-mail, or beyond the limits of `mailLimits`
 * (10 MB, parts, nesting), is `other` with a `problem`. It proposes; what a message says may be forged.
 */
export const readReturnedMail = async (bytes: Uint8Array): Promise<ReturnedMail> => {
  const source = await readMailSource(bytes);
  if (!source.ok) {
    const problem = frenchMailSourceError(source.error);
    return {
      kind: 'other',
      recipients: [],
      meaning: problem,
      subject: '',
      originalMessageIds: [],
      text: '',
      problem,
    };
  }
  const mail = source.value;
  const text = mailText(mail);
  const told = complaintOf(mail) ?? deliveryOf(mail, text) ?? answerOf(mail);
  const sender = plainAddress(mail.from?.address ?? '');
  const sentAt = instantIn(mail.date);
  const [ownId] = messageIdsIn(mail.messageId ?? '');
  return {
    ...told,
    subject: oneLine((mail.subject ?? '').slice(0, longestSubject)),
    ...(sender !== undefined && {
      from: { name: oneLine((mail.from?.name ?? '').slice(0, 200)), address: sender },
    }),
    ...(sentAt !== undefined && { sentAt, day: businessDay(Date.parse(sentAt)) }),
    ...(ownId !== undefined && { messageId: ownId }),
    originalMessageIds: originalMessageIds(mail),
    text: writtenText(text),
  };
};

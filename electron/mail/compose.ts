import MailComposer from 'nodemailer/lib/mail-composer';
import { normaliseEmailAddress } from '../../shared/identifiers/email-address.ts';
import type { OutboxDraft } from '../../shared/ipc/outbox-contract.ts';
import { messageHtml } from '../../shared/reminders/message-html.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isHeaderText } from './header-text.ts';
import { isSafeHtml } from './safe-html.ts';

/** The user as he writes. An empty address leaves `From` to the user's own mail program. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface ComposedMessage {
  readonly bytes: Uint8Array;
  /** With angle brackets, as in the header. */
  readonly messageId: string;
  /** Envelope addresses. */
  readonly from: string;
  readonly to: string;
  /** Addressed to the user himself in place of the client (test mode). */
  readonly isTest?: true | undefined;
}

export type ComposeFailure =
  /** This draft can never become a message (French explanation). */
  | { readonly kind: 'invalid-draft'; readonly explanation: string }
  /** No draft can be composed before the user changed something (French message). */
  | { readonly kind: 'not-configured'; readonly message: string };

/** How `compose` reads an attachment; undefined when the store does not have it. */
export type ReadDocument = (hash: string) => Promise<Uint8Array | undefined>;

const invalid = (explanation: string): { readonly ok: false; readonly error: ComposeFailure } =>
  fail({ kind: 'invalid-draft', explanation });

/** The address for an envelope, its domain in lower case; undefined when it is not exactly one plain address. */
export const envelopeAddress = (address: string): string | undefined => {
  const plain = isHeaderText(address) ? normaliseEmailAddress(address) : undefined;
  return plain?.ok ? plain.value : undefined;
};

// Vertical tab, form feed, and the line and paragraph separators of Unicode.
const wordProcessorBreaks = /\r\n?|[\v\f\u2028\u2029]/g;

/** Vertical tab and form feed come from word processors and mean a line break; other controls are refused. */
const bodyText = (text: string): string | undefined => {
  const plain = text.replace(wordProcessorBreaks, '\n');
  return /[^\P{Cc}\n\t]/u.test(plain) ? undefined : plain;
};

/**
 * Builds the raw message of a draft: `From`, `To`, `Reply-To`, `Date`, `Message-ID`, `Subject`, the text,
 * the same as simple HTML, and the attachments. Addresses go in as objects, never as text to be parsed:
 * as text, `a@x>\r\nRCPT TO:<c@evil` went to c@evil. A control character in a header is a failure, not
 * something to clean.
 *
 * HTML of the draft is used where it is plain; one with anything that loads is replaced by that made of the
 * text. `idPart` becomes the left side of the Message-ID; `nowMs` the date.
 */
export const composeMessage = async (
  draft: OutboxDraft,
  parts: { readonly sender: Sender; readonly idPart: string; readonly nowMs: number },
  readDocument: ReadDocument,
): Promise<Result<ComposedMessage, ComposeFailure>> => {
  const { sender, idPart, nowMs } = parts;
  const from = sender.address === '' ? '' : envelopeAddress(sender.address);
  if (from === undefined || !isHeaderText(sender.name))
    return fail({
      kind: 'not-configured',
      message: 'Votre adresse d’envoi n’est pas valable\u00a0: corrigez-la dans Réglages › Messagerie.',
    });
  const to = envelopeAddress(draft.to.address);
  if (to === undefined)
    return invalid(
      `L’adresse du destinataire n’est pas valable\u00a0: «\u00a0${printable(draft.to.address)}\u00a0».`,
    );
  if (!isHeaderText(draft.to.name)) return invalid('Le nom du destinataire contient un caractère interdit.');
  if (!isHeaderText(draft.subject))
    return invalid('L’objet contient un saut de ligne ou un caractère interdit.');
  const text = bodyText(draft.text);
  if (text === undefined) return invalid('Le texte contient un caractère interdit.');
  const attachments: Attachment[] = [];
  for (const attachment of draft.attachments) {
    if (!isHeaderText(attachment.name) || !/^[\w.+-]+\/[\w.+-]+$/.test(attachment.mediaType))
      return invalid('Le nom ou le type d’une pièce jointe contient un caractère interdit.');
    const bytes = await readDocument(attachment.hash);
    if (!bytes)
      return invalid(
        `La pièce jointe «\u00a0${attachment.name}\u00a0» est introuvable\u00a0: le message n’est pas parti. Joignez de nouveau cette copie à la facture, puis validez la relance.`,
      );
    attachments.push({
      filename: attachment.name,
      contentType: attachment.mediaType,
      content: Buffer.from(bytes),
    });
  }
  const messageId = `<${idPart}@${(from === '' ? to : from).replace(/^.*@/, '')}>`;
  const author = { name: sender.name, address: from };
  const composer = new MailComposer({
    ...(from === '' ? {} : { from: author, replyTo: author }),
    to: { name: draft.to.name, address: to },
    subject: draft.subject,
    date: new Date(nowMs),
    messageId,
    text,
    html: draft.html !== undefined && isSafeHtml(draft.html) ? draft.html : messageHtml(text),
    attachments,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return ok({ bytes: await composer.compile().build(), messageId, from, to });
};

interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

const printable = (text: string): string => text.replace(/\p{Cc}/gu, '�').slice(0, 254);

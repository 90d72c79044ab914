import type { Email } from 'postal-mime';
import {
  fieldBlocks,
  headerOf,
  type MailFields,
  messageIdsIn,
  partText,
  plainAddress,
} from './mail-fields.ts';

/** Where servers that write free text begin the copy of the message. */
const copyBegins =
  /^[>\s]*(?:-{2,}.{0,80}(?:copy|original|returned|message follows|message suit|copie|d'origine|d’origine)|.{0,40}below this line is a copy|included is a copy of|.{0,40}(?:message|en-t[êe]tes?) (?:d'origine|d’origine|original)\b)/i;

/** The text of a bounce in two: what the server says, and the copy of the message. */
export const splitCopy = (text: string): { readonly notice: string; readonly copy: string } => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => copyBegins.test(line.slice(0, 300)));
  return at === -1
    ? { notice: text, copy: '' }
    : { notice: lines.slice(0, at).join('\n'), copy: lines.slice(at + 1).join('\n') };
};

/** The header of the message that a report brings back, as a part of it or in its text. */
export const quotedHeader = (mail: Email): MailFields => {
  const part = partText(
    mail,
    'message/rfc822',
    'text/rfc822-headers',
    'message/rfc822-headers',
    'message/global',
  );
  const header = part === '' ? splitCopy(mail.text ?? '').copy : part;
  // A mailbox line or an empty one may stand above it.
  const [first] = fieldBlocks(header.slice(0, 100_000));
  return first ?? new Map();
};

const mostIds = 50;

/** Message-IDs that the mail brings back or answers, the nearest first, at most 50. */
export const originalMessageIds = (mail: Email): readonly string[] => {
  const quoted = messageIdsIn(quotedHeader(mail).get('message-id') ?? '');
  const answered = messageIdsIn(headerOf(mail, 'in-reply-to') ?? '');
  const thread = [...messageIdsIn(headerOf(mail, 'references') ?? '')].reverse();
  return [...new Set([...quoted, ...answered, ...thread])].slice(0, mostIds);
};

/** To whom the message went that a report brings back. */
export const quotedRecipient = (mail: Email): string | undefined => {
  const to = quotedHeader(mail).get('to') ?? '';
  return plainAddress(/<([^<>]{1,300})>/.exec(to)?.[1] ?? to);
};

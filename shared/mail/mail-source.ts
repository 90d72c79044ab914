import PostalMime, { type Email } from 'postal-mime';
import { fail, ok, type Result } from '../result.ts';

/** Why bytes are not read as an e-mail. */
export type MailSourceError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-big'; readonly bytes: number }
  /** More lines, parts, nesting or headers than any message to a person has. */
  | { readonly kind: 'too-complex' }
  | { readonly kind: 'unreadable' };

/** Above what mail servers take, or people write; beyond lies an attack. */
export const mailLimits = {
  bytes: 10_000_000,
  lines: 250_000,
  /** Lines that could be the border of a part. */
  borders: 2000,
  nesting: 20,
  nestedMessages: 3,
  headerBytes: 500_000,
};

const [lineFeed, carriageReturn, dash] = [10, 13, 45];

/** « From x@y Mon Apr 29… »: what mailbox files put above a message. */
const isMailboxLine = (bytes: Uint8Array): boolean =>
  [0x46, 0x72, 0x6f, 0x6d, 0x20].every((value, index) => bytes[index] === value);

/**
 * The message with LF line ends whatever they were (CR, LF, CRLF), without the line of a mailbox file above
 * it; fails where it has too many lines or borders.
 */
const withLineFeeds = (bytes: Uint8Array): Result<Uint8Array, MailSourceError> => {
  const text = new Uint8Array(bytes.length);
  let length = 0;
  let lines = 0;
  let borders = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === carriageReturn && bytes[at + 1] === lineFeed) continue;
    if (byte !== carriageReturn && byte !== lineFeed) {
      text[length] = byte;
      length += 1;
      continue;
    }
    text[length] = lineFeed;
    length += 1;
    lines += 1;
    if (bytes[at + 1] === dash && bytes[at + 2] === dash) borders += 1;
    if (lines > mailLimits.lines || borders > mailLimits.borders) return fail({ kind: 'too-complex' });
  }
  const whole = text.subarray(0, length);
  return ok(isMailboxLine(whole) ? whole.subarray(whole.indexOf(lineFeed) + 1) : whole);
};

/** Reads the parts of an e-mail (RFC 5322, MIME). Never throws; what is beyond `mailLimits` is refused. */
export const readMailSource = async (bytes: Uint8Array): Promise<Result<Email, MailSourceError>> => {
  if (bytes.length === 0) return fail({ kind: 'empty' });
  if (bytes.length > mailLimits.bytes) return fail({ kind: 'too-big', bytes: bytes.length });
  const text = withLineFeeds(bytes);
  if (!text.ok) return text;
  try {
    return ok(
      await PostalMime.parse(text.value, {
        maxNestingDepth: mailLimits.nesting,
        maxRfc822NestingDepth: mailLimits.nestedMessages,
        maxHeadersSize: mailLimits.headerBytes,
      }),
    );
  } catch (error) {
    // The parser says by exceptions what exceeds the limits given to it.
    return fail({ kind: /exceeded/i.test(String(error)) ? 'too-complex' : 'unreadable' });
  }
};

const messages: Readonly<Record<MailSourceError['kind'], string>> = {
  empty: 'Ce fichier est vide.',
  'too-big': 'Cet e-mail dépasse 10\u00a0Mo. Enregistrez-le sans ses pièces jointes.',
  'too-complex': 'Cet e-mail est trop compliqué pour être lu sans risque.',
  unreadable: 'Cet e-mail est illisible. Enregistrez-le de nouveau depuis votre messagerie.',
};

/** What to do about it, French. */
export const frenchMailSourceError = ({ kind }: MailSourceError): string => messages[kind];

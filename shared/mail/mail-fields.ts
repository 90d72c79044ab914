import type { Email } from 'postal-mime';
import { normaliseEmailAddress } from '../identifiers/email-address.ts';
import { decodeText } from '../importing/encoding.ts';

/** Fields by lower-case name; of a name that comes several times, the first. */
export type MailFields = ReadonlyMap<string, string>;

const mostBlocks = 200;
const longestPart = 500_000;

/** The text of a part that a report carries as a file; empty where there is none. */
export const partText = ({ attachments }: Email, ...mimeTypes: readonly string[]): string => {
  const part = attachments.find(({ mimeType }) => mimeTypes.includes(mimeType));
  if (!part) return '';
  const { content } = part;
  if (typeof content === 'string') return content.slice(0, longestPart);
  return decodeText(new Uint8Array(content).subarray(0, longestPart)).text;
};

/** Groups of fields as RFC 3464 2.1 writes them: « Name: value », folded lines, an empty line between groups. */
export const fieldBlocks = (text: string): readonly MailFields[] => {
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | undefined;
  let name: string | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      block = undefined;
      name = undefined;
      continue;
    }
    if (/^[ \t]/.test(line)) {
      if (block && name !== undefined)
        block.set(name, `${block.get(name) ?? ''} ${line.trim()}`.slice(0, 4000));
      continue;
    }
    const colon = line.indexOf(':');
    const found = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!/^[a-z][a-z0-9-]{0,60}$/.test(found)) {
      name = undefined;
      continue;
    }
    if (!block) {
      if (blocks.length === mostBlocks) break;
      block = new Map();
      blocks.push(block);
    }
    // Folded lines of a repeated field must not run on after the first.
    name = block.has(found) ? undefined : found;
    if (name !== undefined)
      block.set(
        name,
        line
          .slice(colon + 1)
          .trim()
          .slice(0, 4000),
      );
  }
  return blocks;
};

/** The value without its type: « rfc822; x@y » gives « x@y », « smtp; 550 … » gives « 550 … ». */
export const untyped = (value: string): string => value.replace(/^\s*[A-Za-z0-9-]{1,30}\s*;\s*/, '').trim();

/** One plain address out of « <x@y> », « "x@y" », « x@y »; undefined for anything else. */
export const plainAddress = (text: string): string | undefined => {
  const bare = text
    .slice(0, 400)
    .trim()
    .replace(/^[<"'«\s]+|[>"'»\s.:]+$/g, '');
  const address = normaliseEmailAddress(bare);
  return address.ok ? address.value : undefined;
};

/** Message-IDs in a value, with their brackets. */
export const messageIdsIn = (value: string): readonly string[] =>
  value.slice(0, 20_000).match(/<[^<>\s]{1,300}>/g) ?? [];

/** The first value of a header; undefined where it is not there. */
export const headerOf = ({ headers }: Email, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value;

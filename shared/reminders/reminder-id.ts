import { sha256Hex } from './sha256.ts';

const reserved = /[%@+:~/]/g;
const escapePart = (part: string): string =>
  part.replace(reserved, (character) => `%${character.charCodeAt(0).toString(16)}`);

const longestReadable = 480;

/**
 * Id of the message that does these steps for these invoices of a client, at most 500 characters. The order
 * of the lines does not matter, and two different sets never share an id: short ids are the escaped parts
 * themselves, long ones their SHA-256, told apart by `~`, which escaping keeps out of the parts.
 */
export const reminderId = (
  clientId: string,
  lines: readonly { readonly invoiceId: string; readonly stepId: string }[],
): string => {
  const parts = lines.map((line) => `${escapePart(line.invoiceId)}@${escapePart(line.stepId)}`).sort();
  const readable = `${escapePart(clientId)}:${parts.join('+')}`;
  return readable.length <= longestReadable ? readable : `~${sha256Hex(readable)}`;
};

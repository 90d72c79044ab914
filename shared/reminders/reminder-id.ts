import { sha256Hex } from './sha256.ts';

/** Length first: no character of an id can end it early, so that two different sets never read the same. */
const delimited = (text: string): string => `${text.length}:${text}`;

const longestReadable = 480;

/**
 * Id of the message that does these steps for these invoices of a client, at most 480 characters. The order
 * of the lines does not matter, and two different sets never share an id: short ids are their own parts,
 * long ones the SHA-256 of them, told apart by the `~` in front.
 */
export const reminderId = (
  clientId: string,
  lines: readonly { readonly invoiceId: string; readonly stepId: string }[],
): string => {
  const parts = lines.map((line) => `${delimited(line.invoiceId)}@${delimited(line.stepId)}`).sort();
  const readable = `${delimited(clientId)}|${parts.join('+')}`;
  return readable.length <= longestReadable ? readable : `~${sha256Hex(readable)}`;
};

import type { Email } from 'postal-mime';
import { causeMeanings, deliveryCause, permanenceOf } from './delivery-cause.ts';
import { fieldBlocks, type MailFields, partText, plainAddress, untyped } from './mail-fields.ts';
import type { ReturnedRecipient } from './returned-mail-contract.ts';

const mostRecipients = 100;
const longestDiagnostic = 1000;

const shortened = (words: string): string | undefined => {
  const text = words.replace(/\s+/g, ' ').trim().slice(0, longestDiagnostic);
  return text === '' ? undefined : text;
};

/** A recipient with what the facts mean. */
export const withCause = (
  facts: Pick<ReturnedRecipient, 'address' | 'originalAddress' | 'action' | 'status' | 'remoteHost'> & {
    readonly diagnostic?: string | undefined;
  },
): ReturnedRecipient => {
  const diagnostic = facts.diagnostic === undefined ? undefined : shortened(facts.diagnostic);
  const cause = deliveryCause({ ...facts, diagnostic });
  return { ...facts, diagnostic, cause, permanence: permanenceOf[cause], meaning: causeMeanings[cause] };
};

const recipientOf = (fields: MailFields): ReturnedRecipient | undefined => {
  const original = plainAddress(untyped(fields.get('original-recipient') ?? ''));
  const final = plainAddress(untyped(fields.get('final-recipient') ?? ''));
  const address = final ?? original;
  if (address === undefined) return undefined;
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1];
  const action = /[a-z]+/.exec((fields.get('action') ?? '').toLowerCase())?.[0];
  const remote = fields.get('remote-mta');
  return withCause({
    address,
    ...(original !== undefined &&
      original.toLowerCase() !== address.toLowerCase() && { originalAddress: original }),
    ...(action !== undefined && { action }),
    ...(status !== undefined && { status }),
    ...(remote !== undefined && { remoteHost: untyped(remote) }),
    diagnostic: untyped(fields.get('diagnostic-code') ?? ''),
  });
};

/**
 * The recipients of a delivery status notification (RFC 3464), in its order, at most 100; none where the
 * message has no such part.
 */
export const reportedRecipients = (mail: Email): readonly ReturnedRecipient[] => {
  const found = new Map<string, ReturnedRecipient>();
  for (const fields of fieldBlocks(
    partText(mail, 'message/delivery-status', 'message/global-delivery-status'),
  )) {
    const recipient = recipientOf(fields);
    if (!recipient) continue;
    const key = recipient.address.toLowerCase();
    if (!found.has(key)) found.set(key, recipient);
    if (found.size === mostRecipients) break;
  }
  return [...found.values()];
};

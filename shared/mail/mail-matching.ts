import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { outboxKey, type Reminder } from '../reminders/reminder.ts';
import { sha256Hex } from '../reminders/sha256.ts';
import type { ReturnedMail } from './returned-mail-contract.ts';

/** A contact that a mail speaks of. */
export interface MatchedContact {
  readonly clientId: string;
  readonly contactId: string;
  /** As the client's page has it. */
  readonly email: string;
}

/** Whose mail it is, as far as the ledger tells. */
export interface MailMatch {
  /** Set where exactly one client fits. */
  readonly clientId: string | undefined;
  /** Clients that fit, each once: several where an address is in two files. */
  readonly candidateIds: readonly string[];
  /** The reminder that came back or was answered, by its Message-ID. */
  readonly reminder: Reminder | undefined;
  /** Contacts with an address that the mail speaks of, of every candidate. */
  readonly contacts: readonly MatchedContact[];
}

/** Left side of the Message-ID of a reminder: 24 digits of the SHA-256 of its key, then a random part. */
const ownIdPart = /^<([0-9a-f]{24})\.[0-9a-f]{18}@/;

/** Reminders by what their Message-IDs begin with. */
const remindersByIdPart = (ledger: Ledger): ReadonlyMap<string, Reminder> => {
  const byPart = new Map<string, Reminder>();
  for (const reminder of ledger.reminders.values()) {
    if (reminder.channel !== 'email') continue;
    for (let attempt = reminder.attempt; attempt >= 1 && attempt > reminder.attempt - 20; attempt -= 1)
      byPart.set(sha256Hex(outboxKey({ id: reminder.id, attempt })).slice(0, 24), reminder);
  }
  return byPart;
};

const folded = (address: string): string => address.trim().toLowerCase();

/**
 * Tells for mails whose they are: by the Message-ID of a reminder that they bring back or answer, else by
 * address. A mail that the user sent himself is nobody's. The ledger is indexed once, for many mails.
 */
export const mailMatcher = (ledger: Ledger): ((mail: ReturnedMail) => MailMatch) => {
  const byAddress = new Map<string, MatchedContact[]>();
  for (const { id: clientId, contacts } of ledger.clients.values())
    for (const { id: contactId, email } of contacts) {
      if (email === undefined || email.trim() === '') continue;
      const known = byAddress.get(folded(email)) ?? [];
      byAddress.set(folded(email), [...known, { clientId, contactId, email }]);
    }
  const own = folded(settingsOf(ledger, 'company').email);
  let reminders: ReadonlyMap<string, Reminder> | undefined;
  const reminderOf = ({ originalMessageIds }: ReturnedMail): Reminder | undefined => {
    for (const id of originalMessageIds) {
      const part = ownIdPart.exec(id)?.[1];
      if (part === undefined) continue;
      // A hash for every reminder: only where a mail can be an answer to one.
      reminders ??= remindersByIdPart(ledger);
      const found = reminders.get(part);
      if (found) return found;
    }
    return undefined;
  };
  const contactsOf = (addresses: readonly (string | undefined)[]): readonly MatchedContact[] => [
    ...new Set(
      addresses.flatMap((address) => (address === undefined ? [] : (byAddress.get(folded(address)) ?? []))),
    ),
  ];
  return (mail) => {
    const isByHimself =
      (mail.kind === 'reply' || mail.kind === 'other') &&
      own !== '' &&
      mail.from !== undefined &&
      folded(mail.from.address) === own;
    if (isByHimself) return { clientId: undefined, candidateIds: [], reminder: undefined, contacts: [] };
    const reminder = reminderOf(mail);
    const named = contactsOf(
      mail.recipients.flatMap(({ address, originalAddress }) => [originalAddress, address]),
    );
    if (reminder && ledger.clients.has(reminder.clientId)) {
      const { clientId, recipientEmail } = reminder;
      const its = named.filter((contact) => contact.clientId === clientId);
      // A server may name the address that it sent on to, or hide it: a reminder went to one address only.
      const contacts =
        its.length > 0
          ? its
          : contactsOf([recipientEmail]).filter((contact) => contact.clientId === clientId);
      return { clientId, candidateIds: [clientId], reminder, contacts };
    }
    const candidateIds = [...new Set(named.map(({ clientId }) => clientId))];
    const [only, another] = candidateIds;
    return {
      clientId: another === undefined ? only : undefined,
      candidateIds,
      reminder: undefined,
      contacts: named,
    };
  };
};

/** Mails of the ledger, by the SHA-256 of their files: read again, they add nothing; taken back, they may. */
export const knownMailHashes = (ledger: Ledger): ReadonlySet<string> => {
  const known = new Set<string>();
  for (const { content, fileHash, fileHashes = [] } of ledger.imports.values())
    if (content === 'e-mail') for (const hash of [fileHash, ...fileHashes]) known.add(hash);
  for (const { documents = [] } of ledger.notes.values())
    for (const { hash, mediaType } of documents) if (mediaType === 'message/rfc822') known.add(hash);
  return known;
};

import { unreachable } from '../result.ts';
import type { MailMatch, MatchedContact } from './mail-matching.ts';
import type { ReturnedMail, ReturnedMailKind } from './returned-mail-contract.ts';

/** What a mail is, in a word or two. */
export const mailKindNames: Readonly<Record<ReturnedMailKind, string>> = {
  bounce: 'Non remis',
  delay: 'Retardé',
  'auto-reply': 'Réponse automatique',
  complaint: 'Plainte',
  reply: 'Réponse',
  other: 'E-mail reçu',
};

/** What Acquit proposes beside the note in the client's history. */
export interface MailProposal {
  /** Contacts to whom nothing is sent any more; none where the address is not in question. */
  readonly contactsToMark: readonly MatchedContact[];
  /** « Adresse en erreur », or « Ne plus écrire » after a complaint. */
  readonly mark: 'wrong-address' | 'stop-writing' | undefined;
  /** A person has answered: the reminders may wait. */
  readonly offersPause: boolean;
}

const failedForGood = ({ recipients }: ReturnedMail): ReadonlySet<string> =>
  new Set(
    recipients
      .filter(({ permanence }) => permanence === 'permanent')
      .flatMap(({ address, originalAddress }) => [address, originalAddress ?? address])
      .map((address) => address.toLowerCase()),
  );

/** What a mail means for one client; the contacts are those of that client. */
export const mailProposal = (mail: ReturnedMail, match: MailMatch, clientId: string): MailProposal => {
  const its = match.contacts.filter((contact) => contact.clientId === clientId);
  const nothing: MailProposal = { contactsToMark: [], mark: undefined, offersPause: false };
  switch (mail.kind) {
    case 'bounce': {
      const failed = failedForGood(mail);
      const isReminder = match.reminder?.clientId === clientId;
      const contactsToMark = its.filter(
        ({ email }) =>
          failed.has(email.trim().toLowerCase()) ||
          // The one address of the reminder, which the server sent on to another.
          (isReminder &&
            failed.size > 0 &&
            mail.recipients.every(({ permanence }) => permanence === 'permanent') &&
            email.trim().toLowerCase() === match.reminder?.recipientEmail?.trim().toLowerCase()),
      );
      return contactsToMark.length > 0 ? { ...nothing, contactsToMark, mark: 'wrong-address' } : nothing;
    }
    case 'complaint':
      return its.length > 0 ? { ...nothing, contactsToMark: its, mark: 'stop-writing' } : nothing;
    case 'reply':
    case 'other':
      return { ...nothing, offersPause: true };
    case 'delay':
    case 'auto-reply':
      return nothing;
    default:
      return unreachable(mail.kind);
  }
};

const nbsp = '\u00a0';

/** The note that a mail leaves in the client's history, French. */
export const mailNoteText = (mail: ReturnedMail): string => {
  const { kind, subject, recipients, meaning, from, text } = mail;
  const about = subject === '' ? '' : `«${nbsp}${subject}${nbsp}»`;
  switch (kind) {
    case 'bounce':
    case 'delay':
      return [
        `${kind === 'bounce' ? 'E-mail non remis' : 'E-mail retardé'}${about === '' ? '' : `${nbsp}: ${about}`}`,
        ...recipients.map(
          ({ address, meaning: why = meaning, diagnostic }) =>
            `${address}${nbsp}: ${why}${diagnostic === undefined ? '' : ` (${diagnostic})`}`,
        ),
        ...(recipients.length === 0 ? [meaning] : []),
      ].join('\n');
    case 'complaint':
      return [meaning, ...recipients.map(({ address }) => address)].join('\n');
    case 'auto-reply':
    case 'reply':
    case 'other': {
      const sender = from
        ? from.name === ''
          ? from.address
          : `${from.name} (${from.address})`
        : 'Expéditeur inconnu';
      const head = `${kind === 'auto-reply' ? `${meaning} ${sender}` : sender}${about === '' ? '' : `${nbsp}: ${about}`}`;
      return text === '' ? head : `${head}\n\n${text}`;
    }
    default:
      return unreachable(kind);
  }
};

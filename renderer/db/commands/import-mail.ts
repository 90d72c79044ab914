import { type Day, isDay } from '../../../shared/dates/day.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { type Command, type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { DocumentRef, HistoryNote } from '../../../shared/ledger/history.ts';
import { knownMailHashes, type MailMatch, mailMatcher } from '../../../shared/mail/mail-matching.ts';
import { mailNoteText, mailProposal } from '../../../shared/mail/mail-proposal.ts';
import type { ReturnedMail } from '../../../shared/mail/returned-mail-contract.ts';
import { counted, countedIfAny } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { withBounce } from './bounced-address.ts';
import { type ImportedFile, importRecord } from './import-record.ts';

/** A mail, and what the user decided about it. */
export interface MailToImport {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal; the document store has them under it. */
  readonly fileHash: string;
  readonly mail: ReturnedMail;
  readonly clientId: string;
  /** Marks the contacts that the mail says cannot, or must not, be written to. */
  readonly marksAddress: boolean;
  /** No reminder before that day. */
  readonly pauseUntil?: Day | undefined;
}

export interface MailImportWish extends Omit<ImportedFile, 'fileHashes'> {
  readonly mails: readonly MailToImport[];
}

const isPerson = ({ kind }: ReturnedMail): boolean => kind === 'reply' || kind === 'other';

const noteOf = (
  { mail, clientId }: MailToImport,
  { reminder }: MailMatch,
  document: DocumentRef,
  context: CommandContext,
): HistoryNote => {
  const [line, another] = reminder?.clientId === clientId ? reminder.lines : [];
  return {
    id: context.newId(),
    clientId,
    ...(line && !another && { invoiceId: line.invoiceId }),
    kind: isPerson(mail) ? 'email-received' : 'note',
    // A date of a header can be wrong: nothing stands in the future of the ledger.
    occurredAt: mail.sentAt !== undefined && mail.sentAt < context.now ? mail.sentAt : context.now,
    text: mailNoteText(mail),
    documents: [document],
  };
};

const labelOf = (added: number, marked: number, paused: number): string =>
  [
    counted(added, 'e-mail ajouté à l’historique', 'e-mails ajoutés à l’historique'),
    ...countedIfAny(marked, 'adresse en erreur', 'adresses en erreur'),
    ...(paused > 0 ? [`relances de ${counted(paused, 'client', 'clients')} reportées`] : []),
  ].join(', ');

/**
 * Files e-mails that came back or came in as one change: a note with its `.eml` in the history of each client,
 * addresses marked where the user agreed, reminders put off. A file that the ledger has already adds nothing.
 * Whose mail it is, and which contacts it speaks of, is decided against the ledger of this moment.
 */
export const importMails: Command<MailImportWish> = (ledger, wish, context) => {
  const known = new Set(knownMailHashes(ledger));
  const matchOf = mailMatcher(ledger);
  const clients = new Map<string, Client>();
  const writes: RowWrite[] = [];
  const hashes: string[] = [];
  const pauses = new Map<string, Day>();
  let marked = 0;
  for (const one of wish.mails) {
    const { mail, clientId, fileHash, pauseUntil } = one;
    if (known.has(fileHash)) continue;
    const client = clients.get(clientId) ?? ledger.clients.get(clientId);
    if (!client) return fail({ kind: 'no-client', message: 'Ce client n’existe plus.' });
    if (pauseUntil !== undefined && (!isDay(pauseUntil) || pauseUntil <= context.today))
      return fail({ kind: 'past', message: 'Choisissez une date après aujourd’hui.' });
    known.add(fileHash);
    hashes.push(fileHash);
    const document: DocumentRef = { hash: fileHash, name: one.fileName, mediaType: 'message/rfc822' };
    const match = matchOf(mail);
    if (!ledger.documents.has(fileHash)) writes.push(put('documents', document));
    writes.push(put('notes', noteOf(one, match, document, context)));
    if (one.marksAddress) {
      const on = mail.day !== undefined && mail.day < context.today ? mail.day : context.today;
      for (const { email } of mailProposal(mail, match, clientId).contactsToMark) {
        const next = withBounce(clients.get(clientId) ?? client, email, on);
        if (!next) continue;
        clients.set(clientId, next);
        marked += 1;
      }
    }
    const until = pauses.get(clientId);
    if (pauseUntil !== undefined && (until === undefined || until < pauseUntil))
      pauses.set(clientId, pauseUntil);
  }
  if (hashes.length === 0)
    return fail({ kind: 'nothing-new', message: 'Ces e-mails sont déjà dans l’historique.' });
  const [only, another] = new Set(wish.mails.map(({ clientId }) => clientId));
  const { fileName, fileHash } = wish;
  const isBatch = hashes.length > 1 || hashes[0] !== fileHash;
  const batch = { fileName, fileHash, ...(isBatch && { fileHashes: hashes }) };
  return ok({
    command: 'import-mails',
    label: labelOf(hashes.length, marked, pauses.size),
    ...(another === undefined && only !== undefined && { clientId: only }),
    undo: 'allowed',
    writes: [
      put('imports', importRecord(context.newId(), batch, { content: 'e-mail' }, context)),
      ...writes,
      ...[...clients.values()].map((client) => put('clients', client)),
      ...[...pauses].map(([clientId, until]) =>
        put('pauses', {
          id: context.newId(),
          clientId,
          reason: 'Réponse reçue par e-mail',
          until,
          createdAt: context.now,
        }),
      ),
    ],
  });
};

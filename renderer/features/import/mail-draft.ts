import { addDays, type Day } from '../../../shared/dates/day.ts';
import type { IpcFailure } from '../../../shared/ipc/channel.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { knownMailHashes, type MailMatch, mailMatcher } from '../../../shared/mail/mail-matching.ts';
import { type MailProposal, mailProposal } from '../../../shared/mail/mail-proposal.ts';
import type { ReturnedMail } from '../../../shared/mail/returned-mail-contract.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ChosenFile } from '../../application/chosen-file.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { MailToImport } from '../../db/commands/import-mail.ts';
import { batchHash } from './batch-hash.ts';

/** An e-mail as it was read; its bytes stay with the file. */
export interface ReadMail {
  readonly file: ChosenFile;
  /** SHA-256, hexadecimal. */
  readonly fileHash: string;
  readonly mail: ReturnedMail;
}

/** What the user decides about one e-mail. */
export interface MailDecision {
  readonly isIncluded: boolean;
  /** Undefined = nobody yet: the mail is left out. */
  readonly clientId: string | undefined;
  readonly marksAddress: boolean;
  /** No reminder before that day. */
  readonly pauseUntil: Day | undefined;
}

/** E-mails on their way into the histories of clients. */
export interface MailsDraft {
  readonly fileName: string;
  readonly fileHash: string;
  /** Each file once. */
  readonly mails: readonly ReadMail[];
  /** By the hash of the file. */
  readonly decisions: ReadonlyMap<string, MailDecision>;
}

/** What an e-mail means to the ledger now. */
export interface MailStanding {
  readonly match: MailMatch;
  readonly proposal: MailProposal | undefined;
  readonly isKnown: boolean;
}

/** The e-mails with what is proposed: those of a known client are filed, wrong addresses marked. */
export const startMails = (ledger: Ledger, fileName: string, read: readonly ReadMail[]): MailsDraft => {
  const mails = [...new Map(read.map((one) => [one.fileHash, one] as const)).values()];
  const matchOf = mailMatcher(ledger);
  const [only, another] = mails;
  return {
    fileName,
    fileHash: only && !another ? only.fileHash : batchHash(mails.map(({ fileHash }) => fileHash)),
    mails,
    decisions: new Map(
      mails.map(({ fileHash, mail }): [string, MailDecision] => [
        fileHash,
        { isIncluded: true, clientId: matchOf(mail).clientId, marksAddress: true, pauseUntil: undefined },
      ]),
    ),
  };
};

/** The draft with one decision changed. */
export const withDecision = (
  draft: MailsDraft,
  fileHash: string,
  changes: Partial<MailDecision>,
): MailsDraft => {
  const known = draft.decisions.get(fileHash);
  return known
    ? { ...draft, decisions: new Map([...draft.decisions, [fileHash, { ...known, ...changes }]]) }
    : draft;
};

/** How each e-mail stands to the ledger, under the client that the user gave it; by the hash of the file. */
export const mailStandings = (ledger: Ledger, draft: MailsDraft): ReadonlyMap<string, MailStanding> => {
  const matchOf = mailMatcher(ledger);
  const known = knownMailHashes(ledger);
  return new Map(
    draft.mails.map(({ fileHash, mail }) => {
      const match = matchOf(mail);
      const clientId = draft.decisions.get(fileHash)?.clientId;
      return [
        fileHash,
        {
          match,
          proposal: clientId === undefined ? undefined : mailProposal(mail, match, clientId),
          isKnown: known.has(fileHash),
        },
      ] as const;
    }),
  );
};

/** The e-mails that are filed: new, chosen and with a client that is there. */
export const mailsToImport = (ledger: Ledger, draft: MailsDraft): readonly MailToImport[] => {
  const known = knownMailHashes(ledger);
  return draft.mails.flatMap(({ file, fileHash, mail }): readonly MailToImport[] => {
    const decision = draft.decisions.get(fileHash);
    if (!decision?.isIncluded || known.has(fileHash)) return [];
    const { clientId, marksAddress, pauseUntil } = decision;
    if (clientId === undefined || !ledger.clients.has(clientId)) return [];
    const fileName = file.name.replace(/^.*[/\\]/, '');
    return [
      { fileName, fileHash, mail, clientId, marksAddress, ...(pauseUntil !== undefined && { pauseUntil }) },
    ];
  });
};

/** Days by which reminders are put off after an answer. */
export const pauseChoices = [3, 7, 15, 30] as const;

/** The day until which a choice puts off. */
export const pauseEnd = (today: Day, days: number): Day => addDays(today, days);

/**
 * Puts the `.eml` files into the document store; those of an import that is not written afterwards belong to
 * nothing. Fails when the disk does not take one, or when a file was changed since it was read.
 */
export const storeMails = async (
  { mails }: MailsDraft,
  wanted: readonly MailToImport[],
  onProgress: (done: number, all: number) => void,
): Promise<Result<null, IpcFailure>> => {
  const files = new Map(mails.map(({ fileHash, file }) => [fileHash, file]));
  let done = 0;
  for (const { fileHash, fileName } of wanted) {
    const bytes = await files
      .get(fileHash)
      ?.bytes()
      .catch(() => undefined);
    const answer = bytes && (await bridge.documentPut(new Uint8Array(bytes)));
    if (answer && !answer.ok) return answer;
    if (answer?.value.hash !== fileHash)
      return fail({
        kind: 'not-read-again',
        message: `«\u00A0${fileName}\u00A0» a changé depuis sa lecture. Choisissez-le une nouvelle fois.`,
      });
    done += 1;
    onProgress(done, wanted.length);
  }
  return ok(null);
};

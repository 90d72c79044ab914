import type { Email } from 'postal-mime';
import { foldText } from '../importing/fold-text.ts';
import { withCause } from './delivery-report.ts';
import { headerOf, plainAddress } from './mail-fields.ts';
import { quotedRecipient, splitCopy } from './quoted-original.ts';
import type { ReturnedRecipient } from './returned-mail-contract.ts';

/** What a mail server wrote in words only. */
export interface BounceText {
  readonly kind: 'bounce' | 'delay';
  readonly recipients: readonly ReturnedRecipient[];
}

const systemSender =
  /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|maildelivery|no-?reply-?bounce)(?:[+.-].*)?$/i;
const systemName =
  /mail delivery|mailer daemon|delivery (?:sub)?system|postmaster|distribution du courrier|systeme de messagerie/;

/** Folded words of subjects of bounces. */
const failedSubject =
  /failure notice|undeliver|delivery (?:status notification |has )?fail|mail delivery failed|returned mail|returned to sender|delivery failure|non remis|non distribue|non delivre|echec de (?:la )?(?:remise|distribution|livraison|transmission)|remise impossible|impossible de remettre|retour a l expediteur|non deliverable|mail system error/;
const delayedWords =
  /delivery (?:is |has been |temporarily )?(?:delayed|suspended)|warning message|delayed|delay|not yet (?:been )?(?:delivered|received)|will (?:continue|keep) (?:to )?(?:try|retry)|no need to resend|retard|pas encore ete (?:remis|distribue|delivre)|nouvelles? tentatives?/;
const failedWords =
  /permanent error|permanent failure|could not be delivered|unable to deliver|not delivered|was not delivered|undeliver|failed|gave up|giving up|n a pas pu|n ont pas pu|n est pas parvenu|n a pas ete (?:remis|distribue|delivre)|impossible|echec/;

const mostRecipients = 100;
const mostNoticeLines = 400;
/** An address that begins a line, as lists of failed recipients do; what follows on the line is its reason. */
const listed =
  /^[\s>*•'"«<(-]{0,12}(?:mailto:)?([^\s<>"'()«»,;:]{1,64}@[^\s<>"'()«»,;:]{1,190})[>"'»)]{0,3}(.*)$/;
const generatedFrom = /\((?:generated from|reached via|expanded from)[:\s]+<?([^\s<>()]{1,254})>?\)/i;

interface Draft {
  readonly address: string;
  readonly words: string[];
}

const listedRecipients = (notice: string, own: ReadonlySet<string>): readonly Draft[] => {
  const drafts: Draft[] = [];
  for (const line of notice.split('\n').slice(0, mostNoticeLines)) {
    const text = line.slice(0, 1000);
    const match = listed.exec(text);
    const address = match?.[1] === undefined ? undefined : plainAddress(match[1]);
    if (address !== undefined && !own.has(address.toLowerCase())) {
      const known = drafts.find((draft) => draft.address.toLowerCase() === address.toLowerCase());
      if (!known && drafts.length < mostRecipients) drafts.push({ address, words: [match?.[2] ?? ''] });
      else known?.words.push(text);
    } else if (text.trim() !== '') drafts.at(-1)?.words.push(text);
  }
  return drafts;
};

const failedRecipients = (mail: Email): readonly string[] =>
  (headerOf(mail, 'x-failed-recipients') ?? '')
    .slice(0, 20_000)
    .split(',')
    .flatMap((part) => plainAddress(part) ?? []);

const recipientOf = ({ address, words }: Draft, kind: BounceText['kind']): ReturnedRecipient => {
  const reason = words.join('\n').slice(0, 3000);
  const original = plainAddress(generatedFrom.exec(reason)?.[1] ?? '');
  const status = /(?:^|[\s#(])([245]\.\d{1,2}\.\d{1,3})(?=[\s):,]|$)/.exec(reason)?.[1];
  return withCause({
    address,
    ...(original !== undefined &&
      original.toLowerCase() !== address.toLowerCase() && { originalAddress: original }),
    action: kind === 'delay' ? 'delayed' : 'failed',
    ...(status !== undefined && { status }),
    diagnostic: reason.replace(generatedFrom, '').replace(/^[\s:]+/, ''),
  });
};

/**
 * A bounce or a warning of delay without a machine-readable part (Yahoo, Exim, qmail, old Exchange and Notes,
 * French texts); undefined where no mail server wrote it.
 * @param text of the message, LF line ends
 */
export const readBounceText = (mail: Email, text: string): BounceText | undefined => {
  const sender = mail.from?.address ?? '';
  const namedFailed = failedRecipients(mail);
  const isSystem =
    systemSender.test(sender.split('@')[0] ?? '') || systemName.test(foldText(mail.from?.name ?? ''));
  const isNullSender = /^\s*<\s*>\s*$/.test(headerOf(mail, 'return-path') ?? '');
  const subject = foldText((mail.subject ?? '').slice(0, 300));
  const isFailure = failedSubject.test(subject);
  if (!isSystem && namedFailed.length === 0 && !(isNullSender && isFailure)) return undefined;

  const { notice } = splitCopy(text.slice(0, 200_000));
  const words = foldText(notice.slice(0, 10_000));
  const isDelay =
    !isFailure && (delayedWords.test(subject) || (delayedWords.test(words) && !failedWords.test(words)));
  if (!isFailure && !isDelay && namedFailed.length === 0 && !failedWords.test(words)) return undefined;

  const kind = isDelay ? 'delay' : 'bounce';
  const own = new Set(
    [sender, ...(mail.to ?? []).map(({ address }) => address ?? '')].map((one) => one.toLowerCase()),
  );
  const drafts = listedRecipients(notice, own);
  const byAddress = new Map(drafts.map((draft) => [draft.address.toLowerCase(), draft]));
  const quoted = quotedRecipient(mail);
  const said =
    namedFailed.length > 0
      ? namedFailed.map((address) => byAddress.get(address.toLowerCase()) ?? { address, words: [notice] })
      : drafts.length > 0
        ? drafts
        : quoted !== undefined
          ? [{ address: quoted, words: [notice] }]
          : [];
  return { kind, recipients: said.slice(0, mostRecipients).map((draft) => recipientOf(draft, kind)) };
};

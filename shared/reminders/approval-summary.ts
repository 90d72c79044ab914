import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import type { ComposedMessage } from './compose-message.ts';
import type { Proposal } from './proposal.ts';
import { isOnPaper } from './reminder-names.ts';

/** A proposal with the text that would leave. */
export interface ReadyProposal {
  readonly proposal: Proposal;
  readonly message: ComposedMessage;
}

export interface ApprovalSummary {
  readonly emails: number;
  readonly letters: number;
  /** By currency, euros first. */
  readonly totals: readonly { readonly currency: string; readonly cents: Cents }[];
  readonly rows: readonly {
    readonly proposalId: string;
    readonly clientName: string;
    /** Address for an e-mail, name for a letter. */
    readonly to: string;
    readonly proposal: Proposal;
    readonly warnings: readonly string[];
  }[];
}

/** E-mails and letters that approving makes, those that go along by another channel included. */
export const messageCount = (
  proposals: readonly Proposal[],
): { readonly emails: number; readonly letters: number } => {
  const channels = proposals.flatMap(({ channel, alsoBy }) => [channel, ...(alsoBy ?? [])]);
  return {
    emails: channels.filter((channel) => channel === 'email').length,
    letters: channels.filter(isOnPaper).length,
  };
};

/** What the user is about to approve: to whom, how much, with which warnings. */
export const approvalSummary = (ledger: Ledger, ready: readonly ReadyProposal[]): ApprovalSummary => {
  const currencies = [...new Set(ready.map(({ proposal }) => proposal.currency))].sort((a, b) =>
    a === 'EUR' ? -1 : b === 'EUR' ? 1 : a < b ? -1 : 1,
  );
  return {
    ...messageCount(ready.map(({ proposal }) => proposal)),
    totals: currencies.map((currency) => ({
      currency,
      cents: sumCents(
        ready
          .filter(({ proposal }) => proposal.currency === currency)
          .map(({ proposal }) => proposal.totalCents),
      ),
    })),
    rows: ready.map(({ proposal, message }) => ({
      proposalId: proposal.id,
      clientName: ledger.clients.get(proposal.clientId)?.name ?? '',
      to: message.recipientEmail ?? message.recipientName ?? '',
      proposal,
      warnings: [
        ...(proposal.firstTime ? ['Première relance pour une facture importée déjà en retard.'] : []),
        ...proposal.warnings,
      ],
    })),
  };
};

const count = (number: number, one: string, many: string): string => `${number} ${number > 1 ? many : one}`;

/** « 7 e-mails et 2 courriers ». */
export const messagesText = (emails: number, letters: number): string =>
  [
    ...(emails > 0 ? [count(emails, 'e-mail', 'e-mails')] : []),
    ...(letters > 0 ? [count(letters, 'courrier', 'courriers')] : []),
  ].join(' et ');

/**
 * « Approuver et envoyer 7 e-mails », « Approuver 2 courriers », « Approuver 7 e-mails et 2 courriers ».
 * @param sends false where e-mails are only written as files for the user's own mail program.
 */
export const approveLabel = (emails: number, letters: number, sends = true): string =>
  `${sends && letters === 0 && emails > 0 ? 'Approuver et envoyer' : 'Approuver'} ${messagesText(emails, letters)}`;

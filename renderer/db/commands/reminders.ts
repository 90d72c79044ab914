import { type Instant, instantOf } from '../../../shared/dates/clock.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import {
  type Command,
  type CommandContext,
  put,
  type Refusal,
  type RowWrite,
} from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { DocumentRef } from '../../../shared/ledger/history.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { unknownRecipient } from '../../../shared/mail/unknown-recipient.ts';
import { formatCount } from '../../../shared/money/format-count.ts';
import { buildReminder } from '../../../shared/reminders/build-reminder.ts';
import { isByHand } from '../../../shared/reminders/channel-choice.ts';
import { companionProposal } from '../../../shared/reminders/companions.ts';
import { type ComposedMessage, composeMessage } from '../../../shared/reminders/compose-message.ts';
import type { Proposal } from '../../../shared/reminders/proposal.ts';
import type { Reminder, ReminderState } from '../../../shared/reminders/reminder.ts';
import type { ReminderChannel } from '../../../shared/reminders/scenario.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { withBounce } from './bounced-address.ts';

/** A proposal with the text the user saw (and perhaps changed). */
export interface Approval {
  readonly proposal: Proposal;
  readonly message: ComposedMessage;
}

const plural = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count > 1 ? many : one}`;

const reminderOf = ({ proposal, message }: Approval, state: ReminderState): Reminder =>
  buildReminder(proposal, message, state);

/** States in which a message of this id is under way or done, so that a second approval would double it. */
const stands = (state: ReminderState): boolean => state.kind !== 'rejected' && state.kind !== 'withdrawn';

const firstStanding = (ledger: Ledger, approvals: readonly Approval[]): Approval | undefined =>
  approvals.find(({ proposal }) => {
    const known = ledger.reminders.get(proposal.id);
    return known !== undefined && stands(known.state);
  });

/** A message with those that its step sends by other channels, each with its own text. */
const withCompanions = (
  ledger: Ledger,
  approval: Approval,
  context: CommandContext,
): Result<readonly Approval[], Refusal> => {
  const { proposal } = approval;
  const all = [approval];
  for (const channel of proposal.alsoBy ?? []) {
    const companion = companionProposal(ledger, proposal, channel);
    const known = ledger.reminders.get(companion.id);
    // The e-mail was refused and is tried again: the letter that went with it stays as it is.
    if (known !== undefined && stands(known.state)) continue;
    const message = composeMessage(ledger, companion, context.today);
    if (!message.ok) return fail({ kind: 'companion', message: message.error.message });
    all.push({ proposal: companion, message: message.value });
  }
  return ok(all);
};

const approvedState = (channel: ReminderChannel, now: Instant, sendAfter: Instant): ReminderState => {
  if (channel === 'email') return { kind: 'approved', approvedAt: now, sendAfter };
  return isByHand(channel) ? { kind: 'called', calledAt: now } : { kind: 'to-print', approvedAt: now };
};

/**
 * Approves messages. E-mails leave after the recall window, letters wait to be printed, calls and text
 * messages are done by the user. A step by several channels gives one row for each. Not undone from the
 * journal but taken back (`withdrawReminders`) while that is possible.
 */
export const approveReminders: Command<{
  readonly approvals: readonly Approval[];
  readonly automatic: boolean;
}> = (ledger, { approvals, automatic }, context) => {
  if (approvals.length === 0) return fail({ kind: 'nothing', message: 'Aucune relance n’est sélectionnée.' });
  if (firstStanding(ledger, approvals))
    return fail({
      kind: 'already-approved',
      message: 'Une de ces relances est déjà partie ou en cours. La liste vient d’être remise à jour.',
    });
  const { recallSeconds } = settingsOf(ledger, 'reminders');
  const sendAfter = instantOf(Date.parse(context.now) + recallSeconds * 1000);
  const rows: Reminder[] = [];
  for (const approval of approvals) {
    const all = withCompanions(ledger, approval, context);
    if (!all.ok) return all;
    for (const each of all.value) {
      const reminder = reminderOf(each, approvedState(each.proposal.channel, context.now, sendAfter));
      rows.push(automatic ? { ...reminder, isAutomatic: true } : reminder);
    }
  }
  const writes = rows.map((row): RowWrite => put('reminders', row));
  const counted = (one: string, many: string, wanted: (channel: string) => boolean): readonly string[] => {
    const count = rows.filter(({ channel }) => wanted(channel)).length;
    return count === 0 ? [] : [plural(count, one, many)];
  };
  const parts = [
    ...counted('e-mail approuvé', 'e-mails approuvés', (channel) => channel === 'email'),
    ...counted('courrier à imprimer', 'courriers à imprimer', (channel) => channel.endsWith('letter')),
    ...counted('appel fait', 'appels faits', (channel) => channel === 'call'),
    ...counted('SMS envoyé', 'SMS envoyés', (channel) => channel === 'sms'),
  ];
  return ok({
    command: automatic ? 'approve-automatically' : 'approve-reminders',
    label: `${parts.join(' · ')}${automatic ? ' (mode automatique)' : ''}`,
    ...(approvals.length === 1 && approvals[0] ? { clientId: approvals[0].proposal.clientId } : {}),
    undo: 'refused',
    writes,
  });
};

/** « Sauter cette fois »: the step counts as done for these invoices, nothing leaves. */
export const skipReminder: Command<Approval> = (ledger, approval, context) => {
  if (firstStanding(ledger, [approval]))
    return fail({ kind: 'already-approved', message: 'Cette relance est déjà partie ou en cours.' });
  const name = ledger.clients.get(approval.proposal.clientId)?.name ?? '';
  return ok({
    command: 'skip-reminder',
    label: `Relance de ${name} sautée`,
    clientId: approval.proposal.clientId,
    undo: 'allowed',
    writes: [put('reminders', reminderOf(approval, { kind: 'skipped', skippedAt: context.now }))],
  });
};

/** The messages named, and what goes with them by another channel. */
const withTheirCompanions = (ledger: Ledger, ids: readonly string[]): readonly string[] => {
  const named = new Set(ids);
  for (const { id, companionOf } of ledger.reminders.values())
    if (companionOf !== undefined && named.has(companionOf)) named.add(id);
  return [...named];
};

/** Takes messages back that have not left, with what goes with them: their steps are due again. */
export const withdrawReminders: Command<{ readonly ids: readonly string[]; readonly reason: string }> = (
  ledger,
  { ids, reason },
  context,
) => {
  const writes: RowWrite[] = [];
  for (const id of withTheirCompanions(ledger, ids)) {
    const reminder = ledger.reminders.get(id);
    if (reminder && ['approved', 'to-print', 'printed'].includes(reminder.state.kind))
      writes.push(
        put('reminders', { ...reminder, state: { kind: 'withdrawn', withdrawnAt: context.now, reason } }),
      );
  }
  if (writes.length === 0)
    return fail({
      kind: 'too-late',
      message: 'Ces relances sont déjà parties\u00A0: elles ne peuvent plus être retirées.',
    });
  const only = writes.length === 1 ? ledger.reminders.get(ids[0] ?? '') : undefined;
  return ok({
    command: 'withdraw-reminders',
    label: plural(writes.length, 'relance retirée', 'relances retirées'),
    ...(only ? { clientId: only.clientId } : {}),
    undo: 'refused',
    writes,
  });
};

/** A final state of the outbox, as main reports it. */
export interface Delivery {
  readonly id: string;
  readonly attempt: number;
  readonly state: Extract<
    ReminderState,
    { readonly kind: 'accepted' | 'exported' | 'rejected' | 'unknown' | 'withdrawn' }
  >;
  readonly document?: DocumentRef | undefined;
}

const outcomeNames: Readonly<Record<Delivery['state']['kind'], readonly [one: string, many: string]>> = {
  accepted: ['e-mail accepté par le serveur', 'e-mails acceptés par le serveur'],
  exported: ['e-mail écrit pour la messagerie', 'e-mails écrits pour la messagerie'],
  rejected: ['e-mail refusé', 'e-mails refusés'],
  unknown: ['e-mail peut-être parti', 'e-mails peut-être partis'],
  withdrawn: ['e-mail retiré avant l’envoi', 'e-mails retirés avant l’envoi'],
};

/** « 3 e-mails acceptés par le serveur, 1 e-mail refusé ». */
const outcomesText = (kinds: readonly Delivery['state']['kind'][]): string =>
  [...new Set(kinds)]
    .map((kind) => plural(kinds.filter((other) => other === kind).length, ...outcomeNames[kind]))
    .join(', ');

/**
 * Whether a result of the outbox says more than the ledger knows. A message that was leaving at the very
 * moment it was withdrawn has left, and what main saw counts: else the history would deny an e-mail that the
 * client has. A doubt that the user settled since (« Non partie, d’après vous ») is not raised again.
 */
export const isNews = (known: ReminderState, result: ReminderState): boolean => {
  if (known.kind === 'approved') return true;
  if (known.kind !== 'withdrawn') return false;
  if (result.kind === 'unknown') return result.since > known.withdrawnAt;
  return result.kind === 'accepted' || result.kind === 'exported';
};

/** True when the server said that there is no such mailbox: a full one, or a refused account, is not that. */
const cameBack = (state: Delivery['state']): boolean =>
  state.kind === 'rejected' && state.permanent && state.explanation === unknownRecipient;

/**
 * Folds results of the outbox into the ledger; folding the same one twice changes nothing. An address that
 * does not exist is marked on the contact, so that nothing more is sent there.
 */
export const recordDeliveries: Command<{ readonly deliveries: readonly Delivery[] }> = (
  ledger,
  { deliveries },
  context,
) => {
  const writes: RowWrite[] = [];
  const bounced = new Map<string, Client>();
  const kinds: Delivery['state']['kind'][] = [];
  let clientId: string | undefined;
  for (const { id, attempt, state, document } of deliveries) {
    const reminder = ledger.reminders.get(id);
    if (!reminder || reminder.attempt !== attempt || !isNews(reminder.state, state)) continue;
    clientId = reminder.clientId;
    kinds.push(state.kind);
    if (document) writes.push(put('documents', document));
    const client = bounced.get(reminder.clientId) ?? ledger.clients.get(reminder.clientId);
    if (client && reminder.recipientEmail !== undefined && cameBack(state)) {
      const marked = withBounce(client, reminder.recipientEmail, context.today);
      if (marked) bounced.set(client.id, marked);
    }
    writes.push(
      put('reminders', {
        ...reminder,
        state,
        documents: document ? [...reminder.documents, document] : reminder.documents,
      }),
    );
  }
  if (kinds.length === 0) return fail({ kind: 'known', message: 'Ces résultats sont déjà enregistrés.' });
  return ok({
    command: 'record-deliveries',
    label: outcomesText(kinds),
    ...(kinds.length === 1 && clientId !== undefined ? { clientId } : {}),
    undo: 'refused',
    writes: [...writes, ...[...bounced.values()].map((client) => put('clients', client))],
  });
};

/** The user says what became of a message « peut-être parti ». */
export const resolveUnknown: Command<{ readonly id: string; readonly left: boolean }> = (
  ledger,
  { id, left },
  context,
) => {
  const reminder = ledger.reminders.get(id);
  if (reminder?.state.kind !== 'unknown')
    return fail({ kind: 'not-unknown', message: 'Le sort de cette relance est déjà connu.' });
  return ok({
    command: 'resolve-unknown',
    label: left ? 'Relance confirmée comme partie' : 'Relance confirmée comme non partie',
    clientId: reminder.clientId,
    undo: 'allowed',
    writes: [
      put('reminders', {
        ...reminder,
        state: left
          ? { kind: 'accepted', acceptedAt: reminder.state.since, serverReply: 'Confirmé par vous' }
          : { kind: 'withdrawn', withdrawnAt: context.now, reason: 'Non partie, d’après vous' },
      }),
    ],
  });
};

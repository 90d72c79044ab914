import { formatLongDay } from '../dates/format-day.ts';
import type { Client } from '../ledger/client.ts';
import type { DueInvoice } from './client-plan.ts';
import { escalationReason } from './escalation.ts';
import { bouncedSince, emailRecipient, isPostable } from './recipient.ts';
import { channelNames, isOnPaper } from './reminder-names.ts';
import type { DunningStep, ReminderChannel } from './scenario.ts';

/** The way that a message takes, and why where that is not the one of its step. */
export interface ChannelChoice {
  readonly channel: ReminderChannel;
  /** French sentence. */
  readonly note?: string | undefined;
}

const byPost = 'elle part par courrier.';

/**
 * The way for a message about these lines. After enough automatic e-mails about one of them it is a letter or
 * a call; an e-mail to a client whom none can reach becomes a letter where there is an address to send it to.
 */
export const channelChoice = (
  lead: DueInvoice,
  lines: readonly DueInvoice[],
  client: Client,
): ChannelChoice => {
  const escalated = lead.escalated ?? lines.find((line) => line.escalated?.to === 'letter')?.escalated;
  if (escalated !== undefined && lead.step.channel === 'email') {
    const { to } = escalated;
    if (to === 'call')
      return { channel: 'call', note: `${escalationReason(escalated)}\u00A0: un appel prend la suite.` };
    if (to === 'letter' && isPostable(client.address))
      return { channel: 'letter', note: `${escalationReason(escalated)}\u00A0: ${byPost}` };
  }
  const { channel } = lead.step;
  const cannotReach = channel === 'email' && emailRecipient(client, lead.step.recipientRole) === undefined;
  if (!cannotReach || !isPostable(client.address)) return { channel };
  const since = bouncedSince(client);
  return {
    channel: 'letter',
    note:
      since === undefined
        ? `Le client n’a pas d’adresse e-mail\u00A0: ${byPost}`
        : `L’adresse e-mail du client est en erreur depuis le ${formatLongDay(since)}\u00A0: ${byPost}`,
  };
};

const none: readonly ReminderChannel[] = [];

/** The other ways of a step that can be taken to this client, without the one that its message takes. */
export const companionChannels = (
  step: DunningStep,
  channel: ReminderChannel,
  client: Client,
): readonly ReminderChannel[] => {
  if (step.alsoBy === undefined) return none;
  return [...new Set(step.alsoBy)].filter((other) => {
    if (other === channel || (isOnPaper(other) && isOnPaper(channel))) return false;
    if (other === 'email') return emailRecipient(client, step.recipientRole) !== undefined;
    return isOnPaper(other) ? isPostable(client.address) : true;
  });
};

/** True for what a person does by hand after the message has left: it is proposed then (companions.ts). */
export const isByHand = (channel: ReminderChannel): boolean => channel === 'call' || channel === 'sms';

/** « Part aussi par courrier, suivie d’un appel. »: what else a step does; undefined where nothing. */
export const companionSentence = (channels: readonly ReminderChannel[]): string | undefined => {
  const nameOf = (channel: ReminderChannel): string =>
    channel === 'sms' ? 'SMS' : channelNames[channel].toLowerCase();
  const along = channels.filter((channel) => !isByHand(channel)).map(nameOf);
  const after = channels.filter(isByHand).map((channel) => `un ${nameOf(channel)}`);
  if (along.length + after.length === 0) return undefined;
  const parts = [
    ...(along.length > 0 ? [`Part aussi par ${along.join(' et par ')}`] : []),
    ...(after.length > 0 ? [`${along.length > 0 ? 'puis' : 'Puis'} ${after.join(' et ')}`] : []),
  ];
  return `${parts.join(', ')}.`;
};

import type { Day } from '../dates/day.ts';
import type { Contact } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type CallAttempts, callAttempts, callsByClient, triesBeforeNextStep } from './call-attempts.ts';
import { callContact, textContact } from './call-contact.ts';
import { isByHand } from './channel-choice.ts';
import type { Proposal } from './proposal.ts';

/** A telephone call or a text message that is due: what the user does himself, with his telephone. */
export interface CallTask extends CallAttempts {
  readonly proposal: Proposal;
  readonly clientName: string;
  /** Whom to call or write to; undefined where no contact has a number that serves. */
  readonly contact: Contact | undefined;
  /** Enough was tried: the next step of the scenario is better than one more call. */
  readonly nextStepAdvised: boolean;
}

/** The calls and text messages of a day. */
export interface CallTasks {
  /** Appointments first, by their time, then the largest sums. */
  readonly now: readonly CallTask[];
  /** Tried in vain, or to be called back: not today, the nearest day first. */
  readonly later: readonly CallTask[];
}

const byTimeThenSum = (a: CallTask, b: CallTask): number => {
  const [atA, atB] = [a, b].map(({ appointment }) =>
    appointment === undefined ? '2' : appointment.at === undefined ? '1' : `0${appointment.at}`,
  );
  if (atA !== atB) return (atA ?? '') < (atB ?? '') ? -1 : 1;
  if (a.proposal.totalCents !== b.proposal.totalCents) return b.proposal.totalCents - a.proposal.totalCents;
  return a.proposal.id < b.proposal.id ? -1 : 1;
};

const byDay = (a: CallTask, b: CallTask): number =>
  (a.waitsUntil ?? '') < (b.waitsUntil ?? '') ? -1 : a.waitsUntil === b.waitsUntil ? byTimeThenSum(a, b) : 1;

/** The calls and text messages among the proposals of a day, over live data. */
export const callTasks = (ledger: Ledger, proposals: readonly Proposal[], today: Day): CallTasks => {
  const due = proposals.filter(({ channel }) => isByHand(channel));
  if (due.length === 0) return { now: [], later: [] };
  const { calendar } = settingsOf(ledger, 'reminders');
  const calls = callsByClient(ledger);
  const tasks = due.map((proposal): CallTask => {
    const client = ledger.clients.get(proposal.clientId);
    const isCall = proposal.channel === 'call';
    const contactOf = isCall ? callContact : textContact;
    const attempts: CallAttempts = isCall
      ? callAttempts(calls.get(proposal.clientId) ?? [], proposal.plannedOn, today, calendar)
      : { tries: 0 };
    return {
      ...attempts,
      proposal,
      clientName: client?.name ?? 'Client inconnu',
      contact: client && contactOf(client, proposal.step.recipientRole),
      nextStepAdvised: attempts.tries >= triesBeforeNextStep,
    };
  });
  return {
    now: tasks.filter(({ waitsUntil }) => waitsUntil === undefined).sort(byTimeThenSum),
    later: tasks.filter(({ waitsUntil }) => waitsUntil !== undefined).sort(byDay),
  };
};

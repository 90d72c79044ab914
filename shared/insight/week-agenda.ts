import { businessDay } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import { type BankFreshness, bankFreshness } from '../ledger/bank-freshness.ts';
import type { Contact } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { callContact } from '../reminders/call-contact.ts';
import type { Planning } from '../reminders/planning.ts';
import type { Proposal } from '../reminders/proposal.ts';
import type { AgendaConcern } from './agenda-concern.ts';
import { agendaConcerns } from './agenda-concerns.ts';

/** A telephone call that is due. */
export interface CallTask {
  readonly proposal: Proposal;
  readonly clientName: string;
  /** Whom to call; undefined where no contact has a number. */
  readonly contact: Contact | undefined;
  /** Last day on which nobody was reached, since the step was due. */
  readonly triedOn?: Day | undefined;
}

/** What is to be done on a day, in the order of « Ma semaine » (product.md 5.2). */
export interface WeekAgenda {
  readonly bank: BankFreshness;
  readonly concerns: readonly AgendaConcern[];
  /** Messages to approve, calls apart. */
  readonly reminders: {
    readonly emails: number;
    readonly letters: number;
    readonly cents: Cents;
  };
  /** Approved letters on their way to the post office. */
  readonly letters: { readonly toPrint: number; readonly toPost: number };
  readonly calls: readonly CallTask[];
  /** Steps that still ask for something, 0 to 5. */
  readonly openSteps: number;
}

/** The steps of the week in their order. */
export type WeekStep = 'bank' | 'concerns' | 'reminders' | 'letters' | 'calls';

type Asked = Omit<WeekAgenda, 'openSteps'>;

const openStepsOf = ({ bank, concerns, reminders, letters, calls }: Asked): readonly WeekStep[] => {
  const open: WeekStep[] = [];
  if (!bank.isCheckedToday) open.push('bank');
  if (concerns.length > 0) open.push('concerns');
  if (reminders.emails + reminders.letters > 0) open.push('reminders');
  if (letters.toPrint + letters.toPost > 0) open.push('letters');
  if (calls.length > 0) open.push('calls');
  return open;
};

/** The step to do next; undefined when the week is done. */
export const firstOpenStep = (agenda: WeekAgenda): WeekStep | undefined => openStepsOf(agenda)[0];

const lastTries = (ledger: Ledger): ReadonlyMap<string, Day> => {
  const tries = new Map<string, Day>();
  for (const { clientId, outcome, occurredAt } of ledger.notes.values()) {
    if (outcome !== 'unreachable') continue;
    const on = businessDay(Date.parse(occurredAt));
    const known = tries.get(clientId);
    if (known === undefined || on > known) tries.set(clientId, on);
  }
  return tries;
};

/** The agenda of a day over live data: a function of state, so that it can be left and resumed at any point. */
export const weekAgenda = (ledger: Ledger, today: Day, planning: Planning): WeekAgenda => {
  const bank = bankFreshness(ledger, today);
  const concerns = agendaConcerns(ledger, today, planning.dataQuality);
  const written = planning.proposals.filter(({ channel }) => channel !== 'call');
  const emails = written.filter(({ channel }) => channel === 'email').length;
  const due = planning.proposals.filter(({ channel }) => channel === 'call');
  const tries = due.length === 0 ? new Map<string, Day>() : lastTries(ledger);
  const calls = due.map((proposal): CallTask => {
    const client = ledger.clients.get(proposal.clientId);
    const triedOn = tries.get(proposal.clientId);
    return {
      proposal,
      clientName: client?.name ?? 'Client inconnu',
      contact: client && callContact(client, proposal.step.recipientRole),
      ...(triedOn !== undefined && triedOn >= proposal.plannedOn ? { triedOn } : {}),
    };
  });
  let [toPrint, toPost] = [0, 0];
  for (const { state } of ledger.reminders.values()) {
    if (state.kind === 'to-print') toPrint += 1;
    if (state.kind === 'printed') toPost += 1;
  }
  const asked: Asked = {
    bank,
    concerns,
    reminders: {
      emails,
      letters: written.length - emails,
      cents: sumCents(written.map(({ totalCents }) => totalCents)),
    },
    letters: { toPrint, toPost },
    calls,
  };
  return { ...asked, openSteps: openStepsOf(asked).length };
};

import type { Day } from '../dates/day.ts';
import { type BankFreshness, bankFreshness } from '../ledger/bank-freshness.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { paperLetters } from '../letters/paper-letter.ts';
import { countLinesToMatch } from '../matching/lines-to-match.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { type CallTask, callTasks } from '../reminders/call-tasks.ts';
import { isByHand } from '../reminders/channel-choice.ts';
import type { Planning } from '../reminders/planning.ts';
import type { AgendaConcern } from './agenda-concern.ts';
import { agendaConcerns } from './agenda-concerns.ts';

/** What is to be done on a day, in the order of « Ma semaine » (product.md 5.2). */
export interface WeekAgenda {
  readonly bank: BankFreshness;
  /** Movements of imported statements on which the user still has to decide. 0 or more. */
  readonly receiptsToMatch: number;
  readonly concerns: readonly AgendaConcern[];
  /** Messages to approve, without what the user does by telephone. */
  readonly reminders: {
    readonly emails: number;
    readonly letters: number;
    readonly cents: Cents;
  };
  /** Approved letters on their way to the post office. */
  readonly letters: { readonly toPrint: number; readonly toPost: number };
  /** Calls to make and text messages to send today. */
  readonly calls: readonly CallTask[];
  /** Steps that still ask for something, 0 to 5. */
  readonly openSteps: number;
}

/** The steps of the week in their order. */
export type WeekStep = 'bank' | 'concerns' | 'reminders' | 'letters' | 'calls';

type Asked = Omit<WeekAgenda, 'openSteps'>;

const openStepsOf = ({
  bank,
  receiptsToMatch,
  concerns,
  reminders,
  letters,
  calls,
}: Asked): readonly WeekStep[] => {
  const open: WeekStep[] = [];
  if (!bank.isCheckedToday || receiptsToMatch > 0) open.push('bank');
  if (concerns.length > 0) open.push('concerns');
  if (reminders.emails + reminders.letters > 0) open.push('reminders');
  if (letters.toPrint + letters.toPost > 0) open.push('letters');
  if (calls.length > 0) open.push('calls');
  return open;
};

/** The step to do next; undefined when the week is done. */
export const firstOpenStep = (agenda: WeekAgenda): WeekStep | undefined => openStepsOf(agenda)[0];

/** The agenda of a day over live data: a function of state, so that it can be left and resumed at any point. */
export const weekAgenda = (ledger: Ledger, today: Day, planning: Planning): WeekAgenda => {
  const bank = bankFreshness(ledger, today);
  const written = planning.proposals.filter(({ channel }) => !isByHand(channel));
  const emails = written.filter(({ channel }) => channel === 'email').length;
  const { now: byHand } = callTasks(ledger, planning.proposals, today);
  const toCall = new Set(byHand.map(({ proposal }) => proposal.clientId));
  // An appointment with a client whom a call is due to stands among the calls.
  const concerns = agendaConcerns(ledger, today, planning.dataQuality).filter(
    ({ kind, clientId }) => kind !== 'follow-up' || !toCall.has(clientId),
  );
  let [toPrint, toPost] = [0, 0];
  for (const { row } of paperLetters(ledger)) {
    const { state } = row;
    if (state.kind === 'to-print') toPrint += 1;
    if (state.kind === 'printed') toPost += 1;
  }
  const asked: Asked = {
    bank,
    receiptsToMatch: countLinesToMatch(ledger),
    concerns,
    reminders: {
      emails,
      letters: written.length - emails,
      cents: sumCents(written.map(({ totalCents }) => totalCents)),
    },
    letters: { toPrint, toPost },
    calls: byHand,
  };
  return { ...asked, openSteps: openStepsOf(asked).length };
};

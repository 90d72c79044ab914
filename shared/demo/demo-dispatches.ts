import { addDays, type Day } from '../dates/day.ts';
import { addWorkingDays, previousWorkingDay } from '../dates/working-days.ts';
import type { ClientLetter } from '../ledger/client-letter.ts';
import type { Dispatch, DispatchMode, DispatchOutcomeKind } from '../ledger/dispatch.ts';
import type { Reminder } from '../reminders/reminder.ts';
import { demoClientId } from './demo-clients.ts';
import { momentOf } from './demo-rows.ts';

/** Letters older than this have come to their end and are filed. */
const settledDays = 22;

/** A letter beside the reminders, in days before today; undefined = has not happened. */
interface DemoLetter {
  readonly client: string;
  readonly subject: string;
  readonly mode: DispatchMode;
  readonly deposited: number;
  readonly presented?: number;
  readonly outcome?: readonly [DispatchOutcomeKind, number, string?];
  readonly filed?: number;
  readonly resent?: number;
}

/** One for each state that a letter can come to; those that nobody has seen to yet ask for the user's eye. */
const letters: readonly DemoLetter[] = [
  {
    client: 'hotel-belvaux',
    subject: 'Réserves levées sur vos menuiseries',
    mode: 'registered',
    deposited: 2,
  },
  {
    client: 'brasserie-quai-nord',
    subject: 'Rappel de nos conditions de règlement',
    mode: 'registered',
    deposited: 9,
    presented: 6,
  },
  {
    client: 'transports-gallois',
    subject: 'Rappel de nos conditions de règlement',
    mode: 'registered',
    deposited: 27,
  },
  {
    client: 'gites-hautecombe',
    subject: 'Retrait des menuiseries en dépôt',
    mode: 'registered',
    deposited: 30,
    presented: 27,
    outcome: ['unclaimed', 9],
  },
  {
    client: 'auto-ecole-declic',
    subject: 'Relevé de vos factures',
    mode: 'registered',
    deposited: 12,
    outcome: ['unknown-address', 7],
  },
  {
    client: 'energie-bois-nant',
    subject: 'Fin de garantie de vos volets',
    mode: 'registered',
    deposited: 44,
    outcome: ['no-access', 39],
    resent: 37,
  },
  {
    client: 'college-brevent',
    subject: 'Réception des travaux du préau',
    mode: 'registered',
    deposited: 60,
    outcome: ['lost', 33],
    resent: 32,
  },
  {
    client: 'sci-vaurelle',
    subject: 'Rappel de nos conditions de règlement',
    mode: 'registered',
    deposited: 50,
    presented: 47,
    outcome: ['refused', 47],
    filed: 40,
  },
  {
    client: 'office-vallier',
    subject: 'Reprise de votre escalier',
    mode: 'electronic-registered',
    deposited: 26,
    presented: 26,
    outcome: ['delivered', 24, 'Camille Vallier'],
  },
  {
    client: 'clinique-solange',
    subject: 'Réception de la tranche 2',
    mode: 'hand-delivered',
    deposited: 15,
    outcome: ['delivered', 15, 'Service technique'],
    filed: 14,
  },
  {
    client: 'domaine-arolles',
    subject: 'Plans d’exécution approuvés',
    mode: 'tracked',
    deposited: 20,
    outcome: ['delivered', 17],
    filed: 16,
  },
  {
    client: 'maurelle',
    subject: 'Sommation de restituer le matériel prêté',
    mode: 'bailiff',
    deposited: 58,
    presented: 52,
    outcome: ['delivered', 52],
    filed: 48,
  },
];

const dispatchOf = (letter: DemoLetter, index: number, today: Day): Dispatch => {
  const ago = (days: number): Day => previousWorkingDay(addDays(today, -days), 'metropole');
  const { mode, deposited, presented, outcome, filed, resent } = letter;
  const depositedOn = ago(deposited);
  const filedOn = filed ?? resent;
  const hasNumber = mode === 'registered' || mode === 'tracked';
  return {
    ...(mode === 'registered' ? {} : { mode }),
    printedOn: depositedOn,
    depositedOn,
    trackingNumber: hasNumber
      ? `${mode === 'tracked' ? '6A' : '2C'}${String(97_531_246_800 + index * 13)}`
      : '',
    ...(mode === 'hand-delivered' ? { presentedOn: depositedOn } : {}),
    ...(presented === undefined ? {} : { presentedOn: ago(presented) }),
    ...(outcome === undefined
      ? {}
      : {
          outcome: {
            kind: outcome[0],
            on: ago(outcome[1]),
            ...(outcome[2] === undefined ? {} : { signatory: outcome[2] }),
          },
        }),
    ...(filedOn === undefined ? {} : { filedOn: ago(filedOn) }),
    ...(resent === undefined ? {} : { resentOn: ago(resent) }),
    recordedAt: momentOf(depositedOn, '15:40'),
  };
};

/** Letters beside the reminders, one in each state of the chain of proof. */
export const demoClientLetters = (today: Day): readonly ClientLetter[] =>
  letters.map((letter, index) => {
    const dispatch = dispatchOf(letter, index, today);
    return {
      id: `letter-${index + 1}`,
      clientId: demoClientId(letter.client),
      kind: 'free',
      invoiceIds: [],
      registered: letter.mode !== 'tracked',
      writtenOn: dispatch.depositedOn,
      subject: letter.subject,
      body: 'Bonjour,\n\nSuite à nos échanges, nous vous confirmons ce qui précède et restons à votre disposition.',
      state: { kind: 'posted', ...dispatch },
      documents: [],
    };
  });

/**
 * What became of the formal notices that the demonstration has posted: presented two working days later, then
 * fetched, refused or left at the post office, and filed.
 */
export const withDispatches = (reminders: readonly Reminder[], today: Day): readonly Reminder[] => {
  let count = 0;
  return reminders.map((reminder) => {
    const { state } = reminder;
    if (state.kind !== 'posted') return reminder;
    const presentedOn = addWorkingDays(state.depositedOn, 2, 'metropole');
    if (presentedOn >= today) return reminder;
    count += 1;
    const isSettled = addDays(state.depositedOn, settledDays) <= today;
    if (!isSettled) return { ...reminder, state: { ...state, presentedOn } };
    const kind: DispatchOutcomeKind =
      count % 6 === 4 ? 'unclaimed' : count % 9 === 5 ? 'refused' : 'delivered';
    const on = addDays(presentedOn, kind === 'unclaimed' ? 17 : kind === 'refused' ? 0 : count % 3);
    return {
      ...reminder,
      state: {
        ...state,
        presentedOn,
        outcome: {
          kind,
          on,
          ...(kind === 'delivered' && reminder.recipientName !== undefined
            ? { signatory: reminder.recipientName }
            : {}),
        },
        filedOn: on,
      },
    };
  });
};

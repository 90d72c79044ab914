import { addDays, type Day } from '../dates/day.ts';
import { previousWorkingDay } from '../dates/working-days.ts';
import type { ClientLetter } from '../ledger/client-letter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readTrackingNumber } from '../letters/dispatch-number.ts';
import type { LetterWish } from '../letters/kinds/letter-wish.ts';
import { isHandwrittenByDefault } from '../letters/kinds/payment-plan-letter.ts';
import { proposeLetter } from '../letters/kinds/propose-letter.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import { deadlineFor } from '../reminders/deadline.ts';
import { missedInstalments } from '../reminders/plan-progress.ts';
import { momentOf } from './demo-rows.ts';

interface Written {
  readonly wish: LetterWish;
  readonly on: Day;
  /** Of a registered letter: its number as typed, its first presentation, what it asks for and by when. */
  readonly registered?: {
    readonly typed: string;
    readonly presentedOn: Day;
    readonly demandedCents: Cents;
    readonly deadlineOn: Day;
  };
}

/** Days that the notice before the « déchéance du terme » grants. */
const forfeitureDays = 8;

/** The notice on the plan of which nothing came: its time is over, so that its forfeiture may be pronounced. */
const forfeitureNotice = (ledger: Ledger, today: Day): readonly Written[] => {
  const plan = ledger.plans.get('plan-vaurelle');
  if (plan === undefined) return [];
  const on = ago(today, 15);
  const missed = missedInstalments(ledger, plan, on, 'metropole');
  if (missed.length === 0) return [];
  return [
    {
      wish: {
        clientId: plan.clientId,
        kind: 'forfeiture-notice',
        invoiceIds: [],
        planId: plan.id,
        forfeitureDays,
      },
      on,
      registered: {
        typed: '1A 208 417 6335 2',
        presentedOn: ago(today, 13),
        deadlineOn: deadlineFor(forfeitureDays, 'registered-letter', on, 'metropole') ?? today,
        demandedCents: sumCents(missed.map(({ leftCents }) => leftCents)),
      },
    },
  ];
};

const ago = (today: Day, days: number): Day => previousWorkingDay(addDays(today, -days), 'metropole');

/** What there was to write about: plans, files given to somebody, escompte, the latest cheque, a long account. */
const occasions = (ledger: Ledger, today: Day): readonly Written[] => {
  const cheque = [...ledger.payments.values()]
    .filter(({ method, reversedAt }) => method === 'cheque' && reversedAt === undefined)
    .sort((a, b) => (a.receivedOn > b.receivedOn ? -1 : 1))[0];
  const debtor = [...ledger.handovers.values()].find(({ ended }) => ended === undefined)?.clientId;
  const discounted = [...ledger.clients.values()].find(
    ({ earlyPaymentDiscount }) => earlyPaymentDiscount !== undefined,
  );
  return [
    ...forfeitureNotice(ledger, today),
    ...[...ledger.plans.values()].map(
      ({ id, clientId, agreedOn }): Written => ({
        wish: { clientId, kind: 'payment-plan', invoiceIds: [], planId: id },
        on: agreedOn,
      }),
    ),
    ...[...ledger.handovers.values()].map(
      ({ id, clientId, handedOverOn }): Written => ({
        wish: { clientId, kind: 'mandate', invoiceIds: [], handoverId: id },
        on: handedOverOn,
      }),
    ),
    ...(cheque === undefined
      ? []
      : [
          {
            wish: { clientId: cheque.clientId, kind: 'thanks', invoiceIds: [], paymentId: cheque.id },
            on: cheque.receivedOn,
          } as const,
        ]),
    ...(debtor === undefined
      ? []
      : [
          {
            wish: { clientId: debtor, kind: 'account-statement', invoiceIds: [] },
            on: ago(today, 40),
          } as const,
        ]),
    ...(discounted === undefined
      ? []
      : [
          {
            wish: { clientId: discounted.id, kind: 'discount-offer', invoiceIds: [] },
            on: ago(today, 3),
          } as const,
        ]),
  ];
};

/**
 * Letters of every kind that the demonstration has written, by the texts that « Nouveau courrier » proposes, all
 * posted and filed. A kind for which the ledger has no occasion on that day is left out.
 */
export const demoWrittenLetters = (ledger: Ledger, today: Day): readonly ClientLetter[] =>
  occasions(ledger, today).flatMap(({ wish, on, registered }) => {
    const proposal = proposeLetter(ledger, wish, on);
    const client = ledger.clients.get(wish.clientId);
    if (!proposal.ok || client === undefined || on >= today) return [];
    const { subject, body, invoiceIds, enclosures } = proposal.value;
    const { clientId, kind, planId, paymentId, handoverId } = wish;
    return [
      {
        id: `written-${kind}-${planId ?? paymentId ?? handoverId ?? clientId}`,
        clientId,
        kind,
        invoiceIds,
        ...(planId === undefined ? {} : { planId }),
        ...(paymentId === undefined ? {} : { paymentId }),
        ...(handoverId === undefined ? {} : { handoverId }),
        ...(kind === 'payment-plan' && isHandwrittenByDefault(client) ? { handwritten: true } : {}),
        registered: registered !== undefined,
        ...(registered === undefined
          ? {}
          : {
              grantedDays: forfeitureDays,
              totalCents: registered.demandedCents,
              deadlineOn: registered.deadlineOn,
            }),
        writtenOn: on,
        subject,
        body,
        ...(enclosures.length === 0 ? {} : { enclosures }),
        state:
          registered === undefined
            ? {
                kind: 'posted',
                mode: 'plain',
                printedOn: on,
                depositedOn: on,
                trackingNumber: '',
                filedOn: on,
                recordedAt: momentOf(on, '15:50'),
              }
            : {
                kind: 'posted',
                printedOn: on,
                depositedOn: on,
                trackingNumber: readTrackingNumber(registered.typed),
                typedNumber: registered.typed,
                presentedOn: registered.presentedOn,
                recordedAt: momentOf(on, '15:50'),
              },
        documents: [],
      },
    ];
  });

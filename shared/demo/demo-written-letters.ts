import { addDays, type Day } from '../dates/day.ts';
import { previousWorkingDay } from '../dates/working-days.ts';
import type { ClientLetter } from '../ledger/client-letter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LetterWish } from '../letters/kinds/letter-wish.ts';
import { isHandwrittenByDefault } from '../letters/kinds/payment-plan-letter.ts';
import { proposeLetter } from '../letters/kinds/propose-letter.ts';
import { momentOf } from './demo-rows.ts';

interface Written {
  readonly wish: LetterWish;
  readonly on: Day;
}

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
  occasions(ledger, today).flatMap(({ wish, on }) => {
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
        registered: false,
        writtenOn: on,
        subject,
        body,
        ...(enclosures.length === 0 ? {} : { enclosures }),
        state: {
          kind: 'posted',
          mode: 'plain',
          printedOn: on,
          depositedOn: on,
          trackingNumber: '',
          filedOn: on,
          recordedAt: momentOf(on, '15:50'),
        },
        documents: [],
      },
    ];
  });

import { z } from 'zod';
import type {
  Dispute,
  DisputeReason,
  ForfeitureNotice,
  Instalment,
  Pause,
  PaymentPlan,
  PaymentPromise,
} from '../agreement.ts';
import { cents, day, id, instant, shapeOf, text, wordOf } from './row-shape.ts';

export const disputeSchema = shapeOf<Dispute>({
  id,
  clientId: id,
  invoiceId: id,
  disputedCents: cents.optional(),
  reason: wordOf<DisputeReason>({
    'not-received': true,
    'not-compliant': true,
    quality: true,
    price: true,
    administrative: true,
    other: true,
  }),
  note: text,
  openedOn: day,
  resolvedOn: day.optional(),
  outcome: z.enum(['for-creditor', 'for-debtor', 'compromise']).optional(),
  memo: text.optional(),
});

export const promiseSchema = shapeOf<PaymentPromise>({
  id,
  clientId: id,
  invoiceIds: z.array(id),
  promisedOn: day,
  recordedAt: instant,
  withdrawnAt: instant.optional(),
});

export const planSchema = shapeOf<PaymentPlan>({
  id,
  clientId: id,
  invoiceIds: z.array(id),
  agreedOn: day,
  instalments: z.array(shapeOf<Instalment>({ dueOn: day, cents })),
  endedOn: day.optional(),
  forfeitureNotice: shapeOf<ForfeitureNotice>({ sentOn: day, endsOn: day }).optional(),
  endReason: z.enum(['ended', 'forfeited']).optional(),
});

export const pauseSchema = shapeOf<Pause>({
  id,
  clientId: id,
  invoiceId: id.optional(),
  reason: text,
  until: day,
  createdAt: instant,
  endedAt: instant.optional(),
});

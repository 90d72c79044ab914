import { z } from 'zod';
import type { Allocation, ConcessionReason, Payment, PaymentMethod } from '../payment.ts';
import { byKind, cents, day, id, instant, shapeOf, text, wordOf } from './row-shape.ts';

export const paymentSchema = shapeOf<Payment>({
  id,
  clientId: id,
  receivedOn: day,
  cents,
  method: wordOf<PaymentMethod>({
    transfer: true,
    cheque: true,
    card: true,
    'direct-debit': true,
    cash: true,
    other: true,
    'as-imported': true,
  }),
  reference: text.optional(),
  importId: id.optional(),
  bankLineId: id.optional(),
  collected: shapeOf<NonNullable<Payment['collected']>>({ handoverId: id, feeCents: cents }).optional(),
  recordedAt: instant,
  reversedAt: instant.optional(),
});

const concessionReason = wordOf<ConcessionReason>({
  'early-payment-discount': true,
  'bank-fees': true,
  rounding: true,
});

export const allocationSchema = shapeOf<Allocation>({
  id,
  source: byKind<Allocation['source']>({
    payment: shapeOf({ kind: z.literal('payment'), paymentId: id }),
    'credit-note': shapeOf({ kind: z.literal('credit-note'), creditNoteId: id }),
    concession: shapeOf({ kind: z.literal('concession'), paymentId: id, reason: concessionReason }),
  }),
  invoiceId: id,
  cents,
  effectiveOn: day,
});

import { z } from 'zod';
import type { Interruption } from '../../law/interruption.ts';
import type { Invoice, RecordedInterruption } from '../invoice.ts';
import { chargeDecisions } from './client-schema.ts';
import { cents, day, hash, id, instant, shapeOf, text, wordOf, yesNo } from './row-shape.ts';

const interruption = shapeOf<RecordedInterruption>({
  id,
  on: day,
  cause: wordOf<Interruption>({
    acknowledgement: true,
    'partial-payment': true,
    'court-claim': true,
    enforcement: true,
    'claim-declaration': true,
    'written-claim': true,
  }),
  note: text,
});

export const invoiceSchema = shapeOf<Invoice>({
  id,
  clientId: id,
  number: text,
  kind: z.enum(['invoice', 'credit-note']),
  issuedOn: day,
  dueOn: day.optional(),
  performedOn: day.optional(),
  requestReceivedOn: day.optional(),
  totalCents: cents,
  currency: text,
  orderReference: text.optional(),
  chargeDecisions: chargeDecisions.optional(),
  creditEffect: z.enum(['from-due-date', 'from-its-date']).optional(),
  isCarriage: yesNo.optional(),
  interruptions: z.array(interruption).optional(),
  titleOn: day.optional(),
  scenarioId: id.optional(),
  factor: text.optional(),
  paymentOrderedOn: day.optional(),
  debitRejectedOn: day.optional(),
  lifeCycle: shapeOf<NonNullable<Invoice['lifeCycle']>>({
    code: text,
    on: day,
    reason: text.optional(),
  }).optional(),
  importId: id.optional(),
  createdAt: instant,
  cancelledAt: instant.optional(),
  documentHash: hash.optional(),
  documentBytes: z.int().positive().optional(),
  documentMediaType: z.enum(['application/pdf', 'image/png', 'image/jpeg']).optional(),
});

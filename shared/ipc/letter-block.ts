import { z } from 'zod';
import { day } from './printed-invoice.ts';

const number = z.string().max(100);
const cents = z.int();

/** Figures inside a letter, computed; how they are set is the business of shared/letters. */
export const letterBlock = z.discriminatedUnion('kind', [
  /** Relevé de compte: every movement between two days with the running balance. */
  z.object({
    kind: z.literal('movements'),
    from: day,
    to: day,
    openingCents: cents,
    lines: z
      .array(
        z.object({
          on: day,
          kind: z.enum(['invoice', 'credit-note', 'payment', 'concession']),
          reference: z.string().max(300),
          dueOn: day.optional(),
          debitCents: cents,
          creditCents: cents,
          balanceCents: cents,
        }),
      )
      .max(5000),
    closingCents: cents,
  }),
  /** Invoices by number and date, with what is owed on each where it is told. */
  z.object({
    kind: z.literal('invoices'),
    title: z.string().max(200),
    rows: z
      .array(
        z.object({
          number,
          issuedOn: day,
          dueOn: day.optional(),
          totalCents: cents,
          owedCents: cents.optional(),
          daysLate: z.int().min(0).optional(),
        }),
      )
      .max(5000),
  }),
  z.object({
    kind: z.literal('instalments'),
    /** `rank` where not all of the plan stand there. */
    rows: z.array(z.object({ dueOn: day, cents, rank: z.int().min(1).max(120).optional() })).max(120),
  }),
  /** Escompte: less is to pay where it comes in time. */
  z.object({
    kind: z.literal('discounts'),
    rows: z
      .array(
        z.object({
          number,
          issuedOn: day,
          owedCents: cents,
          basisPoints: z.int().min(1).max(10_000),
          discountCents: cents,
          payableCents: cents,
          until: day,
        }),
      )
      .max(500),
  }),
  /** What a payment settled. */
  z.object({
    kind: z.literal('settled'),
    rows: z
      .array(z.object({ number, issuedOn: day, totalCents: cents, settledCents: cents, leftCents: cents }))
      .max(2000),
  }),
  /** One sum in a glance. */
  z.object({
    kind: z.literal('total'),
    label: z.string().max(200),
    cents,
    note: z.string().max(400).optional(),
  }),
]);
export type LetterBlock = z.infer<typeof letterBlock>;

import { z } from 'zod';

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One invoice of a décompte as it goes on paper: its lines add up to its total. */
export const printedInvoice = z.object({
  number: z.string().max(100),
  issuedOn: day,
  dueOn: day,
  daysLate: z.int(),
  principalCents: z.int(),
  interestCents: z.int(),
  indemnityCents: z.int(),
  totalCents: z.int(),
  lines: z
    .array(
      z.object({
        label: z.string().max(400),
        detail: z.string().max(400).optional(),
        from: day,
        to: day.optional(),
        days: z.int().optional(),
        baseCents: z.int().optional(),
        rateBasisPoints: z.int().optional(),
        cents: z.int(),
        article: z.string().max(300),
      }),
    )
    .max(2000),
});
export type PrintedInvoice = z.infer<typeof printedInvoice>;

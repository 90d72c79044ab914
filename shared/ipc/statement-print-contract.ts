import { z } from 'zod';
import { letterModel } from './letter-contract.ts';
import { day, printedInvoice } from './printed-invoice.ts';

/** A décompte as it goes on paper, computed; how it is set is the business of shared/letters. */
export const printedStatement = z.object({
  writtenOn: day,
  /** Last day that bears interest. */
  asOf: day,
  sender: letterModel.shape.sender,
  /** Name, address and SIREN of the debtor. */
  recipient: z.object({ lines: z.array(z.string().max(300)).min(1).max(12) }),
  interestTerm: z.enum(['penalties', 'moratory-interest', 'legal-interest']),
  invoices: z.array(printedInvoice).max(5000),
  /** Credit notes and money not set against an invoice; positive cents, taken off. */
  credits: z.array(z.object({ label: z.string().max(400), on: day, cents: z.int() })).max(2000),
  totals: z.object({
    principalCents: z.int(),
    interestCents: z.int(),
    indemnityCents: z.int(),
    creditsCents: z.int(),
    totalCents: z.int(),
    dailyInterestCents: z.int(),
  }),
  /** Numbers of invoices that could not be computed and are not in the sums. */
  leftOut: z.array(z.string().max(100)).max(5000),
  /** How the sums were made, in full sentences. */
  conventions: z.array(z.string().max(1000)).max(10),
  /** Every article that a line cites, once, with its rules. */
  articles: z
    .array(z.object({ article: z.string().max(300), rules: z.array(z.string().max(1000)).max(200) }))
    .max(60),
});
export type PrintedStatement = z.infer<typeof printedStatement>;

/** A set décompte: shown and printed under its hash for a while, kept nowhere; saved from its bytes. */
export interface RenderedStatement {
  readonly hash: string;
  readonly pageCount: number;
  readonly bytes: Uint8Array;
}

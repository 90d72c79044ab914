import { z } from 'zod';
import { typedNumberAtMost } from '../ledger/dispatch.ts';
import { letterBlock } from './letter-block.ts';
import { printedInvoice } from './printed-invoice.ts';

/** What a letter says, computed; how it is set is the business of shared/letters. */
export const letterModel = z.object({
  reminderId: z.string().max(600),
  /** `correspondence`: a letter beside the reminders; its figures stand in `blocks` and its table is empty. */
  kind: z.enum(['reminder', 'formal-notice', 'last-notice', 'correspondence']),
  registered: z.boolean(),
  trackingNumber: z.string().max(typedNumberAtMost).optional(),
  duplicate: z.boolean(),
  /** French where undefined; formal letters are never set in English. */
  language: z.literal('en').optional(),
  /** Day of the letter, YYYY-MM-DD. */
  writtenOn: z.string(),
  sender: z.object({
    name: z.string().max(300),
    lines: z.array(z.string().max(200)).max(8),
    /** « SIREN 732 829 320 · RCS Lyon · TVA FR44732829320 » */
    legalLine: z.string().max(500),
    phone: z.string().max(60),
    email: z.string().max(254),
    logoHash: z.string().optional(),
    signatureHash: z.string().optional(),
    signatoryName: z.string().max(200),
    signatoryCapacity: z.string().max(200),
    place: z.string().max(200),
    /** Colour of the company's name and rule, « #1f3a5f »; dark enough to be read on white. */
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/u)
      .optional(),
  }),
  recipient: z.object({
    /** At most 6 lines of the address block as printed (NF Z10-011). */
    lines: z.array(z.string().max(300)).min(1).max(7),
  }),
  subject: z.string().max(400),
  /** Paragraphs of the body before and after the table; plain text. */
  paragraphsBefore: z.array(z.string().max(5000)).max(30),
  paragraphsAfter: z.array(z.string().max(5000)).max(30),
  table: z
    .array(
      z.object({
        number: z.string().max(100),
        /** The client's order that the invoice was issued for. */
        orderReference: z.string().max(100).optional(),
        issuedOn: z.string(),
        dueOn: z.string(),
        totalCents: z.int(),
        paidCents: z.int(),
        remainingCents: z.int(),
        daysLate: z.int(),
        interestCents: z.int(),
        indemnityCents: z.int(),
      }),
    )
    .max(2000),
  /** Figures of a letter that is no reminder, in their order, between the paragraphs. */
  blocks: z.array(letterBlock).max(12).optional(),
  /** Room for the hand of the debtor below the sender's signature. */
  countersignature: z
    .object({
      title: z.string().max(200),
      lines: z.array(z.string().max(300)).max(6),
      /** What a person who is no merchant writes out by hand (C. civ. 1376). */
      handwritten: z.string().max(1000).optional(),
    })
    .optional(),
  totals: z.object({
    principalCents: z.int(),
    interestCents: z.int(),
    indemnityCents: z.int(),
    /** Credit notes not set against an invoice, taken off the sum of the three; 0 or more. */
    creditsCents: z.int(),
    /** Numbers of those credit notes. */
    creditNumbers: z.array(z.string().max(100)).max(2000).optional(),
    totalCents: z.int(),
    /** Penalties that each further day adds, in cents; 0 where none are claimed. */
    dailyInterestCents: z.int(),
  }),
  /** Show penalties and indemnity columns and totals. */
  showsPenalties: z.boolean(),
  /** How the law of the debtor's regime names the interest; penalties where undefined. */
  interestTerm: z.enum(['penalties', 'moratory-interest', 'legal-interest']).optional(),
  /** Décompte: every invoice with a line per rate period and balance change; empty where no charge is claimed. */
  annex: z.array(printedInvoice).max(2000),
  deadlineOn: z.string().optional(),
  payment: z.object({
    iban: z.string().max(40),
    bic: z.string().max(11),
    holder: z.string().max(70),
    reference: z.string().max(35),
    /** EPC069-12 payload; undefined where the data does not allow one. */
    qrPayload: z.string().max(400).optional(),
    /** Page on which the sum can be paid; https only. */
    link: z
      .string()
      .max(1000)
      .regex(/^https:\/\/[^\s<>"]+$/u)
      .optional(),
    /** To whom a cheque is made out; no cheque is offered where undefined. */
    chequeOrder: z.string().max(200).optional(),
  }),
  /** A letter that asks for no money says nothing about accounts. */
  withoutPayment: z.literal(true).optional(),
  /** A paper for colleagues or for a mediator: it goes in no envelope, and not to the debtor. */
  withoutEnvelope: z.literal(true).optional(),
  enclosures: z.array(z.string().max(300)).max(50),
  legalReferences: z.string().max(2000),
});
export type LetterModel = z.infer<typeof letterModel>;

export interface RenderedBatch {
  readonly hash: string;
  readonly pageCount: number;
  /** Document of each letter alone, in the order of the request. */
  readonly letters: readonly {
    readonly reminderId: string;
    readonly hash: string;
    /** Its appended copies counted. */
    readonly pageCount: number;
    /** Where it stands in the PDF of all, 1-based, inclusive. */
    readonly batchPages: { readonly first: number; readonly last: number };
  }[];
}

import { z } from 'zod';
import type { ClientLetter, ClientLetterKind, ClientLetterState } from '../client-letter.ts';
import { postedState } from './dispatch-schema.ts';
import { letterDocumentSchema } from './letter-document-schema.ts';
import { byKind, cents, day, id, instant, shapeOf, text, whole, wordOf, yesNo } from './row-shape.ts';

const state = byKind<ClientLetterState>({
  'to-print': shapeOf({ kind: z.literal('to-print'), writtenAt: instant }),
  printed: shapeOf({ kind: z.literal('printed'), printedAt: instant }),
  posted: postedState,
  withdrawn: shapeOf({ kind: z.literal('withdrawn'), withdrawnAt: instant }),
});

export const clientLetterSchema = shapeOf<ClientLetter>({
  id,
  clientId: id,
  kind: wordOf<ClientLetterKind>({
    'account-statement': true,
    'payment-plan': true,
    'discount-offer': true,
    thanks: true,
    mandate: true,
    'forfeiture-notice': true,
    free: true,
  }),
  invoiceIds: z.array(id),
  planId: id.optional(),
  paymentId: id.optional(),
  handoverId: id.optional(),
  registered: yesNo,
  language: z.literal('en').optional(),
  writtenOn: day,
  subject: text,
  body: text,
  deadlineOn: day.optional(),
  grantedDays: whole.optional(),
  totalCents: cents.optional(),
  statementFrom: day.optional(),
  handwritten: yesNo.optional(),
  enclosures: z.array(text).optional(),
  state,
  letterHash: text.optional(),
  documents: z.array(letterDocumentSchema),
});

import { z } from 'zod';
import type { PaymentTerms } from '../../dates/payment-terms.ts';
import type { TermActivity } from '../../law/term-activity.ts';
import type { ChargeDecision, ChargeDecisions } from '../charge-decision.ts';
import type {
  Client,
  ClientSegment,
  Contact,
  ContactRole,
  DebtorRegime,
  EarlyPaymentDiscount,
  Insolvency,
  InterestRate,
  LenientPeriod,
  PostalAddress,
  ReminderRhythm,
} from '../client.ts';
import { byKind, day, id, instant, shapeOf, text, whole, wordOf, yesNo } from './row-shape.ts';

export const contactRole = wordOf<ContactRole>({
  reminders: true,
  accounting: true,
  'decision-maker': true,
  site: true,
  other: true,
});

export const clientSegment = wordOf<ClientSegment>({
  regular: true,
  new: true,
  'late-payer': true,
  'key-account': true,
});

export const postalAddress = shapeOf<PostalAddress>({
  lines: z.array(text),
  postcode: text,
  city: text,
  country: text.optional(),
});

export const reminderRhythm = byKind<ReminderRhythm>({
  daily: shapeOf({ kind: z.literal('daily') }),
  weekdays: shapeOf({
    kind: z.literal('weekdays'),
    weekdays: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
  }),
  monthly: shapeOf({ kind: z.literal('monthly'), dayOfMonth: whole }),
});

export const earlyPaymentDiscount = shapeOf<EarlyPaymentDiscount>({ basisPoints: whole, withinDays: whole });

const chargeDecision = shapeOf<ChargeDecision>({ claimed: yesNo, reason: text, decidedAt: instant });
export const chargeDecisions = shapeOf<ChargeDecisions>({
  penalties: chargeDecision.optional(),
  indemnity: chargeDecision.optional(),
});

const paymentTerms = byKind<PaymentTerms>({
  net: shapeOf({ kind: z.literal('net'), days: whole }),
  'end-of-month': shapeOf({
    kind: z.literal('end-of-month'),
    days: whole,
    method: z.enum(['add-then-end', 'end-then-add']),
    plusDays: whole.optional(),
  }) as unknown as z.ZodType<Extract<PaymentTerms, { kind: 'end-of-month' }>>,
  'after-receipt': shapeOf({ kind: z.literal('after-receipt'), days: whole }),
  decade: shapeOf({ kind: z.literal('decade'), days: whole }),
});

const interestRate = byKind<InterestRate>({
  statutory: shapeOf({ kind: z.literal('statutory') }),
  fixed: shapeOf({ kind: z.literal('fixed'), basisPoints: z.number() }),
  'legal-multiple': shapeOf({ kind: z.literal('legal-multiple'), times: z.number() }),
  'ecb-plus': shapeOf({ kind: z.literal('ecb-plus'), points: z.number() }),
});

const contact = shapeOf<Contact>({
  id,
  name: text,
  role: contactRole,
  email: text.optional(),
  phone: text.optional(),
  bouncedOn: day.optional(),
});

const insolvency = shapeOf<Insolvency>({
  kind: z.enum(['safeguard', 'reorganisation', 'liquidation']),
  judgmentOn: day,
  publishedOn: day.optional(),
  trustee: text.optional(),
  court: text.optional(),
  declaredOn: day.optional(),
});

export const clientSchema = shapeOf<Client>({
  id,
  name: text,
  code: text.optional(),
  regime: wordOf<DebtorRegime>({ b2b: true, public: true, b2c: true, 'non-professional': true }),
  segment: clientSegment,
  siren: text.optional(),
  vatNumber: text.optional(),
  address: postalAddress.optional(),
  contacts: z.array(contact),
  scenarioId: id.optional(),
  rate: interestRate,
  terms: paymentTerms.optional(),
  earlyPaymentDiscount: earlyPaymentDiscount.optional(),
  termActivity: wordOf<TermActivity>({
    general: true,
    'periodic-invoice': true,
    'perishable-food': true,
    'livestock-and-fresh-meat': true,
    alcohol: true,
    'wine-and-grapes': true,
    transport: true,
    'vat-free-export': true,
    'public-body': true,
    'public-hospital': true,
    'public-company': true,
    consumer: true,
  }).optional(),
  capitalisesInterest: yesNo.optional(),
  chargeDecisions: chargeDecisions.optional(),
  rhythm: reminderRhythm.optional(),
  lenient: shapeOf<LenientPeriod>({ from: day, until: day }).optional(),
  language: z.enum(['fr', 'en']).optional(),
  directDebit: yesNo,
  excludedReason: text.optional(),
  insolvency: insolvency.optional(),
  blockedServices: shapeOf<NonNullable<Client['blockedServices']>>({
    deliveries: yesNo,
    afterSales: yesNo,
    since: day,
    reason: text,
    liftedOn: day.optional(),
    disputeId: id.optional(),
  }).optional(),
  importId: id.optional(),
  createdAt: instant,
});

import { z } from 'zod';
import type { SemesterRates } from '../../law/parameters.ts';
import type { SettingsId, SettingsOf, SettingsRow } from '../settings.ts';
import { earlyPaymentDiscount, postalAddress, reminderRhythm } from './client-schema.ts';
import { cents, day, hash, instant, shapeOf, text, whole, yesNo } from './row-shape.ts';

const hour = z.int().min(0).max(24);

const semester = shapeOf<SemesterRates>({
  semester: text as unknown as z.ZodType<SemesterRates['semester']>,
  refiBasisPoints: z.number(),
  legalBusinessBasisPoints: z.number(),
  legalIndividualBasisPoints: z.number().optional(),
  source: text,
  checkedOn: text,
});

const byId: { readonly [Id in SettingsId]: z.ZodType<SettingsOf<Id>> } = {
  company: shapeOf<SettingsOf<'company'>>({
    id: z.literal('company'),
    name: text,
    legalForm: text,
    capital: text,
    siren: text,
    registry: text,
    vatNumber: text,
    address: postalAddress,
    phone: text,
    email: text,
    iban: text,
    bic: text,
    accountHolder: text,
    signatoryName: text,
    signatoryCapacity: text,
    paymentLink: text.optional(),
    chequeOrder: text.optional(),
    accent: text.optional(),
    consumerMediator: text.optional(),
    logoHash: hash.optional(),
    signatureHash: hash.optional(),
  }),
  reminders: shapeOf<SettingsOf<'reminders'>>({
    id: z.literal('reminders'),
    calendar: z.enum([
      'metropole',
      'alsace-moselle',
      'guadeloupe',
      'martinique',
      'guyane',
      'reunion',
      'mayotte',
    ]),
    minimumGapDays: whole,
    toleranceCents: cents,
    recallSeconds: whole,
    claimPenalties: yesNo,
    claimIndemnity: yesNo,
    indemnityMinimumCents: cents.optional(),
    defaultTermDays: whole,
    notifyAtHour: hour,
    rhythm: reminderRhythm.optional(),
    sendFromHour: hour.optional(),
    sendUntilHour: hour.optional(),
    automaticPerInvoice: whole.optional(),
    messagesPerMonth: whole.optional(),
    bankFreshDays: whole.optional(),
    receiptMissingDays: whole.optional(),
    handoverSilenceDays: whole.optional(),
  }),
  treasury: shapeOf<SettingsOf<'treasury'>>({
    id: z.literal('treasury'),
    thresholdsCents: z.array(cents),
  }),
  onboarding: shapeOf<SettingsOf<'onboarding'>>({
    id: z.literal('onboarding'),
    startedOn: day,
    firstRunDone: yesNo,
  }),
  'bank-check': shapeOf<SettingsOf<'bank-check'>>({ id: z.literal('bank-check'), checkedAt: instant }),
  'legal-rates': shapeOf<SettingsOf<'legal-rates'>>({
    id: z.literal('legal-rates'),
    semesters: z.array(semester),
  }),
  matching: shapeOf<SettingsOf<'matching'>>({
    id: z.literal('matching'),
    feeToleranceCents: cents,
    earlyPaymentDiscount: earlyPaymentDiscount.optional(),
  }),
};

export const settingsSchema: z.ZodType<SettingsRow> = z.union(
  Object.values(byId) as readonly z.ZodType<SettingsRow>[],
);

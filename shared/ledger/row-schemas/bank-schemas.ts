import type { z } from 'zod';
import type { BankFormat } from '../../importing/bank-reading.ts';
import type { BankAccount, BankLine, BankStatementRecord, PayerName, SetAsideReason } from '../bank.ts';
import { cents, count, day, id, instant, shapeOf, text, wordOf, yesNo } from './row-shape.ts';

export const bankAccountSchema = shapeOf<BankAccount>({
  id,
  name: text,
  identifier: text,
  currency: text,
  receivesPayments: yesNo,
  createdAt: instant,
});

export const bankStatementSchema = shapeOf<BankStatementRecord>({
  id,
  accountId: id,
  importId: id,
  format: wordOf<BankFormat>({ cfonb120: true, camt053: true, ofx: true, mt940: true, csv: true }),
  openingCents: cents.optional(),
  closingCents: cents.optional(),
  openingOn: day.optional(),
  closingOn: day.optional(),
  coversUntil: day.optional(),
  lineCount: count,
  newLineCount: count,
  addsUp: yesNo.optional(),
  recordedAt: instant,
});

const setAside = shapeOf<NonNullable<BankLine['setAside']>>({
  reason: wordOf<SetAsideReason>({
    'own-transfer': true,
    'card-settlement': true,
    refund: true,
    'loan-or-grant': true,
    fees: true,
    'already-recorded': true,
    other: true,
  }),
  at: instant,
  note: text.optional(),
});

export const bankLineSchema: z.ZodType<BankLine> = shapeOf<BankLine>({
  id,
  accountId: id,
  statementId: id,
  identity: text,
  bookedOn: day,
  valueOn: day.optional(),
  amountCents: cents,
  label: text,
  counterparty: text.optional(),
  counterpartyIban: text.optional(),
  reference: text.optional(),
  bankId: text.optional(),
  bankCode: text.optional(),
  returnReason: text.optional(),
  setAside: setAside.optional(),
  returnsPaymentId: id.optional(),
});

export const payerNameSchema = shapeOf<PayerName>({
  id,
  clientId: id,
  nameKey: text.optional(),
  iban: text.optional(),
  confirmations: count,
  learnedAt: instant,
});

import { z } from 'zod';
import type { TimeOfDay } from '../../dates/time-of-day.ts';
import type {
  BankBalance,
  CallOutcome,
  DocumentRef,
  FecAlias,
  FecImportFacts,
  HistoryNote,
  ImportProfile,
  ImportRecord,
  PlannedOutflow,
} from '../history.ts';
import { cents, count, day, hash, id, instant, shapeOf, text, wordOf } from './row-shape.ts';

export const documentSchema = shapeOf<DocumentRef>({ hash, name: text, mediaType: text });

export const noteSchema = shapeOf<HistoryNote>({
  id,
  clientId: id,
  invoiceId: id.optional(),
  kind: z.enum(['note', 'call', 'email-received', 'service']),
  occurredAt: instant,
  text,
  outcome: wordOf<CallOutcome>({
    reached: true,
    promise: true,
    dispute: true,
    oversight: true,
    difficulty: true,
    administrative: true,
    unreachable: true,
    'message-left': true,
    'call-back': true,
  }).optional(),
  followUpOn: day.optional(),
  followUpTime: (text as unknown as z.ZodType<TimeOfDay>).optional(),
  documents: z.array(documentSchema).optional(),
});

export const importSchema = shapeOf<ImportRecord>({
  id,
  fileName: text,
  fileHash: text,
  fileHashes: z.array(text).optional(),
  importedAt: instant,
  content: z.enum(['invoices', 'contacts', 'bank', 'life-cycle', 'e-mail']).optional(),
  newInvoices: count,
  updatedInvoices: count,
  newClients: count,
  fec: shapeOf<FecImportFacts>({
    siren: text.optional(),
    closingOn: day.optional(),
    firstOn: day.optional(),
    lastOn: day.optional(),
    doubtfulClientIds: z.array(id),
    aliases: z.array(shapeOf<FecAlias>({ customerKey: text, clientId: id })).optional(),
  }).optional(),
  newBankLines: count.optional(),
  openCents: cents,
});

export const importProfileSchema = shapeOf<ImportProfile>({
  id,
  name: text,
  headerFingerprint: text,
  content: z.enum(['invoices', 'bank', 'contacts']).optional(),
  mapping: z.record(z.string(), z.unknown()),
});

export const outflowSchema = shapeOf<PlannedOutflow>({
  id,
  label: text,
  cents,
  firstOn: day,
  repeats: z.enum(['once', 'weekly', 'monthly', 'quarterly']),
  until: day.optional(),
});

export const bankBalanceSchema = shapeOf<BankBalance>({
  id,
  accountId: id.optional(),
  on: day,
  cents,
  recordedAt: instant,
});

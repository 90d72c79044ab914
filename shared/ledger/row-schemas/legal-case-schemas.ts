import { z } from 'zod';
import type { CaseDates, CaseFacts, LegalCase, ProcedureKind } from '../legal-case.ts';
import type { Piece, PieceKind } from '../piece.ts';
import { documentSchema } from './history-schemas.ts';
import { cents, day, id, shapeOf, text, wordOf, yesNo } from './row-shape.ts';

const facts = shapeOf<CaseFacts>({
  debtorIsMerchant: yesNo.optional(),
  creditorIsMerchant: yesNo.optional(),
  isContested: yesNo.optional(),
  hasWrittenContract: yesNo.optional(),
  amicableAttemptFailed: yesNo.optional(),
});

const dates = shapeOf<CaseDates>({
  orderOn: day.optional(),
  orderServedOn: day.optional(),
  demandServedOn: day.optional(),
  recordOn: day.optional(),
  contestedOn: day.optional(),
  titleOn: day.optional(),
});

export const legalCaseSchema = shapeOf<LegalCase>({
  id,
  clientId: id,
  invoiceIds: z.array(id),
  openedOn: day,
  facts,
  procedure: wordOf<ProcedureKind>({
    'order-for-payment': true,
    'uncontested-commercial-claim': true,
    'small-claims': true,
    'interim-payment': true,
    summons: true,
    mediation: true,
    'claim-declaration': true,
  }).optional(),
  filedOn: day.optional(),
  courtName: text.optional(),
  courtReference: text.optional(),
  dates: dates.optional(),
  pieceOrder: z.array(id).optional(),
  costsCents: cents,
  note: text,
  closed: shapeOf<NonNullable<LegalCase['closed']>>({
    on: day,
    outcome: z.enum(['paid', 'title', 'settled', 'dismissed', 'given-up']),
    note: text,
  }).optional(),
  documents: z.array(documentSchema),
});

export const pieceSchema = shapeOf<Piece>({
  id,
  clientId: id,
  invoiceId: id.optional(),
  disputeId: id.optional(),
  kind: wordOf<PieceKind>({
    'creditor-identity': true,
    'debtor-identity': true,
    contract: true,
    'terms-of-sale': true,
    order: true,
    'delivery-note': true,
    acceptance: true,
    correspondence: true,
    acknowledgement: true,
    'solvency-check': true,
    'dispute-evidence': true,
    other: true,
  }),
  datedOn: day.optional(),
  title: text,
  addedOn: day,
  document: documentSchema,
});

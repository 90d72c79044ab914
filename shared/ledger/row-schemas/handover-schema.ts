import { z } from 'zod';
import type { Collector, CollectorFee, CollectorKind, Handover } from '../handover.ts';
import { postalAddress } from './client-schema.ts';
import { documentSchema } from './history-schemas.ts';
import { byKind, cents, day, id, shapeOf, text, whole, wordOf } from './row-shape.ts';

const collector = shapeOf<Collector>({
  kind: wordOf<CollectorKind>({
    agency: true,
    lawyer: true,
    bailiff: true,
    'credit-insurer': true,
    mediator: true,
    other: true,
  }),
  name: text,
  address: postalAddress.optional(),
  email: text.optional(),
  phone: text.optional(),
});

const fee = byKind<CollectorFee>({
  none: shapeOf({ kind: z.literal('none') }),
  fixed: shapeOf({ kind: z.literal('fixed'), cents, vatBasisPoints: whole.optional() }),
  share: shapeOf({ kind: z.literal('share'), basisPoints: whole, vatBasisPoints: whole.optional() }),
});

export const handoverSchema = shapeOf<Handover>({
  id,
  clientId: id,
  invoiceIds: z.array(id),
  collector,
  handedOverOn: day,
  claimCents: cents,
  fee,
  reference: text.optional(),
  note: text,
  lastNewsOn: day.optional(),
  ended: shapeOf<NonNullable<Handover['ended']>>({
    on: day,
    outcome: z.enum(['recovered', 'partly-recovered', 'not-recovered', 'withdrawn']),
    recoveredCents: cents,
    feeCents: cents,
    note: text,
  }).optional(),
  documents: z.array(documentSchema),
});

import { z } from 'zod';
import type { Dispatch, DispatchMode, DispatchOutcome, DispatchOutcomeKind } from '../dispatch.ts';
import { day, instant, shapeOf, text, wordOf } from './row-shape.ts';

const outcome = shapeOf<DispatchOutcome>({
  kind: wordOf<DispatchOutcomeKind>({
    delivered: true,
    refused: true,
    unclaimed: true,
    'unknown-address': true,
    'no-access': true,
    lost: true,
  }),
  on: day,
  signatory: text.optional(),
});

/** A letter that went out, with its chain of proof. */
export const postedState = shapeOf<{ readonly kind: 'posted' } & Dispatch>({
  kind: z.literal('posted'),
  mode: wordOf<DispatchMode>({
    registered: true,
    'electronic-registered': true,
    tracked: true,
    'hand-delivered': true,
    bailiff: true,
    plain: true,
  }).optional(),
  printedOn: day.optional(),
  depositedOn: day,
  trackingNumber: text,
  typedNumber: text.optional(),
  presentedOn: day.optional(),
  outcome: outcome.optional(),
  filedOn: day.optional(),
  resentOn: day.optional(),
  consentOn: day.optional(),
  recordedAt: instant,
});

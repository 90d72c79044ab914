import { formatLongDay } from '../dates/format-day.ts';
import {
  isLifeCycleCode,
  type LifeCycleEffect,
  lifeCycleEffect,
  lifeCycleLabel,
} from '../importing/life-cycle.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Block } from './block.ts';

/** A block that the status of the e-invoicing platform makes. */
export type PlatformBlock = Block & { readonly kind: 'not-delivered' | 'documents-asked' };

const stops: Readonly<
  Partial<Record<LifeCycleEffect, { kind: PlatformBlock['kind']; what: string; remedy: string }>>
> = {
  'not-delivered': {
    kind: 'not-delivered',
    what: 'le client ne l’a pas reçue',
    remedy: 'Corrigez-la et réémettez-la.',
  },
  'documents-asked': {
    kind: 'documents-asked',
    what: 'le client attend des pièces',
    remedy: 'Fournissez-les.',
  },
};

/**
 * What the e-invoicing platform says: an invoice that was never validly delivered is not owed yet, and one
 * that waits for documents is first completed (law-and-formats.md 6.3).
 */
export const platformBlock = ({ lifeCycle }: Invoice): PlatformBlock | undefined => {
  if (lifeCycle === undefined || !isLifeCycleCode(lifeCycle.code)) return undefined;
  const stop = stops[lifeCycleEffect(lifeCycle.code)];
  if (stop === undefined) return undefined;
  const why = lifeCycle.reason === undefined || lifeCycle.reason === '' ? '' : ` (${lifeCycle.reason})`;
  return {
    kind: stop.kind,
    reason: `${lifeCycleLabel(lifeCycle.code)} le ${formatLongDay(lifeCycle.on)}\u00A0: ${stop.what}${why}. ${stop.remedy}`,
  };
};

import type { Day } from '../dates/day.ts';
import type { Interruption } from '../law/interruption.ts';
import type { ActEffect } from '../law/limitation.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { invoiceLimitation } from './invoice-limitation.ts';

/** What an act would do if the user noted it. */
export interface LimitationPreview {
  readonly effect: ActEffect;
  readonly lastDay: Day;
  /** Too late by the alarm, but in time if the period only started at the due date. */
  readonly isArguable: boolean;
}

/** Undefined where no period is known. */
export const limitationPreview = (
  ledger: Ledger,
  invoice: Invoice,
  act: { readonly on: Day; readonly cause: Interruption },
): LimitationPreview | undefined => {
  const before = invoiceLimitation(ledger, invoice);
  const id = 'preview';
  const found = invoiceLimitation(ledger, {
    ...invoice,
    interruptions: [...(invoice.interruptions ?? []), { id, ...act, note: '' }],
  });
  if (!before.ok || !found.ok) return undefined;
  const own = found.value.acts.find(
    ({ act: { source } }) => source.kind === 'recorded' && source.interruption.id === id,
  );
  if (!own) return undefined;
  const { effect } = own;
  const isArguable = effect === 'too-late' && act.on <= before.value.optimisticLastDay;
  return { effect, lastDay: found.value.lastDay, isArguable };
};

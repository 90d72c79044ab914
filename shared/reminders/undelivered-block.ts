import { formatLongDay } from '../dates/format-day.ts';
import type { DispatchOutcomeKind } from '../ledger/dispatch.ts';
import { isUndelivered } from '../letters/dispatch-clocks.ts';
import type { Block } from './block.ts';
import type { DoneLine } from './reminder-history.ts';

const reasons: Readonly<Partial<Record<DispatchOutcomeKind, string>>> = {
  'unknown-address': 'destinataire inconnu à l’adresse',
  'no-access': 'défaut d’accès ou d’adressage',
};

/**
 * Nothing follows a letter that came back without reaching the client, or was lost, until it was sent again or
 * the user filed it: the next step would threaten what he was never asked for.
 */
export const undeliveredBlock = (done: readonly DoneLine[]): Block | undefined => {
  for (const { reminder } of done) {
    const { state } = reminder;
    if (state.kind !== 'posted' || state.filedOn !== undefined) continue;
    if (state.outcome === undefined || !isUndelivered(state.outcome.kind)) continue;
    const { kind, on } = state.outcome;
    const reason =
      kind === 'lost'
        ? `Le dernier courrier a été perdu (constaté le ${formatLongDay(on)}). Renvoyez-le, ou classez-le pour poursuivre.`
        : `Le dernier courrier est revenu le ${formatLongDay(on)}\u00A0: ${reasons[kind] ?? 'non distribué'}. Renvoyez-le, ou classez-le pour poursuivre.`;
    return { kind: 'undelivered', reason };
  }
  return undefined;
};

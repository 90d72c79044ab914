import { addMonths, type Day } from '../dates/day.ts';
import type { PaymentPromise } from '../ledger/agreement.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { promiseSettlement } from '../ledger/promise-settlement.ts';
import { promiseEndsOn } from '../reminders/promise.ts';
import { type Figure, knownFigure, unknownFigure } from './figure.ts';

/** Promises whose day and grace are over, and how many of them were kept; a part payment counts its part. */
export interface PromiseTally {
  readonly due: number;
  readonly kept: number;
}

/** Promises older than this say little about the client of today. */
const promiseMonths = 12;

/** Share of a promise that came by its day plus two working days, 0 to 1; undefined when nothing is known of it. */
const keptShare = (ledger: Ledger, promise: PaymentPromise, lastDay: Day): number | undefined => {
  const settlement = promiseSettlement(ledger, promise, lastDay);
  if (settlement === undefined) return undefined;
  return settlement.owedCents === 0 ? 1 : settlement.paidCents / settlement.owedCents;
};

/** Promises of the last 12 months that are over on `today`, by client; withdrawn ones left out. */
export const promiseTallies = (ledger: Ledger, today: Day): ReadonlyMap<string, PromiseTally> => {
  const { calendar } = settingsOf(ledger, 'reminders');
  const since = addMonths(today, -promiseMonths);
  const tallies = new Map<string, PromiseTally>();
  for (const promise of ledger.promises.values()) {
    if (promise.withdrawnAt !== undefined || promise.promisedOn <= since) continue;
    const lastDay = promiseEndsOn(promise, calendar);
    if (lastDay > today) continue;
    const share = keptShare(ledger, promise, lastDay);
    if (share === undefined) continue;
    const { due, kept } = tallies.get(promise.clientId) ?? { due: 0, kept: 0 };
    tallies.set(promise.clientId, { due: due + 1, kept: kept + share });
  }
  return tallies;
};

/**
 * Share of promises kept, percent (law-and-formats.md 7).
 * @param clientId one client only; all of them where undefined.
 */
export const promiseFigure = (ledger: Ledger, today: Day, clientId?: string): Figure => {
  let [due, kept] = [0, 0];
  for (const [id, tally] of promiseTallies(ledger, today)) {
    if (clientId !== undefined && id !== clientId) continue;
    due += tally.due;
    kept += tally.kept;
  }
  if (due === 0) return unknownFigure('Aucune promesse arrivée à son terme sur les 12\u00A0derniers mois.');
  return knownFigure({
    expression: '{kept} ÷ {due} × 100',
    terms: [
      { id: 'kept', name: 'promesses tenues', value: { kind: 'number', value: kept } },
      { id: 'due', name: 'promesses arrivées à leur terme', value: { kind: 'number', value: due } },
    ],
    result: { kind: 'percent', percent: (kept / due) * 100 },
    note: 'Tenue\u00A0: payée au plus tard deux jours ouvrés après le jour promis. Payée en partie, elle compte pour cette part.',
  });
};

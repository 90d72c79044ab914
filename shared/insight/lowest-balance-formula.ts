import { formatDay } from '../dates/format-day.ts';
import { sumCents } from '../money/cents.ts';
import type { Formula } from './formula.ts';
import { lowestDay, type TreasuryProjection } from './treasury.ts';

/** The lowest projected balance of the coming 13 weeks: today's, what comes in and what goes out until then. */
export const lowestBalanceFormula = ({
  days,
  opening,
}: Pick<TreasuryProjection, 'days' | 'opening'>): Formula => {
  const lowest = lowestDay({ days });
  const [today] = days;
  const until = days.slice(1).filter(({ on }) => on <= lowest.on);
  return {
    expression: '{today} + {receipts} − {outflows}',
    terms: [
      {
        id: 'today',
        name: 'solde d’aujourd’hui',
        value: { kind: 'cents', cents: today?.balanceCents ?? opening.cents },
      },
      {
        id: 'receipts',
        name: `encaissements attendus jusqu’au ${formatDay(lowest.on)}`,
        value: { kind: 'cents', cents: sumCents(until.map(({ receiptsCents }) => receiptsCents)) },
      },
      {
        id: 'outflows',
        name: 'dépenses prévues d’ici là',
        value: { kind: 'cents', cents: sumCents(until.map(({ outflowsCents }) => outflowsCents)) },
      },
    ],
    result: { kind: 'cents', cents: lowest.balanceCents },
    note: `Solde d’aujourd’hui\u00A0: celui saisi le ${formatDay(opening.on)}, plus les encaissements enregistrés et moins les dépenses prévues depuis. Encaissements attendus selon les habitudes de chaque client, sur 13\u00A0semaines.`,
  };
};

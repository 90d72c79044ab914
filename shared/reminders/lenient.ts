import { addDays, type Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { Client } from '../ledger/client.ts';
import type { Block } from './block.ts';
import { levelRank } from './level.ts';
import type { Opening } from './reminder-rhythm.ts';

/** Rank of the highest level that « mode indulgent » leaves on a day; undefined where it does not run. */
export const lenientRank = ({ lenient }: Pick<Client, 'lenient'>, today: Day): number | undefined =>
  lenient !== undefined && lenient.from <= today && today <= lenient.until
    ? levelRank('friendly')
    : undefined;

/** What a firmer step waits for; undefined where the client has no such period. */
export const lenientBlock = (
  { lenient }: Pick<Client, 'lenient'>,
  opening: Pick<Opening, 'next'>,
): Block | undefined =>
  lenient === undefined
    ? undefined
    : {
        kind: 'lenient',
        reason: `Mode indulgent jusqu’au ${formatLongDay(lenient.until)}\u00A0: seules les relances amicales partent.`,
        resumesOn: opening.next(addDays(lenient.until, 1)),
      };

import { limitationMark } from '../../../shared/claims/limitation-mark.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { AgeingRow } from '../../../shared/ledger/ageing-table.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';

/**
 * Last day to act for a row of the aged balance: of its invoice, or the earliest of its client. Each answer is
 * kept, since a search asks for every row at every keystroke.
 */
export const limitationDays = (ledger: Ledger, today: Day): ((row: AgeingRow) => Day | undefined) => {
  const known = new Map<string, Day | undefined>();
  const dayOf = (row: AgeingRow): Day | undefined => {
    if (row.kind === 'invoice') return limitationMark(ledger, row.invoice, today)?.lastDay;
    let earliest: Day | undefined;
    for (const invoice of row.invoices) {
      const lastDay = lastDayOf(invoice);
      if (lastDay !== undefined && (earliest === undefined || lastDay < earliest)) earliest = lastDay;
    }
    return earliest;
  };
  const lastDayOf = (row: AgeingRow): Day | undefined => {
    if (known.has(row.key)) return known.get(row.key);
    const found = dayOf(row);
    known.set(row.key, found);
    return found;
  };
  return lastDayOf;
};

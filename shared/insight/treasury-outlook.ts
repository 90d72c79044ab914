import type { Day } from '../dates/day.ts';
import type { TreasuryOutlook } from '../ipc/scheduler-contract.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { lowestDay, projectTreasury } from './treasury.ts';
import { treasuryAlerts } from './treasury-alert.ts';

/**
 * What the projection says of the user's thresholds: what the desktop's alerts are made of. Undefined without
 * a bank balance; without thresholds nothing is projected and nothing is crossed.
 */
export const treasuryOutlook = (ledger: Ledger, today: Day): TreasuryOutlook | undefined => {
  const { thresholdsCents } = settingsOf(ledger, 'treasury');
  if (thresholdsCents.length === 0) return { lowestCents: 0, thresholdsCents: [], crossed: [] };
  const projection = projectTreasury(ledger, today);
  return (
    projection && {
      lowestCents: lowestDay(projection).balanceCents,
      thresholdsCents: [...thresholdsCents],
      crossed: treasuryAlerts(projection, thresholdsCents).map(({ thresholdCents, sentence }) => ({
        thresholdCents,
        sentence,
      })),
    }
  );
};

import type { Day } from '../dates/day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { projectTreasury } from './treasury.ts';
import { type TreasuryAlert, treasuryAlert } from './treasury-alert.ts';

/** The alert of a ledger by its own thresholds; undefined without a bank balance or where none is crossed. */
export const ledgerTreasuryAlert = (ledger: Ledger, today: Day): TreasuryAlert | undefined => {
  const { thresholdsCents } = settingsOf(ledger, 'treasury');
  const projection = thresholdsCents.length === 0 ? undefined : projectTreasury(ledger, today);
  return projection && treasuryAlert(projection, thresholdsCents);
};

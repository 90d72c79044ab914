import { regimeRules } from '../law/regime.ts';
import type { Charge } from '../ledger/charge-decision.ts';
import type { Client } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { ReminderSettings } from '../ledger/settings.ts';

/** Whether interest or the 40 € are claimed of an invoice, who decided it, and why. */
export interface ChargeClaim {
  readonly claimed: boolean;
  /** `law`: the debtor's regime knows no such charge; then nobody can claim it. */
  readonly decidedBy: 'law' | 'settings' | 'client' | 'invoice';
  /** In the user's words; may be empty. */
  readonly reason: string;
}

/**
 * The decision that holds for an invoice: its own, else the client's, else the settings. No decision can claim
 * of a consumer the indemnity that the law does not give (C. com. L441-10 II; CCP D2192-35).
 */
export const chargeClaimOf = (
  charge: Charge,
  invoice: Pick<Invoice, 'chargeDecisions'>,
  client: Pick<Client, 'regime' | 'chargeDecisions'>,
  settings: Pick<ReminderSettings, 'claimPenalties' | 'claimIndemnity'>,
): ChargeClaim => {
  if (charge === 'indemnity' && !regimeRules[client.regime].hasIndemnity)
    return { claimed: false, decidedBy: 'law', reason: '' };
  const own = invoice.chargeDecisions?.[charge];
  if (own) return { claimed: own.claimed, decidedBy: 'invoice', reason: own.reason };
  const clients = client.chargeDecisions?.[charge];
  if (clients) return { claimed: clients.claimed, decidedBy: 'client', reason: clients.reason };
  const claimed = charge === 'penalties' ? settings.claimPenalties : settings.claimIndemnity;
  return { claimed, decidedBy: 'settings', reason: '' };
};

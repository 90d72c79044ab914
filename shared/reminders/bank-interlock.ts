import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { unallocatedCredits } from '../ledger/balance.ts';
import { bankFreshness } from '../ledger/bank-freshness.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReminderSettings } from '../ledger/settings.ts';
import type { Cents } from '../money/cents.ts';

/** Days without a look at the bank after which a reminder may go to somebody who has paid. */
const defaultFreshDays = 3;

/** For how many days a look at the bank counts, 0 to 30. */
export const bankFreshDaysOf = ({ bankFreshDays }: Pick<ReminderSettings, 'bankFreshDays'>): number =>
  bankFreshDays ?? defaultFreshDays;

/** What the user is asked before he approves while the bank was not looked at for too long. */
export interface BankQuestion {
  /** French: how old the news is, and what that means. */
  readonly sentence: string;
  /** What he has to tick, French. */
  readonly confirmation: string;
  /** Clients about to be reminded whose money or credit notes wait to be set against an invoice. */
  readonly toAllocate: readonly {
    readonly clientId: string;
    readonly name: string;
    readonly cents: Cents;
  }[];
}

const ageOf = (checkedOn: Day, days: number): string =>
  days === 1
    ? 'Vos encaissements ont été vérifiés hier'
    : `Vos encaissements n’ont pas été vérifiés depuis ${days}\u00A0jours (${formatDay(checkedOn)})`;

/**
 * « Fraîcheur bancaire »: undefined while the bank was looked at within the days that the user set; otherwise
 * what to ask before anything is approved, since somebody may have paid meanwhile.
 * @param clientIds those of the messages to approve.
 */
export const bankQuestion = (
  ledger: Ledger,
  today: Day,
  clientIds: readonly string[],
): BankQuestion | undefined => {
  const { checkedOn, days } = bankFreshness(ledger, today);
  if (days !== undefined && days <= bankFreshDaysOf(settingsOf(ledger, 'reminders'))) return undefined;
  const age =
    checkedOn === undefined || days === undefined
      ? 'Vos encaissements n’ont encore jamais été vérifiés'
      : ageOf(checkedOn, days);
  const credits = unallocatedCredits(ledger);
  return {
    sentence: `${age}\u00A0: une relance pourrait atteindre un client qui a déjà payé.`,
    confirmation: `J’ai vérifié mes encaissements jusqu’au ${formatDay(today)}`,
    toAllocate: [...new Set(clientIds)].flatMap((clientId) => {
      const waiting = credits.get(clientId);
      return waiting === undefined
        ? []
        : [{ clientId, name: ledger.clients.get(clientId)?.name ?? '', cents: waiting }];
    }),
  };
};

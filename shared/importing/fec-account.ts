import type { FecAccountGroup } from './fec-reading.ts';

/** What an account number means for receivables. `aside`: not invoices (418, 4196 to 4198). */
export type FecAccountKind = FecAccountGroup | 'aside' | 'treasury' | 'sales' | 'other' | 'odd';

const kindOf = (account: string): FecAccountKind => {
  if (!/^\d{3}/.test(account)) return 'odd';
  const three = account.slice(0, 3);
  if (three === '411' || three === '413' || three === '416') return three;
  if (three === '418') return 'aside';
  // « 419000 » is the same account where nobody made the sub-accounts of the chart.
  if (three === '419') return account.charAt(3) === '1' || /^4190*$/.test(account) ? '4191' : 'aside';
  if (/^5[134]|^58/.test(account)) return 'treasury';
  return account.startsWith('70') ? 'sales' : 'other';
};

/** Tells accounts by number (plan comptable général); each number is looked at once. */
export const fecAccountKinds = (): ((account: string) => FecAccountKind) => {
  const known = new Map<string, FecAccountKind>();
  return (account) => {
    let kind = known.get(account);
    if (kind === undefined) {
      kind = kindOf(account);
      known.set(account, kind);
    }
    return kind;
  };
};

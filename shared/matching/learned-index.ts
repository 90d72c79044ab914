import type { KnownPayer } from './match-contract.ts';
import { payerNameKey } from './payer-name.ts';

interface Habit {
  readonly clientId: string;
  readonly confirmations: number;
}

/** Learnt names and accounts, and the clients that pay under them: several where a group pays. */
export interface LearnedIndex {
  readonly byName: ReadonlyMap<string, readonly Habit[]>;
  readonly byIban: ReadonlyMap<string, readonly Habit[]>;
}

/** What the user's confirmations taught, by name and by account. */
export const learnedIndex = (payers: readonly KnownPayer[]): LearnedIndex => {
  const byName = new Map<string, Habit[]>();
  const byIban = new Map<string, Habit[]>();
  for (const { clientId, names } of payers)
    for (const { nameKey, iban, confirmations } of names) {
      const add = (map: typeof byName, key: string): void => {
        const rows = map.get(key) ?? [];
        if (rows.some((row) => row.clientId === clientId)) return;
        rows.push({ clientId, confirmations });
        map.set(key, rows);
      };
      if (nameKey !== undefined && nameKey !== '') add(byName, payerNameKey(nameKey));
      if (iban !== undefined && iban !== '') add(byIban, iban);
    }
  return { byName, byIban };
};

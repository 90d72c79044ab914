import type { Day } from '../dates/day.ts';
import { cents } from '../money/cents.ts';
import type { OwedItem } from './account-state.ts';
import type { MatchShare } from './match-contract.ts';

/** An amount over debts of equal rank: in proportion, the cents that remain to the first ones. */
const inProportion = (rank: readonly OwedItem[], amountCents: number): readonly MatchShare[] => {
  const sum = rank.reduce((total, { leftCents }) => total + leftCents, 0);
  const given = rank.map(({ leftCents }) => Math.floor((amountCents * leftCents) / sum));
  let rest = amountCents - given.reduce((total, share) => total + share, 0);
  return rank.map(({ item }, index) => {
    const extra = rest > 0 ? 1 : 0;
    rest -= extra;
    return { invoiceId: item.invoiceId, cents: cents((given[index] ?? 0) + extra) };
  });
};

const rankOf = ({ item }: OwedItem, on: Day): string =>
  `${item.dueOn !== undefined && item.dueOn <= on ? 0 : 1} ${item.dueOn ?? item.issuedOn} ${item.issuedOn}`;

/**
 * Which debts money settles that nobody gave a purpose (C. civ. 1342-10): those due first; among them the
 * oldest, as no debt of a client costs him more than another; those equal in everything in proportion.
 * @param amountCents less than what is owed in all.
 * @param on day of receipt: what is due by then is due.
 */
export const inLegalOrderOf1342 = (
  owed: readonly OwedItem[],
  amountCents: number,
  on: Day,
): readonly MatchShare[] => {
  const ranks = new Map<string, OwedItem[]>();
  for (const row of owed) {
    const key = rankOf(row, on);
    const rank = ranks.get(key);
    if (rank) rank.push(row);
    else ranks.set(key, [row]);
  }
  const shares: MatchShare[] = [];
  let left = amountCents;
  for (const [, rank] of [...ranks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = rank.reduce((total, { leftCents }) => total + leftCents, 0);
    if (left <= 0) break;
    if (left >= sum)
      shares.push(
        ...rank.map(({ item, leftCents }) => ({ invoiceId: item.invoiceId, cents: cents(leftCents) })),
      );
    else shares.push(...inProportion(rank, left).filter((share) => share.cents > 0));
    left -= Math.min(left, sum);
  }
  return shares;
};

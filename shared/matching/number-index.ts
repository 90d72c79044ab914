import type { OpenItem } from './match-contract.ts';
import { type NumberShape, numberShape, withoutZeros } from './number-shape.ts';

/** An open invoice with its number taken apart. */
export interface NumberedItem {
  readonly item: OpenItem;
  readonly shape: NumberShape;
}

/** Finds open invoices by the digits of their numbers. */
export interface NumberIndex {
  /** All digits in a row, as printed. */
  readonly byGlued: ReadonlyMap<string, readonly NumberedItem[]>;
  /** Groups without leading zeros, parted by `|`. */
  readonly byWhole: ReadonlyMap<string, readonly NumberedItem[]>;
  /** The running number alone. */
  readonly byTail: ReadonlyMap<string, readonly NumberedItem[]>;
  /** The prefix of digits that are built as the numbers of this ledger, whether such an invoice is open or not. */
  readonly prefixOfBuild: (letters: string, groups: readonly string[]) => string | undefined;
}

const put = (map: Map<string, NumberedItem[]>, key: string, row: NumberedItem): void => {
  const rows = map.get(key);
  if (rows) {
    if (!rows.includes(row)) rows.push(row);
  } else map.set(key, [row]);
};

const buildOf = (prefix: string, groups: readonly string[]): string =>
  `${prefix}|${groups.map((group) => (/^20[0-4]\d/.test(group) ? `y${group.length}` : group.length)).join(',')}`;

/** An index over the numbers of open invoices; those without digits are left out. */
export const numberIndex = (items: readonly OpenItem[]): NumberIndex => {
  const byGlued = new Map<string, NumberedItem[]>();
  const byWhole = new Map<string, NumberedItem[]>();
  const byTail = new Map<string, NumberedItem[]>();
  const builds = new Set<string>();
  for (const item of items) {
    const shape = numberShape(item.number);
    if (shape === undefined) continue;
    const row = { item, shape };
    put(byGlued, shape.glued, row);
    for (const whole of shape.wholes) put(byWhole, whole, row);
    put(byWhole, withoutZeros(shape.glued), row);
    put(byTail, shape.tail, row);
    builds.add(buildOf(shape.prefix, shape.groups));
  }
  return {
    byGlued,
    byWhole,
    byTail,
    prefixOfBuild: (letters, groups) => {
      for (let start = 0; start <= letters.length; start += 1)
        if (builds.has(buildOf(letters.slice(start), groups))) return letters.slice(start);
      return undefined;
    },
  };
};

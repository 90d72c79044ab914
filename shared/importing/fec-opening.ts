import { fecNumber } from './fec-number.ts';
import type { FecOpenItem, FecReading } from './fec-reading.ts';

/** Opening items left out of a later year because the year before is known in detail. */
export interface WithoutOpening {
  readonly items: readonly FecOpenItem[];
  readonly dropped: readonly FecOpenItem[];
}

/**
 * Two files of entries in a row: what the year before left open is carried over by the opening entries of the
 * next, so that reading both would count it twice. Drops the opening items of customers whom the year before
 * knows (law-and-formats.md 6.1, 8).
 * @param earlier the open items of the year before.
 */
export const dropOpeningEntries = (
  items: readonly FecOpenItem[],
  earlier: readonly Pick<FecOpenItem, 'customerKey'>[],
): WithoutOpening => {
  const known = new Set(earlier.map(({ customerKey }) => customerKey));
  const isDropped = (item: FecOpenItem): boolean => item.isOpening && known.has(item.customerKey);
  return { items: items.filter((item) => !isDropped(item)), dropped: items.filter(isDropped) };
};

/** The opening balances of one customer that name no invoice. */
export interface OpeningBalance {
  readonly customerKey: string;
  /** Line of the first one. */
  readonly line: number;
  /** What of them is still open in the file, credits taken off. May be negative. */
  readonly openCents: number;
  /** Day of the last payment set against them. */
  readonly settledOn?: FecOpenItem['entryOn'];
}

const isBalance = (document: Parameters<typeof fecNumber>[0]): boolean =>
  document.isOpening && fecNumber(document).isMadeUp;

/** Opening balances without detail by customer: open ones and those that were settled in the year. */
export const openingBalances = (
  reading: Pick<FecReading, 'openItems' | 'closedDocuments'>,
): ReadonlyMap<string, OpeningBalance> => {
  const balances = new Map<string, OpeningBalance>();
  const add = (
    { customerKey, line }: { readonly customerKey: string; readonly line: number },
    amount: number,
    on: FecOpenItem['entryOn'] | undefined,
  ): void => {
    const known = balances.get(customerKey);
    const settledOn =
      known?.settledOn !== undefined && (on === undefined || known.settledOn > on) ? known.settledOn : on;
    balances.set(customerKey, {
      customerKey,
      line: Math.min(known?.line ?? line, line),
      openCents: (known?.openCents ?? 0) + amount,
      ...(settledOn !== undefined && { settledOn }),
    });
  };
  for (const item of reading.openItems) {
    if (item.accountGroup !== '411') continue;
    for (const document of item.documents)
      if (isBalance(document))
        add(item, Math.sign(item.cents) * document.openCents, item.cents > 0 ? item.lastCreditOn : undefined);
  }
  for (const document of reading.closedDocuments)
    if (isBalance({ ...document, journalCode: '' })) add(document, 0, document.settledOn);
  return balances;
};

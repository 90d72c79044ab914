/** The entries of a file, told apart by journal, number and date; programs number anew or not at all. */
export interface FecEntries {
  /**
   * Adds a line to its entry.
   * @returns which customer line of the entry it is, from 1; 0 for another account.
   */
  readonly add: (
    journal: string,
    number: string,
    date: string,
    amount: number,
    line: number,
    isCustomer: boolean,
  ) => number;
  readonly count: () => number;
  /** Entries whose debits and credits differ, the first one named with its line. */
  readonly unbalanced: () => {
    readonly count: number;
    readonly first: { readonly name: string; readonly line: number } | undefined;
  };
}

/** An empty collection of entries. */
export const fecEntries = (): FecEntries => {
  const positions = new Map<string, number>();
  const balances: number[] = [];
  const firstLines: number[] = [];
  const customerLines: number[] = [];
  let [lastJournal, lastNumber, lastDate, last] = ['', '', '', -1];
  const positionOf = (journal: string, number: string, date: string, line: number): number => {
    // The lines of an entry nearly always follow each other.
    if (last !== -1 && number === lastNumber && date === lastDate && journal === lastJournal) return last;
    const key = `${journal} ${number} ${date}`;
    let position = positions.get(key);
    if (position === undefined) {
      position = balances.length;
      positions.set(key, position);
      balances.push(0);
      firstLines.push(line);
      customerLines.push(0);
    }
    [lastJournal, lastNumber, lastDate, last] = [journal, number, date, position];
    return position;
  };
  return {
    add: (journal, number, date, amount, line, isCustomer) => {
      const position = positionOf(journal, number, date, line);
      balances[position] = (balances[position] ?? 0) + amount;
      if (!isCustomer) return 0;
      const ordinal = (customerLines[position] ?? 0) + 1;
      customerLines[position] = ordinal;
      return ordinal;
    },
    count: () => positions.size,
    unbalanced: () => {
      let count = 0;
      let first: { name: string; line: number } | undefined;
      for (const [name, position] of positions) {
        if (balances[position] === 0) continue;
        count += 1;
        first ??= { name, line: firstLines[position] ?? 0 };
      }
      return { count, first };
    },
  };
};

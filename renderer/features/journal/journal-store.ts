import type { OpenLedger } from '../../db/open-ledger.ts';
import { type JournalEntry, journalEntry } from './journal-entry.ts';

export interface Journal {
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
  /** False while older entries are still being read. */
  readonly isComplete: boolean;
}

export interface JournalStore {
  readonly current: () => Journal;
  readonly subscribe: (listener: () => void) => () => void;
}

const batchRows = 200;

/**
 * Every action of the ledger without its row images, read once and then kept up with each change. The newest
 * come first, so that the screen has something to show before years of them are read.
 */
const createJournalStore = ({ database, memory }: OpenLedger): JournalStore => {
  let journal: Journal = { entries: [], isComplete: false };
  let lastSequence = memory.current().sequence;
  const listeners = new Set<() => void>();
  const publish = (next: Journal): void => {
    journal = next;
    for (const listener of listeners) listener();
  };

  const readOlder = async (): Promise<void> => {
    let before = lastSequence + 1;
    while (before > 1) {
      const batch = await database.changes
        .where('sequence')
        .below(before)
        .reverse()
        .limit(batchRows)
        .toArray();
      before = batch.at(-1)?.sequence ?? 1;
      const older = batch.flatMap((change) => journalEntry(change) ?? []);
      publish({ ...journal, entries: [...journal.entries, ...older] });
    }
    publish({ ...journal, isComplete: true });
  };
  const readNewer = async (): Promise<void> => {
    const newer: JournalEntry[] = [];
    // One by one: the pages of an import hold a thousand rows each, which only undo needs.
    await database.changes
      .where('sequence')
      .above(lastSequence)
      .each((change) => {
        lastSequence = change.sequence;
        const entry = journalEntry(change);
        if (entry) newer.push(entry);
      });
    if (newer.length > 0) publish({ ...journal, entries: [...newer.reverse(), ...journal.entries] });
  };

  let work = readOlder();
  memory.subscribe(() => {
    work = work.then(readNewer, readNewer);
  });
  return {
    current: () => journal,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const stores = new WeakMap<OpenLedger, JournalStore>();

/** The journal of an open ledger; reading starts with the first question. */
export const journalStoreOf = (open: OpenLedger): JournalStore => {
  const known = stores.get(open) ?? createJournalStore(open);
  stores.set(open, known);
  return known;
};

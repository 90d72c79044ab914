import type { Ledger } from '../ledger/ledger.ts';
import type { Reminder } from '../reminders/reminder.ts';

const mark = '#renvoi-';

/** True for the id under which `resentRow` keeps the letter that had the other one. */
export const isResentId = (id: string, before: string): boolean => id.startsWith(`${before}${mark}`);

/**
 * A letter that failed, under an id that no plan gives: the id of its steps is free for the one that takes its
 * place, and the proofs of both are kept.
 */
export const resentRow = (ledger: Ledger, letter: Reminder): Reminder => {
  for (let count = 1; ; count += 1) {
    const id = `${letter.id}${mark}${count}`;
    if (!ledger.reminders.has(id)) return { ...letter, id };
  }
};

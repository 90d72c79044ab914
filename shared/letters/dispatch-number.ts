import { normaliseTrackingNumber } from '../identifiers/s10.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { dispatchOf, type PaperLetter } from './paper-letter.ts';

/** AIM identifier that some scanners send before the code: `]C1`, `]d2`. */
const symbology = /^\]\p{L}[0-9a-z]/iu;

/**
 * A number as a hand typed it, with its spaces, hyphens and small letters; only what a scanner puts around it is
 * taken off: the identifier of the code, control characters, Code 39 asterisks, the address of a tracking page.
 */
export const typedTrackingNumber = (typed: string): string => {
  const linked = /[?&]code=([^&#]+)/i.exec(typed)?.[1];
  const plain = (linked ?? typed).replace(/\p{Cc}/gu, ' ').trim();
  return plain
    .replace(symbology, '')
    .replace(/^[*'"]+|[*'"]+$/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
};

/** The same in capitals without spaces and hyphens: what numbers are compared by. */
export const readTrackingNumber = (typed: string): string =>
  normaliseTrackingNumber(typedTrackingNumber(typed));

/** Name of the client whose other letter has a number already; undefined where it is free. @param id of the letter that wants it. */
export const numberHolder = (ledger: Ledger, number: string, id: string): string | undefined => {
  const holder = trackingNumbers(ledger).get(number);
  return holder === undefined || holder.row.id === id
    ? undefined
    : (ledger.clients.get(holder.row.clientId)?.name ?? '');
};

const known = new WeakMap<
  Ledger['reminders'],
  { readonly letters: Ledger['letters']; readonly holders: ReadonlyMap<string, PaperLetter> }
>();

/** Number → the letter that left with it, over reminders and other letters alike. */
export const trackingNumbers = (ledger: Ledger): ReadonlyMap<string, PaperLetter> => {
  const found = known.get(ledger.reminders);
  if (found?.letters === ledger.letters) return found.holders;
  const holders = new Map<string, PaperLetter>();
  const add = (letter: PaperLetter): void => {
    const number = dispatchOf(letter)?.trackingNumber ?? '';
    if (number !== '') holders.set(number, letter);
  };
  for (const row of ledger.reminders.values()) add({ table: 'reminders', row });
  for (const row of ledger.letters.values()) add({ table: 'letters', row });
  known.set(ledger.reminders, { letters: ledger.letters, holders });
  return holders;
};

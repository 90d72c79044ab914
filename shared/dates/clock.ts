import { type Day, day } from './day.ts';

declare const instantBrand: unique symbol;

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly [instantBrand]: 'Instant' };

/** Where the time comes from. Real in the application, a file in the tests; never read inside `shared/`. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
}

/** The moment as an instant. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

/** Zone in which a French business reads its calendar, whatever the PC is set to. */
export const businessZone = 'Europe/Paris';

const partsInBusinessZone = new Intl.DateTimeFormat('en-CA', {
  timeZone: businessZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Calendar day and wall time in Europe/Paris of a moment. */
export const businessTime = (
  milliseconds: number,
): { readonly day: Day; readonly hour: number; readonly minute: number } => {
  const parts = Object.fromEntries(
    partsInBusinessZone.formatToParts(milliseconds).map((part) => [part.type, part.value]),
  );
  return {
    day: day(`${parts.year}-${parts.month}-${parts.day}`),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
};

/** The business day at a moment. */
export const businessDay = (milliseconds: number): Day => businessTime(milliseconds).day;

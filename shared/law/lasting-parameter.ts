import { type Day, day } from '../dates/day.ts';
import type { LegalParameter } from './parameters.ts';

/** Day on which every shipped figure was last compared with its source. */
export const checkedOn: Day = day('2026-11-22');

/** An entry that holds until the law changes, or until `validTo` where it has changed already. */
export const lasting = (
  name: LegalParameter['name'],
  value: number,
  validFrom: string,
  source: string,
  validTo?: string,
): LegalParameter => ({
  name,
  value,
  validFrom: day(validFrom),
  validTo: validTo === undefined ? undefined : day(validTo),
  source,
  checkedOn,
});

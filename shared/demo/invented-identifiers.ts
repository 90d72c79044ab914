import { ibanOfRib, ribKey } from '../identifiers/rib.ts';
import { isSiren } from '../identifiers/siren.ts';
import { vatNumber } from '../identifiers/vat-number.ts';
import type { Result } from '../result.ts';
import { type Random, wholeBetween } from './seeded-random.ts';

/** What was made right by construction; anything else is a bug of the demonstration. */
const certain = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`invented identifier refused: ${result.error.kind}`);
  return result.value;
};

/**
 * A SIREN with a right check digit among 999 000 000 to 999 999 999, where none is attributed: no real
 * company may stand as a bad payer in a demonstration.
 */
export const inventedSiren = (index: number): string => {
  const digits = `999${String(10_000 + index * 37).padStart(5, '0')}`;
  const siren = Array.from({ length: 10 }, (_, check) => `${digits}${check}`).find(isSiren);
  if (siren === undefined) throw new Error('ten check digits and none fits');
  return siren;
};

/** VAT number of an invented SIREN. */
export const inventedVatNumber = (siren: string): string => certain(vatNumber(siren));

/** Account of the demonstration: bank code 99999 belongs to no bank; key and check digits are right. */
export const inventedIban = (): string => {
  const account = { bank: '99999', branch: '00001', account: '00012345678' };
  return certain(ibanOfRib({ ...account, key: certain(ribKey(account)) }));
};

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => wholeBetween(random, 0, 9)).join('');

/** A number in the shape of a registered letter's, `1A` and eleven digits. */
export const inventedTrackingNumber = (random: Random): string => `1A${digits(random, 11)}`;

/** 64 hexadecimal digits that look like a SHA-256. */
export const inventedHash = (random: Random): string =>
  Array.from({ length: 64 }, () => wholeBetween(random, 0, 15).toString(16)).join('');

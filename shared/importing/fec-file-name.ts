import { type Day, isDay } from '../dates/day.ts';
import { isSiren } from '../identifiers/siren.ts';

/** What the name of a FEC says of whose and of which year it is. */
export interface FecFileName {
  /** 9 digits. */
  readonly siren?: string;
  /** Last day of the accounting year. */
  readonly closingOn?: Day;
}

const shape = /(?:^|\D)(\d{9}|\d{14})FEC(\d{4})(\d{2})(\d{2})(?!\d)/i;

/**
 * Reads « SirenFECAAAAMMJJ » (LPF art. A47 A-1); programs put a SIRET in front or words round it. What is no
 * SIREN or no day is left out.
 */
export const fecFileName = (fileName: string): FecFileName => {
  const match = shape.exec(fileName);
  if (!match) return {};
  const siren = (match[1] ?? '').slice(0, 9);
  const closingOn = `${match[2]}-${match[3]}-${match[4]}`;
  return { ...(isSiren(siren) && { siren }), ...(isDay(closingOn) && { closingOn }) };
};

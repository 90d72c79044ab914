import type { Day } from '../dates/day.ts';

/** Longest name in a file name; what follows of a long one (a client's) is left out. */
const longestName = 60;

/**
 * « acquit-balance-agee-2026-11-22.xlsx »: letters without accents, digits and hyphens, which every system,
 * every mail program and every accountant's server takes.
 * @param name what the table is called, French. @param on day of the export.
 */
export const exportFileName = (name: string, on: Day, extension: 'xlsx' | 'csv'): string => {
  const plain = name
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, longestName)
    .replaceAll(/^-+|-+$/gu, '');
  return `acquit-${plain === '' ? 'export' : plain}-${on}.${extension}`;
};

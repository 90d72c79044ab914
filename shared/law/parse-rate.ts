import { fail, ok, type Result } from '../result.ts';

/** Why a text is no rate of law. */
export interface RateError {
  readonly kind: 'empty' | 'not-a-rate' | 'too-precise' | 'too-large';
}

/** No yearly rate of the table has ever come near it; more is a slip of the decimal separator. */
const highestBasisPoints = 10_000;

/**
 * Reads a yearly rate in percent as it is published and typed: `2,40`, `2.4`, `2,40 %`.
 * @returns basis points, 0 to 10,000; fails on an empty text, on anything else than one rate of 0 or more,
 * on more than two decimals, beyond 100 %.
 */
export const parseRate = (text: string): Result<number, RateError> => {
  const bare = text.replace(/%\s*$/u, '').trim();
  if (bare === '') return fail({ kind: 'empty' });
  const match = /^(\d{1,9})(?:[.,](\d+))?$/u.exec(bare);
  if (!match) return fail({ kind: 'not-a-rate' });
  const [, whole = '', decimals = ''] = match;
  if (/[1-9]/.test(decimals.slice(2))) return fail({ kind: 'too-precise' });
  const basisPoints = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return basisPoints > highestBasisPoints ? fail({ kind: 'too-large' }) : ok(basisPoints);
};

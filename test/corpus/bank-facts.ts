import { expect } from 'vitest';
import type { BankStatement, BankStatementLine } from '../../shared/importing/bank-reading.ts';

/** « −190.40 » or « 79.9 » of a manifest as cents; the manifests write a point and up to five decimals. */
export const factCents = (text: unknown): number => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (!match) throw new Error(`not an amount of a manifest: ${String(text)}`);
  const [, sign, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) throw new Error(`fractions of a cent: ${String(text)}`);
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return sign === '-' && cents > 0 ? -cents : cents;
};

/** Sum of the credits and of the debits of a statement, in cents. */
export const sumsOf = ({ lines }: BankStatement): { readonly credits: number; readonly debits: number } => ({
  credits: lines.reduce((sum, { amountCents }) => sum + Math.max(0, amountCents), 0),
  debits: lines.reduce((sum, { amountCents }) => sum + Math.min(0, amountCents), 0),
});

/** Opening + movements = closing; undefined where a balance is missing. */
export const addsUp = (statement: BankStatement): boolean | undefined => {
  const { openingCents, closingCents, closingCurrency, lines } = statement;
  if (openingCents === undefined || closingCents === undefined) return undefined;
  if (closingCurrency !== undefined) return false;
  return lines.reduce((sum, { amountCents }) => sum + amountCents, Number(openingCents)) === closingCents;
};

/** The line that a manifest calls first or last; fails where there is none. */
export const lineAt = (statement: BankStatement, index: number): BankStatementLine => {
  const line = statement.lines.at(index);
  expect(line).toBeDefined();
  if (line === undefined) throw new Error('no line');
  return line;
};

import type { BankStatement, BankStatementLine } from './bank-reading.ts';
import { foldText } from './fold-text.ts';

type IdentifiedLine = Pick<
  BankStatementLine,
  'bookedOn' | 'amountCents' | 'label' | 'counterparty' | 'reference'
>;

/**
 * All that two downloads of the same movement have in common. The label counts without case, accents and
 * punctuation, because some banks change them between an export in Windows-1252 and one in UTF-8.
 */
const contentKey = (account: string, line: IdentifiedLine): string =>
  [
    account,
    line.bookedOn,
    String(line.amountCents),
    foldText(line.label),
    foldText(line.counterparty ?? ''),
    foldText(line.reference ?? ''),
  ].join('|');

const numbered = (
  account: string,
  lines: readonly IdentifiedLine[],
  seen: Map<string, number>,
): readonly string[] =>
  lines.map((line) => {
    const key = contentKey(account, line);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return `${key}|${occurrence}`;
  });

/**
 * What tells each movement of an account from every other, and is the same in every file that holds it: account,
 * day, amount, label, payer, reference, and which of several such movements it is (1, 2, …). Banks give whole
 * days, so that the second of two identical movements of a day is the second in every file.
 *
 * The bank's own id is left out on purpose. CFONB has none; some banks use a FITID again for another movement
 * (law-and-formats 6.4), others give a movement a new one at every download. An id that is used again would hide
 * a payment behind another one; an id that changes would record every payment twice. Content does neither.
 *
 * @param account the account as the statement names it.
 * @param lines all movements of one statement, in the order of the file.
 * @returns one identity for each line, in the same order.
 */
export const bankLineIdentities = (account: string, lines: readonly IdentifiedLine[]): readonly string[] =>
  numbered(account, lines, new Map());

/**
 * The identities of all statements of one file. Where a statement opens with the closing balance of the one
 * before of the same account it is its next page (MT940 :62M:/:60M:) or its next day, and identical movements
 * are counted on; elsewhere the counting starts anew, so that a file that holds a period twice adds nothing.
 */
export const bankFileIdentities = (
  statements: readonly Pick<
    BankStatement,
    'account' | 'currency' | 'openingCents' | 'closingCents' | 'lines'
  >[],
): readonly (readonly string[])[] => {
  const last = new Map<string, { readonly closingCents: number | undefined; seen: Map<string, number> }>();
  return statements.map(({ account, currency, openingCents, closingCents, lines }) => {
    const key = `${account} ${currency}`;
    const before = last.get(key);
    const isNextPage = before?.closingCents !== undefined && before.closingCents === openingCents;
    const seen = before && isNextPage ? before.seen : new Map<string, number>();
    const identities = numbered(account, lines, seen);
    last.set(key, { closingCents, seen });
    return identities;
  });
};

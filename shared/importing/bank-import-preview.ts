import type { Instant } from '../dates/clock.ts';
import type { Day } from '../dates/day.ts';
import type { BankAccount } from '../ledger/bank.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents } from '../money/cents.ts';
import { createBankLineSieve } from './bank-line-sieve.ts';
import type { BankStatement } from './bank-reading.ts';

/** One statement as it would be imported. */
export interface StatementPreview {
  readonly statement: BankStatement;
  /** `${account} ${currency}`: by this a name is given to a new account. */
  readonly accountKey: string;
  /** The account, where it is known already. */
  readonly account?: BankAccount | undefined;
  /** First and last day that the statement speaks of. */
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  /** Sum of all its movements, signed. */
  readonly movementCents: Cents;
  readonly lineCount: number;
  /** Of these, how many the ledger or an earlier file of the same import already has. */
  readonly knownCount: number;
  /** The ledger has this very statement: nothing of it would be written. */
  readonly isKnown: boolean;
  /** Opening + movements − closing: 0 when it adds up; undefined where the file lacks a balance. */
  readonly differenceCents?: Cents | undefined;
}

/** One file as it would be imported. */
export interface BankFilePreview {
  readonly statements: readonly StatementPreview[];
  /** The very same file was imported before. */
  readonly importedAt?: Instant | undefined;
  readonly lineCount: number;
  readonly newLineCount: number;
}

const boundsOf = ({
  openingOn,
  closingOn,
  lines,
}: BankStatement): Pick<StatementPreview, 'from' | 'until'> => {
  let [from, until] = [openingOn, closingOn];
  // A balance without a day says nothing about the period: the movements do.
  for (const { bookedOn } of lines) {
    if (openingOn === undefined && (from === undefined || bookedOn < from)) from = bookedOn;
    if (closingOn === undefined && (until === undefined || bookedOn > until)) until = bookedOn;
  }
  return { from, until };
};

/** A statement of the same period, balance and size stands in the ledger. */
const isRecorded = (
  { bankStatements }: Pick<Ledger, 'bankStatements'>,
  account: BankAccount | undefined,
  { openingOn, closingOn, closingCents, lines }: BankStatement,
): boolean =>
  account !== undefined &&
  [...bankStatements.values()].some(
    (known) =>
      known.accountId === account.id &&
      known.openingOn === openingOn &&
      known.closingOn === closingOn &&
      known.closingCents === closingCents &&
      known.lineCount === lines.length,
  );

/**
 * What the import of these files would write, nothing written yet. Movements that two of the files share are
 * new in the first of them only.
 */
export const previewBankFiles = (
  ledger: Pick<Ledger, 'bankAccounts' | 'bankStatements' | 'bankLines' | 'imports'>,
  files: readonly { readonly fileHash: string; readonly statements: readonly BankStatement[] }[],
): readonly BankFilePreview[] => {
  const sieve = createBankLineSieve(ledger);
  const importedAtByHash = new Map<string, Instant>();
  for (const { fileHash, content, importedAt } of ledger.imports.values())
    if (content === 'bank') importedAtByHash.set(fileHash, importedAt);
  return files.map(({ fileHash, statements }) => {
    const previews = sieve.sift(statements).map((sifted): StatementPreview => {
      const { statement, account, accountKey, newLines } = sifted;
      const knownCount = statement.lines.length - newLines.length;
      const movements = statement.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const { openingCents, closingCents } = statement;
      return {
        statement,
        accountKey,
        account,
        ...boundsOf(statement),
        movementCents: cents(movements),
        lineCount: statement.lines.length,
        knownCount,
        isKnown: knownCount === statement.lines.length && isRecorded(ledger, account, statement),
        differenceCents:
          openingCents === undefined || closingCents === undefined
            ? undefined
            : cents(openingCents + movements - closingCents),
      };
    });
    const lineCount = previews.reduce((sum, preview) => sum + preview.lineCount, 0);
    return {
      statements: previews,
      importedAt: importedAtByHash.get(fileHash),
      lineCount,
      newLineCount: lineCount - previews.reduce((sum, { knownCount }) => sum + knownCount, 0),
    };
  });
};

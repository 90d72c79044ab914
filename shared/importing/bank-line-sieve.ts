import type { BankAccount } from '../ledger/bank.ts';
import { accountOfStatement, bankAccountKey } from '../ledger/bank-account-name.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { bankFileIdentities } from './bank-line-identity.ts';
import type { BankFormat, BankStatement, BankStatementLine } from './bank-reading.ts';

/** A statement with those of its movements that nobody knew yet. */
export interface SiftedStatement {
  readonly statement: BankStatement;
  /** `${account} ${currency}`. */
  readonly accountKey: string;
  /** The account, where the ledger has it already. */
  readonly account?: BankAccount | undefined;
  readonly newLines: readonly { readonly line: BankStatementLine; readonly identity: string }[];
}

/** Sieve over several files: what one of them brought is known in the next. */
export interface BankLineSieve {
  readonly sift: (statements: readonly BankStatement[]) => readonly SiftedStatement[];
}

const bare = ({ fileLine: _place, ...line }: BankStatementLine): object => line;

const isSameStatement = (a: BankStatement, b: BankStatement): boolean => {
  const [{ lines: linesA, ...headA }, { lines: linesB, ...headB }] = [a, b];
  return (
    linesA.length === linesB.length &&
    JSON.stringify(headA) === JSON.stringify(headB) &&
    JSON.stringify(linesA.map(bare)) === JSON.stringify(linesB.map(bare))
  );
};

/** The same statement twice in one file (some banks repeat it) is one statement. */
const withoutRepeats = (statements: readonly BankStatement[]): readonly BankStatement[] => {
  const kept = new Map<string, BankStatement[]>();
  return statements.filter((statement) => {
    const key = `${bankAccountKey(statement)} ${statement.openingOn} ${statement.closingOn}`;
    const like = kept.get(key) ?? [];
    if (like.some((other) => isSameStatement(other, statement))) return false;
    kept.set(key, [...like, statement]);
    return true;
  });
};

/** Where a movement stands whatever its label: labels differ between formats. */
const placeOf = ({ bookedOn, amountCents }: BankStatementLine): string => `${bookedOn} ${amountCents}`;

/** Movements of one account, counted by day and amount in each format. */
type FormatCounts = Map<BankFormat, Map<string, number>>;

const count = (counts: FormatCounts, format: BankFormat, place: string): void => {
  let places = counts.get(format);
  if (!places) {
    places = new Map();
    counts.set(format, places);
  }
  places.set(place, (places.get(place) ?? 0) + 1);
};

/** How many of that day and amount came in the other format that has most of them. */
const inOtherFormats = (counts: FormatCounts, format: BankFormat, place: string): number => {
  let most = 0;
  for (const [other, places] of counts) if (other !== format) most = Math.max(most, places.get(place) ?? 0);
  return most;
};

/** What is known of one account. */
interface KnownLines {
  readonly identities: Set<string>;
  readonly counts: FormatCounts;
}

/**
 * Tells new movements from those the ledger has. In files of one format a movement is recognised by its
 * identity (account, day, amount, label, place among its equals); against files of another format, whose
 * labels differ, by day and amount, as many as there are.
 */
export const createBankLineSieve = (
  ledger: Pick<Ledger, 'bankAccounts' | 'bankLines' | 'bankStatements'>,
): BankLineSieve => {
  const accounts = [...ledger.bankAccounts.values()];
  const known = new Map<string, KnownLines>();
  const knownOf = (scope: string): KnownLines => {
    let lines = known.get(scope);
    if (!lines) {
      lines = { identities: new Set(), counts: new Map() };
      known.set(scope, lines);
    }
    return lines;
  };
  for (const line of ledger.bankLines.values()) {
    const { identities, counts } = knownOf(line.accountId);
    identities.add(line.identity);
    const format = ledger.bankStatements.get(line.statementId)?.format;
    if (format) count(counts, format, placeOf(line));
  }
  return {
    sift: (statements) => {
      const unique = withoutRepeats(statements);
      const identities = bankFileIdentities(unique);
      const metByScope = new Map<string, Map<string, number>>();
      return unique.map((statement, position) => {
        const account = accountOfStatement(accounts, statement);
        const accountKey = bankAccountKey(statement);
        const scope = account?.id ?? accountKey;
        const lines = knownOf(scope);
        const met = metByScope.get(scope) ?? new Map<string, number>();
        metByScope.set(scope, met);
        const newLines: { readonly line: BankStatementLine; readonly identity: string }[] = [];
        statement.lines.forEach((line, index) => {
          const identity = identities[position]?.[index] ?? '';
          const place = placeOf(line);
          const nth = (met.get(place) ?? 0) + 1;
          met.set(place, nth);
          if (lines.identities.has(identity) || nth <= inOtherFormats(lines.counts, statement.format, place))
            return;
          lines.identities.add(identity);
          newLines.push({ line, identity });
        });
        for (const { line } of newLines) count(lines.counts, statement.format, placeOf(line));
        return {
          statement,
          accountKey,
          account,
          newLines,
        };
      });
    },
  };
};

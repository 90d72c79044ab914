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

/** The same statement twice in one file (some banks repeat it) is one statement. */
const withoutRepeats = (statements: readonly BankStatement[]): readonly BankStatement[] => {
  const seen = new Set<string>();
  return statements.filter(({ lines, ...head }) => {
    const text = JSON.stringify([head, lines.map(({ fileLine: _place, ...line }) => line)]);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
};

/** Movements of one account, counted by format, day and amount: labels differ between formats. */
class FormatCounts {
  readonly #counts = new Map<string, number>();

  static #key(scope: string, { bookedOn, amountCents }: BankStatementLine): string {
    return `${scope} ${bookedOn} ${amountCents}`;
  }

  add(scope: string, format: BankFormat, line: BankStatementLine): void {
    const key = `${FormatCounts.#key(scope, line)} ${format}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** How many of that day and amount came in the other format that has most of them. */
  inOtherFormats(scope: string, format: BankFormat, line: BankStatementLine): number {
    let most = 0;
    for (const other of ['cfonb120', 'camt053', 'ofx', 'mt940', 'csv'] as const)
      if (other !== format)
        most = Math.max(most, this.#counts.get(`${FormatCounts.#key(scope, line)} ${other}`) ?? 0);
    return most;
  }
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
  const known = new Set<string>();
  const counts = new FormatCounts();
  for (const line of ledger.bankLines.values()) {
    known.add(`${line.accountId} ${line.identity}`);
    const format = ledger.bankStatements.get(line.statementId)?.format;
    if (format) counts.add(line.accountId, format, line);
  }
  return {
    sift: (statements) => {
      const unique = withoutRepeats(statements);
      const scopeOf = (statement: BankStatement): string =>
        accountOfStatement(accounts, statement)?.id ?? bankAccountKey(statement);
      const identities = bankFileIdentities(unique);
      const met = new Map<string, number>();
      return unique.map((statement, position) => {
        const scope = scopeOf(statement);
        const newLines: { readonly line: BankStatementLine; readonly identity: string }[] = [];
        statement.lines.forEach((line, index) => {
          const identity = identities[position]?.[index] ?? '';
          const isKnown = known.has(`${scope} ${identity}`);
          const place = `${scope} ${line.bookedOn} ${line.amountCents}`;
          const nth = (met.get(place) ?? 0) + 1;
          met.set(place, nth);
          if (isKnown || nth <= counts.inOtherFormats(scope, statement.format, line)) return;
          known.add(`${scope} ${identity}`);
          newLines.push({ line, identity });
        });
        for (const { line } of newLines) counts.add(scope, statement.format, line);
        return {
          statement,
          accountKey: bankAccountKey(statement),
          account: accountOfStatement(accounts, statement),
          newLines,
        };
      });
    },
  };
};

import type { Day } from '../dates/day.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { BankAccount, BankStatementRecord } from './bank.ts';
import type { Ledger } from './ledger.ts';

/** Two statements that do not follow each other: what lies between them was never imported. */
export interface BankGap {
  /** Closing day of the earlier statement. */
  readonly after: Day;
  /** Opening day of the later one. */
  readonly before: Day;
  readonly closingCents: Cents;
  readonly openingCents: Cents;
  /** Opening of the later less closing of the earlier: sum of what is missing. Not 0. */
  readonly differenceCents: Cents;
}

/** What is known of one account of the user. */
export interface BankAccountState {
  readonly account: BankAccount;
  /** Last day about which a statement says anything. */
  readonly coversUntil?: Day | undefined;
  /** Latest closing balance that a statement gives. */
  readonly balance?: { readonly cents: Cents; readonly on: Day } | undefined;
  /** The statement that reaches furthest. */
  readonly lastStatement?: BankStatementRecord | undefined;
  /** Oldest first. */
  readonly gaps: readonly BankGap[];
  readonly statementCount: number;
  readonly lineCount: number;
}

type Bounded = BankStatementRecord & {
  readonly openingOn: Day;
  readonly closingOn: Day;
  readonly openingCents: Cents;
  readonly closingCents: Cents;
};

const isBounded = (statement: BankStatementRecord): statement is Bounded =>
  statement.openingOn !== undefined &&
  statement.closingOn !== undefined &&
  statement.openingCents !== undefined &&
  statement.closingCents !== undefined;

/**
 * Where the statements of an account do not join: the closing balance of one is not the opening balance of
 * the next. Statements that overlap, or that lack a balance or its day, say nothing about it.
 */
export const bankGaps = (statements: Iterable<BankStatementRecord>): readonly BankGap[] => {
  const ordered = [...statements]
    .filter(isBounded)
    .sort((a, b) =>
      a.openingOn === b.openingOn ? (a.closingOn < b.closingOn ? -1 : 1) : a.openingOn < b.openingOn ? -1 : 1,
    );
  const gaps: BankGap[] = [];
  let furthest: Bounded | undefined;
  for (const statement of ordered) {
    if (furthest && statement.openingOn >= furthest.closingOn) {
      const difference = statement.openingCents - furthest.closingCents;
      if (difference !== 0)
        gaps.push({
          after: furthest.closingOn,
          before: statement.openingOn,
          closingCents: furthest.closingCents,
          openingCents: statement.openingCents,
          differenceCents: cents(difference),
        });
    }
    if (!furthest || statement.closingOn >= furthest.closingOn) furthest = statement;
  }
  return gaps;
};

const furthestOf = (statements: readonly BankStatementRecord[]): BankStatementRecord | undefined => {
  let furthest: BankStatementRecord | undefined;
  for (const statement of statements) {
    const [day, known] = [statement.coversUntil ?? '', furthest?.coversUntil ?? ''];
    if (!furthest || day > known || (day === known && statement.recordedAt >= furthest.recordedAt))
      furthest = statement;
  }
  return furthest;
};

const latestBalanceOf = (
  statements: readonly BankStatementRecord[],
): { readonly cents: Cents; readonly on: Day } | undefined => {
  let latest: { readonly cents: Cents; readonly on: Day; readonly recordedAt: string } | undefined;
  for (const { closingCents, closingOn, coversUntil, recordedAt } of statements) {
    const on = closingOn ?? coversUntil;
    if (closingCents === undefined || on === undefined) continue;
    if (!latest || on > latest.on || (on === latest.on && recordedAt >= latest.recordedAt))
      latest = { cents: closingCents, on, recordedAt };
  }
  return latest && { cents: latest.cents, on: latest.on };
};

/** Every account with its last data, balance and gaps, by name. */
export const bankAccountStates = (
  ledger: Pick<Ledger, 'bankAccounts' | 'bankStatements' | 'bankLines'>,
): readonly BankAccountState[] => {
  const statementsBy = new Map<string, BankStatementRecord[]>();
  for (const statement of ledger.bankStatements.values()) {
    const known = statementsBy.get(statement.accountId);
    if (known) known.push(statement);
    else statementsBy.set(statement.accountId, [statement]);
  }
  const lineCounts = new Map<string, number>();
  for (const { accountId } of ledger.bankLines.values())
    lineCounts.set(accountId, (lineCounts.get(accountId) ?? 0) + 1);
  return [...ledger.bankAccounts.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1))
    .map((account) => {
      const statements = statementsBy.get(account.id) ?? [];
      const lastStatement = furthestOf(statements);
      return {
        account,
        coversUntil: lastStatement?.coversUntil,
        balance: latestBalanceOf(statements),
        lastStatement,
        gaps: bankGaps(statements),
        statementCount: statements.length,
        lineCount: lineCounts.get(account.id) ?? 0,
      };
    });
};

import type { Day } from '../../../shared/dates/day.ts';
import { createBankLineSieve, type SiftedStatement } from '../../../shared/importing/bank-line-sieve.ts';
import type { BankStatement, BankStatementLine } from '../../../shared/importing/bank-reading.ts';
import type { BankAccount, BankLine } from '../../../shared/ledger/bank.ts';
import { accountEnding } from '../../../shared/ledger/bank-account-name.ts';
import { type Command, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { importRecord } from './import-record.ts';

/** A bank file as it was read and looked at by the user. */
export interface BankFileWish {
  readonly fileName: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly fileHash: string;
  readonly statements: readonly BankStatement[];
  /** Names of accounts that are new, by `${account} ${currency}`. */
  readonly accountNames?: ReadonlyMap<string, string> | undefined;
}

const latestDay = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce<Day | undefined>(
    (latest, day) => (day !== undefined && (latest === undefined || day > latest) ? day : latest),
    undefined,
  );

/** Undefined where the file does not give both balances. */
const addsUp = ({ openingCents, closingCents, lines }: BankStatement): boolean | undefined =>
  openingCents === undefined || closingCents === undefined
    ? undefined
    : lines.reduce<number>((sum, line) => sum + line.amountCents, openingCents) === closingCents;

const storedLine = (
  line: BankStatementLine,
  of: Pick<BankLine, 'id' | 'accountId' | 'statementId' | 'identity'>,
): BankLine => {
  const { fileLine: _fileLine, ...facts } = line;
  return { ...facts, ...of };
};

/** A period without movement is news too: it says that nothing came. */
const isKnownStatement = (ledger: Ledger, { account, statement }: SiftedStatement): boolean => {
  for (const known of ledger.bankStatements.values())
    if (
      known.accountId === account?.id &&
      known.openingOn === statement.openingOn &&
      known.closingOn === statement.closingOn &&
      known.closingCents === statement.closingCents &&
      known.lineCount === statement.lines.length
    )
      return true;
  return false;
};

/**
 * Takes the statements of a bank file in: new accounts, every movement that is not known yet, and the closing
 * balances, all at once. Movements of overlapping files are recognised and never doubled.
 */
export const importBankFile: Command<BankFileWish> = (ledger, wish, context) => {
  const importId = context.newId();
  const writes: RowWrite[] = [];
  const created = new Map<string, string>();
  const accountIdOf = ({ account, accountKey, statement }: SiftedStatement): string => {
    const known = account?.id ?? created.get(accountKey);
    if (known !== undefined) return known;
    const id = context.newId();
    created.set(accountKey, id);
    writes.push(
      put('bankAccounts', {
        id,
        name: wish.accountNames?.get(accountKey)?.trim() || `Compte ${accountEnding(statement.account)}`,
        identifier: statement.account,
        currency: statement.currency,
        receivesPayments: true,
        createdAt: context.now,
      }),
    );
    return id;
  };
  let newLines = 0;
  let newStatements = 0;
  for (const sifted of createBankLineSieve(ledger).sift(wish.statements)) {
    const { statement } = sifted;
    if (sifted.newLines.length === 0 && isKnownStatement(ledger, sifted)) continue;
    const [accountId, statementId] = [accountIdOf(sifted), context.newId()];
    newStatements += 1;
    newLines += sifted.newLines.length;
    for (const { line, identity } of sifted.newLines)
      writes.push(
        put('bankLines', storedLine(line, { id: context.newId(), accountId, statementId, identity })),
      );
    writes.push(
      put('bankStatements', {
        id: statementId,
        accountId,
        importId,
        format: statement.format,
        openingCents: statement.openingCents,
        closingCents: statement.closingCents,
        openingOn: statement.openingOn,
        closingOn: statement.closingOn,
        coversUntil: latestDay([statement.closingOn, ...statement.lines.map(({ bookedOn }) => bookedOn)]),
        lineCount: statement.lines.length,
        newLineCount: sifted.newLines.length,
        addsUp: addsUp(statement),
        recordedAt: context.now,
      }),
    );
    const { closingCents, closingOn, closingCurrency } = statement;
    if (closingCents !== undefined && closingOn !== undefined && closingCurrency === undefined)
      writes.push(
        put('bankBalances', {
          id: `${accountId} ${closingOn}`,
          accountId,
          on: closingOn,
          cents: closingCents,
          recordedAt: context.now,
        }),
      );
  }
  if (newStatements === 0)
    return fail({
      kind: 'already-imported',
      message: 'Tous les mouvements de ce fichier sont déjà dans Acquit. Rien n’a été ajouté.',
    });
  return ok({
    command: 'import-bank-file',
    label: `Relevé ${wish.fileName}\u00A0: ${counted(newLines, 'nouveau mouvement', 'nouveaux mouvements')}`,
    undo: 'allowed',
    writes: [
      put('imports', importRecord(importId, wish, { content: 'bank', newBankLines: newLines }, context)),
      ...writes,
    ],
  });
};

/** Renames an account, or says whether clients pay on it. */
export const saveBankAccount: Command<BankAccount> = (ledger, account) => {
  const known = ledger.bankAccounts.get(account.id);
  if (!known) return fail({ kind: 'no-account', message: 'Ce compte n’existe plus.' });
  const name = account.name.trim();
  if (name === '') return fail({ kind: 'no-name', message: 'Donnez un nom à ce compte.' });
  return ok({
    command: 'save-bank-account',
    label: `Compte «\u00A0${name}\u00A0» modifié`,
    undo: 'allowed',
    writes: [put('bankAccounts', { ...known, name, receivesPayments: account.receivesPayments })],
  });
};

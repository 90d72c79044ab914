import { type Cents, cents } from '../money/cents.ts';
import { likelyConvention, movementOf, type SignConvention } from './bank-csv-amount.ts';
import { isProven, type RunningBalance, runningBalance } from './bank-csv-balance.ts';
import type { BankCsvColumns } from './bank-csv-columns.ts';
import { statedEnds, totalProblems } from './bank-csv-ends.ts';
import { type CsvMovement, joinedLabel } from './bank-csv-movement.ts';
import type { CsvRows } from './bank-csv-rows.ts';
import type { Surroundings } from './bank-csv-surroundings.ts';
import { amountProblem, bankError, bankWarning } from './bank-problem.ts';
import type { BankProblem, BankStatement, BankStatementLine } from './bank-reading.ts';

type SignedMovement = CsvMovement & { readonly cents: Cents };

const signedBy = (convention: SignConvention, movements: readonly CsvMovement[]): readonly SignedMovement[] =>
  movements.flatMap((movement) => {
    const found = movementOf(movement.written, convention);
    return 'cents' in found ? [{ ...movement, cents: found.cents }] : [];
  });

const balanceOf = (movements: readonly SignedMovement[]): RunningBalance | undefined =>
  runningBalance(
    movements.map(({ cents: amount, written }) => ({ cents: amount, balanceCents: written.balance })),
  );

/** The sign convention of the file: the likely one, unless the running balance proves another. */
const conventionOf = (movements: readonly CsvMovement[], columns: BankCsvColumns): SignConvention => {
  const likely = likelyConvention(
    movements.map(({ written }) => written),
    columns,
  );
  const broken = (convention: SignConvention): number => {
    const balance = balanceOf(signedBy(convention, movements));
    return balance === undefined || balance.checked === 0 ? Number.POSITIVE_INFINITY : balance.broken;
  };
  const others: readonly SignConvention[] = [
    { ...likely, debit: likely.debit === 1 ? -1 : 1 },
    { ...likely, side: 'reverses' },
    { ...likely, fee: 'within' },
  ];
  if (columns.balance === undefined || broken(likely) === 0) return likely;
  return others.find((other) => broken(other) === 0) ?? likely;
};

const unsignedProblem = (movement: CsvMovement, convention: SignConvention): BankProblem | undefined => {
  const found = movementOf(movement.written, convention);
  if ('cents' in found) return undefined;
  const { line } = movement;
  return found.missing === 'both'
    ? bankError(
        'not-an-amount',
        'Débit et crédit sont tous deux remplis. Cette opération n’est pas importée, vérifiez-la sur votre relevé.',
        { line },
      )
    : amountProblem('no-amount', '', { line });
};

const lineOf = (movement: SignedMovement): BankStatementLine => ({
  bookedOn: movement.bookedOn,
  ...(movement.valueOn !== undefined && { valueOn: movement.valueOn }),
  amountCents: movement.cents,
  label: joinedLabel(movement.texts) || movement.counterparty,
  ...(movement.counterparty !== '' && { counterparty: movement.counterparty }),
  ...(/\d{4}/.test(movement.counterpartyIban) && { counterpartyIban: movement.counterpartyIban }),
  ...(movement.reference !== '' &&
    !/^not ?provided$/i.test(movement.reference) && { reference: movement.reference }),
  ...(movement.bankId !== '' && { bankId: movement.bankId }),
  fileLine: movement.line,
});

/** What names a statement of a file: account and currency. */
export interface CsvStatementHead {
  readonly account: string;
  readonly currency: string;
}

/**
 * The statements of one section: one for each account and currency, in the order in which they appear.
 * @param fallback account and currency where neither rows nor the lines above name them.
 */
export const statementsOfSection = (
  { movements, controls }: CsvRows,
  columns: BankCsvColumns,
  around: Surroundings,
  fallback: CsvStatementHead,
  firstIndex: number,
): { readonly statements: readonly BankStatement[]; readonly problems: readonly BankProblem[] } => {
  const convention = conventionOf(movements, columns);
  const problems: BankProblem[] = movements.flatMap(
    (movement) => unsignedProblem(movement, convention) ?? [],
  );
  const groups = new Map<string, SignedMovement[]>();
  const heads = new Map<string, CsvStatementHead>();
  const controlAccount = controls.map(({ account }) => account).find((account) => account !== '');
  const signed = signedBy(convention, movements);
  // A sign of a currency beside some of the amounts, and no other beside the rest, is that of them all.
  const named = new Set(movements.flatMap(({ currency }) => (currency === '' ? [] : [currency])));
  const onlyNamed = named.size === 1 ? [...named][0] : undefined;
  for (const movement of signed) {
    const head = {
      account: movement.account || around.account || controlAccount || fallback.account,
      currency: movement.currency || onlyNamed || around.currency || fallback.currency,
    };
    const key = `${head.account} ${head.currency}`;
    heads.set(key, head);
    const group = groups.get(key);
    if (group) group.push(movement);
    else groups.set(key, [movement]);
  }
  const statements: BankStatement[] = [];
  const isAlone = groups.size === 1;
  for (const [key, group] of groups) {
    const head = heads.get(key) ?? fallback;
    const statement = firstIndex + statements.length;
    const own = controls.filter(({ account }) => isAlone || (account !== '' && account === head.account));
    const balances = [...(isAlone ? around.balances : []), ...own.flatMap((control) => control.balances)];
    const stated = statedEnds(
      balances,
      group.map(({ bookedOn }) => bookedOn),
    );
    const running = columns.balance === undefined ? undefined : balanceOf(group);
    const isRunning = running !== undefined && (running.checked === 0 || isProven(running));
    if (running !== undefined && !isRunning)
      problems.push(
        bankWarning(
          'does-not-add-up',
          'La colonne de solde ne suit pas les opérations, elle n’est pas utilisée. Vérifiez que le fichier est complet.',
          { statement },
        ),
      );
    // An opening or closing that the bank names goes over the column beside the movements.
    const hasNamedEnds = balances.some(({ kind }) => kind === 'opening' || kind === 'closing');
    const openingCents =
      (hasNamedEnds ? stated.openingCents : undefined) ??
      (isRunning ? running.openingCents : stated.openingCents);
    const closingCents =
      (hasNamedEnds ? stated.closingCents : undefined) ??
      (isRunning ? running.closingCents : stated.closingCents);
    const openingOn = stated.openingOn ?? (isAlone && openingCents !== undefined ? around.from : undefined);
    const closingOn =
      (isRunning && !hasNamedEnds ? undefined : stated.closingOn) ??
      (isAlone && closingCents !== undefined ? around.until : undefined);
    statements.push({
      format: 'csv',
      ...head,
      ...(openingCents !== undefined && { openingCents: cents(openingCents) }),
      ...(closingCents !== undefined && { closingCents: cents(closingCents) }),
      ...(openingOn !== undefined && { openingOn }),
      ...(closingOn !== undefined && { closingOn }),
      lines: group.map(lineOf),
    });
    if (isAlone)
      problems.push(
        ...totalProblems(
          own,
          group.map(({ cents: amount }) => amount),
          statement,
        ),
      );
  }
  return { statements, problems };
};

import type { Day } from '../dates/day.ts';
import { type Cents, sumCents } from '../money/cents.ts';
import type { CsvControl } from './bank-csv-control.ts';
import type { StatedBalance } from './bank-csv-surroundings.ts';
import { bankError } from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';

/** Opening and closing balance of a statement. */
export interface StatedEnds {
  readonly openingCents?: Cents | undefined;
  readonly closingCents?: Cents | undefined;
  readonly openingOn?: Day | undefined;
  readonly closingOn?: Day | undefined;
}

/** Opening and closing balance among those that the file states outside its movements. */
export const statedEnds = (balances: readonly StatedBalance[], days: readonly Day[]): StatedEnds => {
  const first = days.reduce<Day | undefined>(
    (least, day) => (least === undefined || day < least ? day : least),
    undefined,
  );
  const last = days.reduce<Day | undefined>(
    (most, day) => (most === undefined || day > most ? day : most),
    undefined,
  );
  const opening = balances.find(({ kind }) => kind === 'opening');
  const closing = balances.find(({ kind }) => kind === 'closing');
  const dated = balances.filter(({ kind }) => kind === 'balance');
  // « Solde au … »: that of the last day, or of a later one, closes; an earlier one of two opens.
  const late = dated.findLast(({ on }) => on === undefined || last === undefined || on >= last);
  const early = dated.find(
    (balance) => balance !== late && balance.on !== undefined && first !== undefined && balance.on <= first,
  );
  const start = opening ?? early;
  const end = closing ?? late;
  return {
    ...(start && { openingCents: start.cents, openingOn: start.on }),
    ...(end && { closingCents: end.cents, closingOn: end.on }),
  };
};

/** Totals that the file states must be those of the movements. */
export const totalProblems = (
  controls: readonly CsvControl[],
  amounts: readonly number[],
  statement: number,
): readonly BankProblem[] => {
  const sum = sumCents(amounts);
  const credits = sumCents(amounts.map((amount) => Math.max(0, amount)));
  const debits = sumCents(amounts.map((amount) => Math.min(0, amount)));
  return controls.flatMap(({ line, written, balances }) => {
    if (!balances.some(({ kind }) => kind === 'total')) return [];
    const { debit, credit, amount } = written;
    const fits =
      debit !== undefined || credit !== undefined
        ? (debit === undefined || Math.abs(debit) === -debits) &&
          (credit === undefined || Math.abs(credit) === credits)
        : amount === undefined || [Math.abs(sum), credits, -debits].includes(Math.abs(amount) as Cents);
    return fits
      ? []
      : [
          bankError(
            'does-not-add-up',
            'Le total indiqué par la banque n’est pas celui des opérations lues. Des opérations manquent sans doute\u202f; téléchargez le relevé une nouvelle fois.',
            { line, statement },
          ),
        ];
  });
};

import type { Day } from '../dates/day.ts';
import { fail, ok, type Result } from '../result.ts';
import type { WrittenAmounts } from './bank-csv-amount.ts';
import { currencyIn, isCurrencyCode } from './bank-csv-cells.ts';
import type { BankCsvColumns } from './bank-csv-columns.ts';
import { type CsvRow, moneyTargets } from './bank-csv-row.ts';
import {
  amountProblem,
  bankError,
  bankWarning,
  bookingDayProblem,
  otherDayProblem,
  quotedFrench,
} from './bank-problem.ts';
import type { BankProblem } from './bank-reading.ts';

/** A row that states a movement, its sign not yet settled. */
export interface CsvMovement {
  readonly line: number;
  readonly bookedOn: Day;
  readonly valueOn?: Day | undefined;
  readonly written: WrittenAmounts;
  /** Label and details, one text each. */
  readonly texts: readonly string[];
  readonly counterparty: string;
  readonly counterpartyIban: string;
  readonly reference: string;
  readonly bankId: string;
  /** Empty where the row does not say. */
  readonly account: string;
  readonly currency: string;
  /** Set where the day lies before 1900. */
  readonly ancientDay?: BankProblem | undefined;
  /** Set where the day of value is none. */
  readonly wrongValueDay?: BankProblem | undefined;
}

const nbsp = '\u00a0';
const check = 'Cette opération n’est pas importée, vérifiez-la sur votre relevé.';

const unreadableAmount = (
  { error, cell }: WrittenAmounts['unreadable'][number],
  line: number,
): BankProblem => {
  switch (error.kind) {
    case 'empty':
      return amountProblem('no-amount', cell, { line });
    case 'too-precise':
      return amountProblem('too-precise-amount', cell, { line });
    default:
      return amountProblem('not-an-amount', cell, { line });
  }
};

/** Why a row cannot be a movement; undefined when nothing speaks against it. */
const hindrance = (row: CsvRow, columns: BankCsvColumns): BankProblem | undefined => {
  const { line, written, filled, text, day, isTooLong } = row;
  if (isTooLong)
    return bankError(
      'unreadable-line',
      `Cette ligne compte plus de cellules que de titres${nbsp}: un séparateur se trouve sans doute dans le libellé. ${check}`,
      { line },
    );
  const unreadable = written.unreadable.find(({ target }) => target !== 'balance');
  if (day('bookedOn') === undefined)
    return unreadable
      ? bankError(
          'unreadable-line',
          `Cette ligne n’est pas une opération lisible${nbsp}: ${quotedFrench(filled.join(' '))}. Vérifiez-la sur votre relevé.`,
          { line },
        )
      : bookingDayProblem(text('bookedOn'), { line });
  if (unreadable) return unreadableAmount(unreadable, line);
  if (columns.side !== undefined && written.side === undefined)
    return bankError(
      'not-an-amount',
      `Le sens ${quotedFrench(text('side'))} n’est ni un débit ni un crédit. ${check}`,
      { line },
    );
  return undefined;
};

/** Reads a row as a movement; fails with what the user must know where it is none. */
export const csvMovement = (row: CsvRow, columns: BankCsvColumns): Result<CsvMovement, BankProblem> => {
  const { line, written, text, day, account } = row;
  const problem = hindrance(row, columns);
  if (problem) return fail(problem);
  const booked = day('bookedOn');
  if (!booked) return fail(bookingDayProblem(text('bookedOn'), { line }));
  // « 0000-00-00 » is how some programs write no day.
  const hasValueDay = /[1-9]/.test(text('valueOn'));
  const valueOn = hasValueDay ? day('valueOn')?.day : undefined;
  const currency = text('currency');
  const besideAmount = moneyTargets
    .map((target) => currencyIn(text(target)))
    .find((found) => found !== undefined);
  return ok({
    line,
    bookedOn: booked.day,
    ...(valueOn !== undefined && { valueOn }),
    written,
    texts: [text('label'), text('details')],
    counterparty: text('counterparty').replace(/\s+/g, ' '),
    counterpartyIban: text('counterpartyIban').replace(/\s/g, ''),
    reference: text('reference'),
    bankId: text('bankId'),
    account,
    currency: isCurrencyCode(currency) ? currency.toUpperCase() : (besideAmount ?? ''),
    ...(booked.isAncient && {
      ancientDay: bankWarning(
        'impossible-date',
        `La date ${quotedFrench(text('bookedOn'))} est invraisemblable. Vérifiez que le fichier vient bien de votre banque.`,
        { line },
      ),
    }),
    ...(hasValueDay &&
      valueOn === undefined && {
        wrongValueDay: otherDayProblem('La date de valeur', text('valueOn'), { line }),
      }),
  });
};

/** Lines of one label, each once: many banks repeat the short label at the start of the long one. */
export const joinedLabel = (texts: readonly string[]): string => {
  const found: string[] = [];
  for (const text of texts) {
    const even = text
      .split(/\r\n|\r|\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .join('\n');
    if (even === '' || found.some((known) => known.includes(even))) continue;
    const shorter = found.findIndex((known) => even.startsWith(known));
    if (shorter === -1) found.push(even);
    else found[shorter] = even;
  }
  return found.join('\n');
};

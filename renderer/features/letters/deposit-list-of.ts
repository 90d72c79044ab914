import type { Day } from '../../../shared/dates/day.ts';
import type { LetterModel } from '../../../shared/ipc/letter-contract.ts';
import type { DepositList } from '../../../shared/ipc/print-contract.ts';

/** More numbers than these make a line of a deposit list unreadable. */
const mostNumbers = 12;

const numbersOf = ({ table }: LetterModel): string => {
  const numbers = table.map(({ number }) => number);
  const shown = numbers.slice(0, mostNumbers).join(', ');
  return numbers.length > mostNumbers ? `${shown} et ${numbers.length - mostNumbers} autres` : shown;
};

/** The deposit list of letters as they were set. */
export const depositListOf = (models: readonly LetterModel[], writtenOn: Day): DepositList | undefined => {
  const [first] = models;
  if (!first) return undefined;
  return {
    writtenOn,
    sender: { name: first.sender.name, lines: [...first.sender.lines] },
    rows: models.map((model) => ({
      lines: [...model.recipient.lines],
      invoices: numbersOf(model),
      enclosures: model.enclosures.join(', ').slice(0, 4000),
      registered: model.registered,
      ...(model.trackingNumber === undefined ? {} : { trackingNumber: model.trackingNumber }),
    })),
  };
};

import { bankLineKind } from '../importing/bank-line-kind.ts';
import type { BankLine } from '../ledger/bank.ts';
import { bankLineState, waitingLines } from '../ledger/bank-lines.ts';
import type { Ledger } from '../ledger/ledger.ts';

const returnsByLines = new WeakMap<ReadonlyMap<string, BankLine>, readonly BankLine[]>();

/** Money out that a bank describes as taking money in back; told once per state of the movements. */
const describedReturns = (lines: ReadonlyMap<string, BankLine>): readonly BankLine[] => {
  const known = returnsByLines.get(lines);
  if (known) return known;
  const found = [...lines.values()].filter((line) => {
    if (line.amountCents >= 0) return false;
    const kind = bankLineKind(line);
    return kind === 'returned-debit' || kind === 'rejected-transfer';
  });
  returnsByLines.set(lines, found);
  return found;
};

/** How many movements wait for the user: money received, and money that the bank took back. */
export const countLinesToMatch = (ledger: Ledger): number =>
  waitingLines(ledger).length +
  describedReturns(ledger.bankLines).filter((line) => bankLineState(ledger, line).kind === 'outgoing').length;

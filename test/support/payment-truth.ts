import { day } from '../../shared/dates/day.ts';
import { type Random, seededRandom } from '../../shared/demo/seeded-random.ts';
import type { MatchingInput, OpenItem } from '../../shared/matching/match-contract.ts';
import { cents } from '../../shared/money/cents.ts';
import { feeToleranceCents, TruthBook } from './payment-truth-book.ts';
import { addClient } from './payment-truth-clients.ts';
import { type DrawnInvoice, drawLedger } from './payment-truth-ledger.ts';
import type { TrueLine } from './payment-truth-line.ts';
import type { PaymentMix } from './payment-truth-mix.ts';
import { addChequeDeposit, addReturn, addStranger } from './payment-truth-others.ts';

/** What the program may see, and what is true of each movement. */
export interface PaymentCase {
  readonly input: MatchingInput;
  readonly lines: ReadonlyMap<string, TrueLine>;
}

const today = day('2026-06-30');

const shuffled = <Row>(random: Random, rows: readonly Row[]): readonly Row[] =>
  rows
    .map((row) => [random(), row] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, row]) => row);

const openItem = ({ id, announced, totalCents, ...invoice }: DrawnInvoice): OpenItem => ({
  ...invoice,
  invoiceId: id,
  totalCents: cents(totalCents),
  remainingCents: cents(totalCents),
  announced: announced === undefined ? undefined : [{ cents: cents(announced.cents), on: announced.on }],
});

/**
 * A ledger whose payments are known, and the statement lines by which they came. The same seed gives the same
 * case. Written before the rules of matching; what was changed since were its own faults.
 *
 * Drawn for every line, independently of each other: how much is paid for what (`mix.amounts`), what the payer
 * writes about it (`mix.references`) and under which name he pays (`mix.names`); six lines in seven keep to
 * their client's habit. What makes it hard, as life does: all invoices have one series of numbers, so that a
 * mistyped number is often another client's; three in ten amounts stand on a price list; one client in eight
 * owes the same amount every month; names are made of few words, so that most have a near namesake, and groups
 * pay for several clients; references carry dates, amounts and the payers' own numbers; some credits are of
 * strangers with the amount of an open invoice. See payment-truth-mix.ts for the shares.
 */
export const paymentCase = (seed: number, mix: PaymentMix, clientCount: number): PaymentCase => {
  const random = seededRandom(seed);
  const ledger = drawLedger(random, mix, clientCount, today);
  const book = new TruthBook(random, mix, ledger);
  for (const client of ledger.clients) addClient(book, client);
  const lineCount = book.movements.length;
  const add = (share: number, one: (book: TruthBook) => void): void => {
    for (let count = 0; count < lineCount * share; count += 1) one(book);
  };
  add(mix.chequeDeposits, addChequeDeposit);
  add(mix.returns, addReturn);
  add(mix.unrelated, addStranger);
  const items = ledger.clients.flatMap(({ invoices }) => invoices.filter(({ id }) => !book.closed.has(id)));
  return {
    input: {
      movements: shuffled(random, book.movements),
      items: shuffled(random, items.map(openItem)),
      payers: ledger.clients.map(({ id, name, city, onAccountCents, isInsolvent }) => ({
        clientId: id,
        name,
        city,
        names: book.learned.get(id) ?? [],
        onAccountCents: cents(onAccountCents),
        isInsolvent,
      })),
      payments: shuffled(random, book.payments),
      feeToleranceCents: cents(feeToleranceCents),
    },
    lines: book.lines,
  };
};

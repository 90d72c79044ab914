import { pick } from '../../shared/demo/seeded-random.ts';
import { type DrawnPayment, drawPayments } from './payment-truth-amounts.ts';
import { feeToleranceCents, type TruthBook } from './payment-truth-book.ts';
import { chance, weighted } from './payment-truth-chance.ts';
import type { DrawnClient, DrawnInvoice } from './payment-truth-ledger.ts';
import type { PaymentTruth } from './payment-truth-line.ts';
import type { AmountWay, ReferenceWay } from './payment-truth-mix.ts';
import { type NameWay, writtenName } from './payment-truth-names.ts';
import { remittanceText } from './payment-truth-reference.ts';
import { type BankHabit, bankHabits, printedCredit } from './payment-truth-statement.ts';

/** How one line is paid, quoted and named. */
interface Ways {
  readonly amount: AmountWay;
  readonly reference: ReferenceWay;
  readonly name: NameWay;
}

const truthOf = (clientId: string, drawn: DrawnPayment): PaymentTruth => ({
  kind: 'payment',
  clientId,
  shares: new Map(drawn.shares.map(([invoice, share]) => [invoice.id, share])),
  onAccountCents: drawn.onAccountCents,
  concessionCents: drawn.concessionCents,
  creditCents: drawn.creditCents,
});

/** @param meant the invoices that the payer has in mind: those he pays, or pays once more. */
const addLine = (
  book: TruthBook,
  client: DrawnClient,
  drawn: DrawnPayment,
  meant: readonly DrawnInvoice[],
  ways: Ways,
  habit: BankHabit,
): void => {
  const { random, mix, ledger } = book;
  const isIncomplete = meant.length > 1 && chance(random, mix.incompleteLists);
  const other = pick(random, ledger.clients);
  const shared = ways.amount === 'two-clients' ? other.invoices.slice(0, 1) : [];
  const wrong = chance(random, 0.5)
    ? pick(random, ledger.paidNumbers)
    : pick(random, chance(random, 0.6) ? client.invoices : other.invoices).number;
  const text = remittanceText(
    random,
    ways.reference,
    [...(isIncomplete ? meant.slice(0, 1) : meant), ...shared].map((invoice) => ({
      ...invoice,
      cents: invoice.totalCents,
    })),
    wrong,
    drawn.on,
  );
  const name = writtenName(random, client, ways.name);
  if (ways.name === 'learned') book.learn(client.id, name.slice(0, habit.nameWidth).trim(), undefined);
  const isOther = ways.name === 'learned' || ways.name === 'unknown';
  const iban = isOther ? `FR7611${String(name.length * 7_654_321).padStart(21, '4')}` : client.iban;
  const amountCents = drawn.amountCents + shared.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const isRecorded = drawn.isRecorded;
  if (isRecorded) for (const [invoice] of drawn.shares) book.closed.add(invoice.id);
  const truth: PaymentTruth = isRecorded
    ? {
        kind: 'recorded',
        paymentIds: [book.record(meant[0], client.id, drawn.on, amountCents, 'transfer')],
      }
    : shared.length > 0
      ? { kind: 'several-clients' }
      : truthOf(client.id, drawn);
  book.add(
    { ...printedCredit(random, mix, habit, { name, text, iban, on: drawn.on }), bookedOn: drawn.on },
    amountCents,
    [ways.amount, ways.reference, ways.name],
    truth,
  );
};

/** Everything that one client pays in the period; people have habits: six lines in seven are like his others. */
export const addClient = (book: TruthBook, client: DrawnClient): void => {
  const { random, mix, ledger } = book;
  const habit = pick(random, bankHabits);
  const usualReference = weighted(random, mix.references);
  const usualName = weighted(random, mix.names);
  const owed = client.invoices.filter(({ currency }) => currency === 'EUR');
  if (chance(random, 0.25)) book.learn(client.id, undefined, client.iban);
  while (owed.length > 0 && chance(random, 0.8)) {
    const amount = weighted(random, mix.amounts);
    const drawn = drawPayments(random, amount, client, owed, feeToleranceCents, ledger.today);
    const reference = chance(random, 0.85) ? usualReference : weighted(random, mix.references);
    const name = chance(random, 0.85) ? usualName : weighted(random, mix.names);
    const first = (drawn[0]?.shares ?? []).map(([invoice]) => invoice);
    for (const payment of drawn) addLine(book, client, payment, first, { amount, reference, name }, habit);
  }
  for (const id of book.closed) book.spent.add(id);
};

import { addDays } from '../../shared/dates/day.ts';
import { pick, wholeBetween } from '../../shared/demo/seeded-random.ts';
import { cents } from '../../shared/money/cents.ts';
import type { TruthBook } from './payment-truth-book.ts';
import { chance } from './payment-truth-chance.ts';
import { inCapitals } from './payment-truth-names.ts';
import { bankHabits, printedCredit } from './payment-truth-statement.ts';
import { strangeCredit } from './payment-truth-strangers.ts';

/** A deposit of one to five cheques of different clients, in half the cases noted by hand when they came. */
export const addChequeDeposit = (book: TruthBook): void => {
  const { random, ledger } = book;
  const isRecorded = chance(random, 0.5);
  const on = addDays(ledger.today, -wholeBetween(random, 0, 40));
  const count = chance(random, 0.5) ? 1 : wholeBetween(random, 2, 5);
  const cheques = Array.from({ length: count }, () => pick(random, ledger.clients)).flatMap((client) => {
    const invoice = client.invoices.find(({ id }) => !book.spent.has(id));
    if (invoice === undefined || invoice.issuedOn > on || invoice.currency !== 'EUR') return [];
    book.spent.add(invoice.id);
    return [{ client, invoice }];
  });
  const [first] = cheques;
  if (first === undefined) return;
  const paymentIds = isRecorded
    ? cheques.map(({ client, invoice }) => {
        book.closed.add(invoice.id);
        return book.record(invoice, client.id, on, invoice.totalCents, 'cheque');
      })
    : [];
  const number = wholeBetween(random, 10_000, 99_999);
  book.add(
    { label: `REMISE CHEQUES ${cheques.length} CHQ NO 00${number}`, bookedOn: on },
    cheques.reduce((sum, { invoice }) => sum + invoice.totalCents, 0),
    ['cheque-deposit', isRecorded ? 'recorded' : 'not-recorded', 'none'],
    isRecorded
      ? { kind: 'recorded', paymentIds }
      : cheques.length > 1
        ? { kind: 'several-clients' }
        : {
            kind: 'payment',
            clientId: first.client.id,
            shares: new Map([[first.invoice.id, first.invoice.totalCents]]),
            onAccountCents: 0,
            concessionCents: 0,
            creditCents: 0,
          },
    'cheque-deposit',
  );
};

/** A payment of the weeks before that the bank takes back. */
export const addReturn = (book: TruthBook): void => {
  const { random, ledger } = book;
  const client = pick(random, ledger.clients);
  const invoice = pick(random, client.invoices);
  const on = addDays(ledger.today, -wholeBetween(random, 0, 30));
  const isDebit = chance(random, 0.8);
  const paymentId = `p${book.payments.length}`;
  book.payments.push({
    paymentId,
    clientId: client.id,
    receivedOn: addDays(on, -wholeBetween(random, 2, 50)),
    cents: cents(invoice.totalCents),
    method: isDebit ? 'direct-debit' : 'transfer',
    reference: chance(random, 0.6) ? invoice.number : undefined,
    hasBankLine: true,
  });
  const words = isDebit ? pick(random, ['REJET PRLV', 'PRLV IMPAYE', 'IMPAYE PRLV SEPA']) : 'VIR REJETE';
  const name = chance(random, 0.85) ? inCapitals(client.name).slice(0, 32) : '';
  const number = chance(random, 0.5) ? invoice.number : '';
  book.add(
    { label: `${words} ${name} ${number}`.trim(), bookedOn: on },
    -invoice.totalCents,
    ['return', isDebit ? 'debit' : 'transfer', name === '' ? 'none' : 'same'],
    { kind: 'return', paymentId },
    isDebit ? 'returned-debit' : 'rejected-transfer',
  );
};

/** Money that settles no open invoice. */
export const addStranger = (book: TruthBook): void => {
  const { random, mix, ledger } = book;
  const { name, text, amountCents, kind } = strangeCredit(random, ledger);
  const on = addDays(ledger.today, -wholeBetween(random, 0, 44));
  const iban = `FR7699${String(amountCents).padStart(21, '7')}`;
  const printed = printedCredit(random, mix, pick(random, bankHabits), { name, text, iban, on });
  const way = ['unrelated', 'nothing', 'unknown'];
  book.add({ ...printed, bookedOn: on }, amountCents, way, { kind: 'none' }, kind);
};

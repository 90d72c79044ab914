import { addDays, type Day, day } from '../../shared/dates/day.ts';
import { pick, type Random, seededRandom, wholeBetween } from '../../shared/demo/seeded-random.ts';
import type { PayerName } from '../../shared/ledger/bank.ts';
import type {
  KnownPayment,
  MatchingInput,
  MoneyMovement,
  OpenItem,
} from '../../shared/matching/match-contract.ts';
import { isGenericPayer, payerNameKey } from '../../shared/matching/payer-name.ts';
import { cents } from '../../shared/money/cents.ts';
import { type DrawnPayment, drawPayments } from './payment-truth-amounts.ts';
import { chance, weighted } from './payment-truth-chance.ts';
import { type DrawnClient, type DrawnInvoice, type DrawnLedger, drawLedger } from './payment-truth-ledger.ts';
import type { AmountWay, PaymentMix, ReferenceWay } from './payment-truth-mix.ts';
import { inCapitals, type NameWay, writtenName } from './payment-truth-names.ts';
import { remittanceText } from './payment-truth-reference.ts';
import { bankHabits, printedCredit } from './payment-truth-statement.ts';
import { strangeCredit } from './payment-truth-strangers.ts';

/** What a movement really is. */
export type PaymentTruth =
  | {
      readonly kind: 'payment';
      readonly clientId: string;
      readonly shares: ReadonlyMap<string, number>;
      readonly onAccountCents: number;
      readonly concessionCents: number;
      readonly creditCents: number;
    }
  | { readonly kind: 'recorded'; readonly paymentIds: readonly string[] }
  | { readonly kind: 'return'; readonly paymentId: string }
  /** One credit for invoices of several clients. */
  | { readonly kind: 'several-clients' }
  /** No customer's money. */
  | { readonly kind: 'none' };

export interface TrueLine {
  readonly truth: PaymentTruth;
  /** How it was paid, quoted and named: for the table of results. */
  readonly way: readonly string[];
}

export interface PaymentCase {
  readonly input: MatchingInput;
  readonly lines: ReadonlyMap<string, TrueLine>;
}

export const generatorToday = day('2026-06-30');
const feeToleranceCents = 1500;

/** Draws lines for a ledger; everything that the program may see goes into `input`, the rest into `lines`. */
class StatementWriter {
  readonly movements: MoneyMovement[] = [];
  readonly lines = new Map<string, TrueLine>();
  readonly payments: KnownPayment[] = [];
  readonly closed = new Set<string>();
  readonly learned = new Map<string, Pick<PayerName, 'nameKey' | 'iban' | 'confirmations'>[]>();
  readonly #random: Random;
  readonly #mix: PaymentMix;
  readonly #ledger: DrawnLedger;

  constructor(random: Random, mix: PaymentMix, ledger: DrawnLedger) {
    this.#random = random;
    this.#mix = mix;
    this.#ledger = ledger;
  }

  /** Everything that one client pays in the period. */
  client(client: DrawnClient): void {
    const random = this.#random;
    const habit = pick(random, bankHabits);
    const usualReference = weighted(random, this.#mix.references);
    const usualName = weighted(random, this.#mix.names);
    const owed = client.invoices.filter(({ currency }) => currency === 'EUR');
    if (chance(random, 0.25)) this.#learn(client, undefined, client.iban);
    while (owed.length > 0 && chance(random, 0.8)) {
      const way = weighted(random, this.#mix.amounts);
      const drawn = drawPayments(random, way, client, owed, feeToleranceCents, this.#ledger.today);
      // People have habits: six lines in seven of a client look like his others.
      const reference = chance(random, 0.85) ? usualReference : weighted(random, this.#mix.references);
      const name = chance(random, 0.85) ? usualName : weighted(random, this.#mix.names);
      for (const payment of drawn) this.#write(client, payment, way, reference, name, habit);
    }
  }

  #learn(client: DrawnClient, name: string | undefined, iban: string | undefined): void {
    const names = this.learned.get(client.id) ?? [];
    this.learned.set(client.id, names);
    // Who pays for everybody is never learnt.
    if (name !== undefined && isGenericPayer(payerNameKey(name))) return;
    if (name !== undefined && names.some(({ nameKey }) => nameKey === payerNameKey(name))) return;
    names.push({
      ...(name !== undefined && { nameKey: payerNameKey(name) }),
      ...(iban !== undefined && { iban }),
      confirmations: wholeBetween(this.#random, 1, 6),
    });
  }

  #write(
    client: DrawnClient,
    drawn: DrawnPayment,
    way: AmountWay,
    reference: ReferenceWay,
    nameWay: NameWay,
    habit: (typeof bankHabits)[number],
  ): void {
    const random = this.#random;
    const quoted = drawn.shares.length === 0 ? this.#lastShares : drawn.shares;
    this.#lastShares = quoted;
    const isIncomplete = quoted.length > 1 && chance(random, this.#mix.incompleteLists);
    const other = pick(random, this.#ledger.clients);
    const shared = way === 'two-clients' ? other.invoices.slice(0, 1) : [];
    const named = [...(isIncomplete ? quoted.slice(0, 1) : quoted).map(([invoice]) => invoice), ...shared];
    const wrong = chance(random, 0.5)
      ? pick(random, this.#ledger.paidNumbers)
      : pick(random, chance(random, 0.6) ? client.invoices : other.invoices).number;
    const text = remittanceText(
      random,
      reference,
      named.map((invoice) => ({ ...invoice, cents: invoice.totalCents })),
      wrong,
      drawn.on,
    );
    const name = writtenName(random, client, nameWay);
    if (nameWay === 'learned') this.#learn(client, name.slice(0, habit.nameWidth).trim(), undefined);
    const isOther = nameWay === 'learned' || nameWay === 'unknown';
    const iban = isOther ? `FR7611${String(name.length * 7_654_321).padStart(21, '4')}` : client.iban;
    const extra = shared.reduce((sum, { totalCents }) => sum + totalCents, 0);
    const amountCents = drawn.amountCents + extra;
    const id = this.#add(
      { ...printedCredit(random, this.#mix, habit, { name, text, iban, on: drawn.on }), bookedOn: drawn.on },
      amountCents,
      [way, reference, nameWay],
      extra > 0
        ? { kind: 'several-clients' }
        : {
            kind: 'payment',
            clientId: client.id,
            shares: new Map(drawn.shares.map(([invoice, share]) => [invoice.id, share])),
            onAccountCents: drawn.onAccountCents,
            concessionCents: drawn.concessionCents,
            creditCents: drawn.creditCents,
          },
    );
    if (drawn.isRecorded) {
      for (const [invoice] of drawn.shares) this.closed.add(invoice.id);
      const paymentId = this.#record(client, drawn, amountCents, 'transfer');
      this.lines.set(id, {
        truth: { kind: 'recorded', paymentIds: [paymentId] },
        way: [way, reference, nameWay],
      });
    }
  }

  #lastShares: readonly (readonly [DrawnInvoice, number])[] = [];

  #record(client: DrawnClient, drawn: DrawnPayment, amountCents: number, method: string): string {
    const paymentId = `p${this.payments.length}`;
    this.payments.push({
      paymentId,
      clientId: client.id,
      receivedOn: addDays(drawn.on, -wholeBetween(this.#random, -1, 4)),
      cents: cents(amountCents),
      method,
      reference: chance(this.#random, 0.5) ? drawn.shares[0]?.[0].number : undefined,
      hasBankLine: false,
    });
    return paymentId;
  }

  #add(
    printed: Omit<MoneyMovement, 'id' | 'amountCents' | 'currency' | 'kind'>,
    amountCents: number,
    way: readonly string[],
    truth: PaymentTruth,
    kind: MoneyMovement['kind'] = 'receipt',
  ): string {
    const id = `m${this.movements.length}`;
    this.movements.push({ ...printed, id, amountCents: cents(amountCents), currency: 'EUR', kind });
    this.lines.set(id, { truth, way });
    return id;
  }

  /** A deposit of one to five cheques of different clients. */
  chequeDeposit(): void {
    const random = this.#random;
    const isRecorded = chance(random, 0.5);
    const on = addDays(this.#ledger.today, -wholeBetween(random, 0, 40));
    const found = Array.from({ length: chance(random, 0.5) ? 1 : wholeBetween(random, 2, 5) }, () => {
      const client = pick(random, this.#ledger.clients);
      return { client, invoice: client.invoices.find((invoice) => !this.spent.has(invoice.id)) };
    }).flatMap(({ client, invoice }) => {
      if (invoice === undefined || this.spent.has(invoice.id)) return [];
      if (invoice.issuedOn > on || invoice.currency !== 'EUR') return [];
      this.spent.add(invoice.id);
      return [{ client, invoice }];
    });
    const [first] = found;
    if (first === undefined) return;
    const amountCents = found.reduce((sum, { invoice }) => sum + invoice.totalCents, 0);
    const ids = isRecorded
      ? found.map(({ client, invoice }) => {
          this.closed.add(invoice.id);
          const drawn = {
            on,
            amountCents,
            shares: [[invoice, invoice.totalCents]],
          } as unknown as DrawnPayment;
          return this.#record(client, drawn, invoice.totalCents, 'cheque');
        })
      : [];
    this.#add(
      {
        label: `REMISE CHEQUES ${found.length} CHQ NO 00${wholeBetween(random, 10_000, 99_999)}`,
        bookedOn: on,
      },
      amountCents,
      ['cheque-deposit', isRecorded ? 'recorded' : 'not-recorded', 'none'],
      isRecorded
        ? { kind: 'recorded', paymentIds: ids }
        : found.length > 1
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
  }

  /** Invoices that a client's lines or a cheque have paid. */
  readonly spent = new Set<string>();

  /** A payment of the weeks before that the bank takes back. */
  return(): void {
    const random = this.#random;
    const client = pick(random, this.#ledger.clients);
    const invoice = pick(random, client.invoices);
    const on = addDays(this.#ledger.today, -wholeBetween(random, 0, 30));
    const isDebit = chance(random, 0.8);
    const paymentId = `p${this.payments.length}`;
    this.payments.push({
      paymentId,
      clientId: client.id,
      receivedOn: addDays(on, -wholeBetween(random, 2, 50)),
      cents: cents(invoice.totalCents),
      method: isDebit ? 'direct-debit' : 'transfer',
      reference: chance(random, 0.6) ? invoice.number : undefined,
      hasBankLine: true,
    });
    const name = chance(random, 0.85) ? inCapitals(client.name).slice(0, 32) : '';
    this.#add(
      {
        label:
          `${isDebit ? pick(random, ['REJET PRLV', 'PRLV IMPAYE', 'IMPAYE PRLV SEPA']) : 'VIR REJETE'} ${name} ${chance(random, 0.5) ? invoice.number : ''}`.trim(),
        bookedOn: on,
      },
      -invoice.totalCents,
      ['return', isDebit ? 'debit' : 'transfer', name === '' ? 'none' : 'same'],
      { kind: 'return', paymentId },
      isDebit ? 'returned-debit' : 'rejected-transfer',
    );
  }

  stranger(): void {
    const random = this.#random;
    const { name, text, amountCents, kind } = strangeCredit(random, this.#ledger);
    const on = addDays(this.#ledger.today, -wholeBetween(random, 0, 44));
    const iban = `FR7699${String(amountCents).padStart(21, '7')}`;
    const printed = printedCredit(random, this.#mix, pick(random, bankHabits), { name, text, iban, on });
    this.#add(
      { ...printed, bookedOn: on },
      amountCents,
      ['unrelated', 'nothing', 'unknown'],
      { kind: 'none' },
      kind,
    );
  }
}

const shuffled = <Row>(random: Random, rows: readonly Row[]): readonly Row[] =>
  rows
    .map((row) => [random(), row] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, row]) => row);

const openItem = (invoice: DrawnInvoice): OpenItem => ({
  invoiceId: invoice.id,
  clientId: invoice.clientId,
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  totalCents: cents(invoice.totalCents),
  remainingCents: cents(invoice.totalCents),
  currency: invoice.currency,
  orderReference: invoice.orderReference,
  discount: invoice.discount,
  announced:
    invoice.announced === undefined
      ? undefined
      : [{ cents: cents(invoice.announced.cents), on: invoice.announced.on }],
});

/**
 * A ledger whose payments are known, and the statement lines by which they came. The same seed gives the same
 * case. Written before the rules of matching and without looking at them.
 *
 * Drawn independently for every line: how much is paid for what (`mix.amounts`), what the payer writes about
 * it (`mix.references`) and under which name he pays (`mix.names`); six lines in seven keep to their client's
 * habit. Invoices have one series of numbers, so that a mistyped number is often another client's; three in ten
 * amounts stand on a price list; names are made of few words. See payment-truth-mix.ts for the shares.
 */
export const paymentCase = (seed: number, mix: PaymentMix, clientCount: number): PaymentCase => {
  const random = seededRandom(seed);
  const today: Day = generatorToday;
  const ledger = drawLedger(random, mix, clientCount, today);
  const writer = new StatementWriter(random, mix, ledger);
  for (const client of ledger.clients) writer.client(client);
  for (const { truth } of writer.lines.values())
    if (truth.kind === 'payment') for (const id of truth.shares.keys()) writer.spent.add(id);
  for (const id of writer.closed) writer.spent.add(id);
  const lineCount = writer.movements.length;
  for (let count = 0; count < lineCount * mix.chequeDeposits; count += 1) writer.chequeDeposit();
  for (let count = 0; count < lineCount * mix.returns; count += 1) writer.return();
  for (let count = 0; count < lineCount * mix.unrelated; count += 1) writer.stranger();
  return {
    input: {
      movements: shuffled(random, writer.movements),
      items: shuffled(
        random,
        ledger.clients
          .flatMap(({ invoices }) => invoices)
          .filter(({ id }) => !writer.closed.has(id))
          .map(openItem),
      ),
      payers: ledger.clients.map((client) => ({
        clientId: client.id,
        name: client.name,
        city: client.city,
        names: writer.learned.get(client.id) ?? [],
        onAccountCents: cents(client.onAccountCents),
        isInsolvent: client.isInsolvent,
      })),
      payments: shuffled(random, writer.payments),
      feeToleranceCents: cents(feeToleranceCents),
    },
    lines: writer.lines,
  };
};

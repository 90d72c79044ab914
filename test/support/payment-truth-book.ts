import { addDays, type Day } from '../../shared/dates/day.ts';
import { type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import type { PayerName } from '../../shared/ledger/bank.ts';
import type { KnownPayment, MoneyMovement } from '../../shared/matching/match-contract.ts';
import { isGenericPayer, payerNameKey } from '../../shared/matching/payer-name.ts';
import { cents } from '../../shared/money/cents.ts';
import { chance } from './payment-truth-chance.ts';
import type { DrawnInvoice, DrawnLedger } from './payment-truth-ledger.ts';
import type { PaymentTruth, TrueLine } from './payment-truth-line.ts';
import type { PaymentMix } from './payment-truth-mix.ts';

/** What the user lets go as fees of a bank. */
export const feeToleranceCents = 1500;

/** Collects what a case consists of: what the program may see, and what is true of it. */
export class TruthBook {
  readonly random: Random;
  readonly mix: PaymentMix;
  readonly ledger: DrawnLedger;
  readonly movements: MoneyMovement[] = [];
  /** Movement → what it really is. */
  readonly lines = new Map<string, TrueLine>();
  readonly payments: KnownPayment[] = [];
  /** Invoices that are settled in the ledger already. */
  readonly closed = new Set<string>();
  /** Invoices that some line has paid. */
  readonly spent = new Set<string>();
  /** Client → names under which it is known to pay. */
  readonly learned = new Map<string, Pick<PayerName, 'nameKey' | 'iban' | 'confirmations'>[]>();

  constructor(random: Random, mix: PaymentMix, ledger: DrawnLedger) {
    this.random = random;
    this.mix = mix;
    this.ledger = ledger;
  }

  /** The user confirmed once that a client pays under a name or from an account. */
  learn(clientId: string, name: string | undefined, iban: string | undefined): void {
    const names = this.learned.get(clientId) ?? [];
    this.learned.set(clientId, names);
    // Who pays for everybody is never learnt.
    if (name !== undefined && isGenericPayer(payerNameKey(name))) return;
    if (name !== undefined && names.some(({ nameKey }) => nameKey === payerNameKey(name))) return;
    names.push({
      ...(name !== undefined && { nameKey: payerNameKey(name) }),
      ...(iban !== undefined && { iban }),
      confirmations: wholeBetween(this.random, 1, 6),
    });
  }

  /** The user noted a payment by hand, some days round the movement; in half the cases with the invoice number. */
  record(
    invoice: DrawnInvoice | undefined,
    clientId: string,
    on: Day,
    amountCents: number,
    method: string,
  ): string {
    const paymentId = `p${this.payments.length}`;
    this.payments.push({
      paymentId,
      clientId,
      receivedOn: addDays(on, -wholeBetween(this.random, -1, 4)),
      cents: cents(amountCents),
      method,
      reference: chance(this.random, 0.5) ? invoice?.number : undefined,
      hasBankLine: false,
    });
    return paymentId;
  }

  /** A movement of the statement. */
  add(
    printed: Omit<MoneyMovement, 'id' | 'amountCents' | 'currency' | 'kind'>,
    amountCents: number,
    way: readonly string[],
    truth: PaymentTruth,
    kind: MoneyMovement['kind'] = 'receipt',
  ): void {
    const id = `m${this.movements.length}`;
    this.movements.push({ ...printed, id, amountCents: cents(amountCents), currency: 'EUR', kind });
    this.lines.set(id, { truth, way });
    if (truth.kind === 'payment') for (const invoiceId of truth.shares.keys()) this.spent.add(invoiceId);
  }
}

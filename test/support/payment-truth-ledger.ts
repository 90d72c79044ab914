import { addDays, type Day } from '../../shared/dates/day.ts';
import { pick, type Random, wholeBetween } from '../../shared/demo/seeded-random.ts';
import type { EarlyPaymentDiscount } from '../../shared/ledger/client.ts';
import { payerNameKey } from '../../shared/matching/payer-name.ts';
import { chance } from './payment-truth-chance.ts';
import type { PaymentMix } from './payment-truth-mix.ts';
import { type InventedClient, inventClient } from './payment-truth-names.ts';
import { type NumberScheme, numberSchemes } from './payment-truth-reference.ts';

export interface DrawnInvoice {
  readonly id: string;
  readonly clientId: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly totalCents: number;
  readonly currency: string;
  readonly orderReference?: string | undefined;
  discount?: EarlyPaymentDiscount | undefined;
  announced?: { readonly cents: number; readonly on: Day } | undefined;
}

export interface DrawnClient extends InventedClient {
  readonly id: string;
  readonly iban: string;
  readonly isInsolvent: boolean;
  /** By day of issue. */
  readonly invoices: readonly DrawnInvoice[];
  onAccountCents: number;
  hasUsedCredit: boolean;
}

export interface DrawnLedger {
  readonly today: Day;
  readonly clients: readonly DrawnClient[];
  /** Numbers of the same series whose invoices were paid long ago. */
  readonly paidNumbers: readonly string[];
}

const priceList = (random: Random): readonly number[] =>
  Array.from({ length: 8 }, () => wholeBetween(random, 2, 80) * 1200);

/** From some tens of euros to some thousands; half of them odd to the cent. */
const anyAmount = (random: Random): number => {
  const scale = Math.exp(3.6 + random() * 5.2);
  return chance(random, 0.45)
    ? Math.max(1, Math.round(scale / 10)) * 10 * 120
    : Math.max(1500, Math.round(scale * 100));
};

const invoiceCount = (random: Random): number => {
  const draw = random();
  if (draw < 0.35) return 1;
  if (draw < 0.57) return 2;
  if (draw < 0.72) return 3;
  if (draw < 0.9) return wholeBetween(random, 4, 6);
  return wholeBetween(random, 7, 15);
};

/** Names that are the same but for the legal form are let in once in seven times only: real portfolios have few. */
const inventClients = (random: Random, count: number): readonly InventedClient[] => {
  const keys = new Set<string>();
  return Array.from({ length: count }, () => {
    let client = inventClient(random);
    for (let draws = 0; draws < 8 && keys.has(payerNameKey(client.name)); draws += 1) {
      if (chance(random, 0.15)) break;
      client = inventClient(random);
    }
    keys.add(payerNameKey(client.name));
    return client;
  });
};

interface Draft {
  readonly client: number;
  readonly issuedOn: Day;
  readonly burst: number;
  readonly cents: number;
}

/** Clients and what they owe, numbered in one series in the order of issue, with gaps where others have paid. */
export const drawLedger = (random: Random, mix: PaymentMix, clientCount: number, today: Day): DrawnLedger => {
  const scheme: NumberScheme = pick(random, numberSchemes);
  const prices = priceList(random);
  const people = inventClients(random, clientCount);
  const drafts: Draft[] = [];
  for (const [client] of people.entries()) {
    const isSubscriber = chance(random, mix.subscribers);
    const isBurst = chance(random, 0.15);
    const fixed = chance(random, 0.7) ? pick(random, prices) : anyAmount(random);
    const day = addDays(today, -wholeBetween(random, 12, 170));
    const count = invoiceCount(random);
    for (let index = 0; index < count; index += 1) {
      const cents = isSubscriber
        ? fixed
        : chance(random, mix.listPrices)
          ? pick(random, prices)
          : anyAmount(random);
      const issuedOn = isBurst
        ? day
        : addDays(today, -(isSubscriber ? 12 + index * 30 : Math.floor(10 + 160 * random() ** 1.6)));
      drafts.push({ client, issuedOn, burst: isBurst ? client : random() * clientCount, cents });
    }
  }
  drafts.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.burst - b.burst));
  const owed: DrawnInvoice[][] = people.map(() => []);
  const paidNumbers: string[] = [];
  let sequence = wholeBetween(random, 1, 400);
  let last: number | undefined;
  for (const [index, { client, issuedOn, cents }] of drafts.entries()) {
    const gap = client === last ? 1 : wholeBetween(random, 1, 3);
    last = client;
    for (let skipped = 1; skipped < gap; skipped += 1) paidNumbers.push(scheme(issuedOn, sequence + skipped));
    sequence += gap;
    owed[client]?.push({
      id: `i${index}`,
      clientId: `c${client}`,
      number: scheme(issuedOn, sequence),
      issuedOn,
      dueOn: addDays(issuedOn, pick(random, [15, 30, 30, 30, 45, 60])),
      totalCents: cents,
      currency: chance(random, 0.005) ? 'CHF' : 'EUR',
      orderReference: chance(random, 0.25)
        ? pick(random, [
            `BC${wholeBetween(random, 1000, 99_999)}`,
            `45${wholeBetween(random, 10_000_000, 99_999_999)}`,
          ])
        : undefined,
    });
  }
  const clients = people.map(
    (person, index): DrawnClient => ({
      ...person,
      id: `c${index}`,
      iban: `FR76${String(10_000_000_000 + index * 7919).padStart(23, '3')}`,
      isInsolvent: chance(random, 0.005),
      invoices: owed[index] ?? [],
      onAccountCents: chance(random, 0.03) ? wholeBetween(random, 500, 40_000) : 0,
      hasUsedCredit: false,
    }),
  );
  return { today, clients, paidNumbers: paidNumbers.length === 0 ? ['0'] : paidNumbers };
};

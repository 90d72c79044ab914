import type { Day } from '../dates/day.ts';
import { bankLineKind } from '../importing/bank-line-kind.ts';
import { type UsualDelay, usualDelays } from '../insight/usual-delay.ts';
import { currentBalances, unallocatedCredits } from '../ledger/balance.ts';
import type { BankLine, PayerName } from '../ledger/bank.ts';
import { outgoingLines, waitingLines } from '../ledger/bank-lines.ts';
import { bankedCents } from '../ledger/banked-cents.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import { handoverFigures } from '../ledger/handover-figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openInstalments } from '../ledger/plan-schedule.ts';
import { type Cents, sumCents, zeroCents } from '../money/cents.ts';
import type {
  KnownHandover,
  KnownPayer,
  KnownPayment,
  MatchingInput,
  MoneyMovement,
  OpenItem,
} from './match-contract.ts';

const currencyOf = (ledger: Ledger, { accountId }: BankLine): string =>
  ledger.bankAccounts.get(accountId)?.currency ?? 'EUR';

const movementOf = (ledger: Ledger, line: BankLine, amountCents: Cents): MoneyMovement => ({
  id: line.id,
  bookedOn: line.bookedOn,
  amountCents,
  currency: currencyOf(ledger, line),
  kind: bankLineKind(line),
  label: line.label,
  counterparty: line.counterparty,
  counterpartyIban: line.counterpartyIban,
  reference: line.reference,
});

/** Money out that a bank describes as taking money in back. */
const isReturn = ({ kind }: MoneyMovement): boolean =>
  kind === 'returned-debit' || kind === 'rejected-transfer';

type Announced = { readonly cents: Cents; readonly on: Day };

/** Promises and instalments that are still to come or were missed, by invoice. */
const announcedByInvoice = (ledger: Ledger): ReadonlyMap<string, readonly Announced[]> => {
  const { remainingByInvoice } = currentBalances(ledger);
  const found = new Map<string, Announced[]>();
  const add = (invoiceIds: readonly string[], announced: Announced): void => {
    if (announced.cents <= 0) return;
    for (const id of invoiceIds) {
      const known = found.get(id);
      if (known) known.push(announced);
      else found.set(id, [announced]);
    }
  };
  for (const { invoiceIds, promisedOn, withdrawnAt } of ledger.promises.values())
    if (withdrawnAt === undefined)
      add(invoiceIds, {
        cents: sumCents(invoiceIds.map((id) => remainingByInvoice.get(id) ?? zeroCents)),
        on: promisedOn,
      });
  for (const plan of ledger.plans.values())
    if (plan.endedOn === undefined)
      for (const { dueOn, leftCents } of openInstalments(ledger, plan))
        add(plan.invoiceIds, { cents: leftCents, on: dueOn });
  return found;
};

const itemsOf = (ledger: Ledger): readonly OpenItem[] => {
  const announced = announcedByInvoice(ledger);
  const { earlyPaymentDiscount } = settingsOf(ledger, 'matching');
  const items: OpenItem[] = [];
  for (const [invoiceId, remainingCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    if (!invoice || remainingCents <= 0) continue;
    const client = ledger.clients.get(invoice.clientId);
    items.push({
      invoiceId,
      clientId: invoice.clientId,
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      totalCents: invoice.totalCents,
      remainingCents,
      currency: invoice.currency,
      orderReference: invoice.orderReference,
      discount: client?.earlyPaymentDiscount ?? earlyPaymentDiscount,
      announced: announced.get(invoiceId),
    });
  }
  return items;
};

const latestOf = (movements: readonly MoneyMovement[]): Day | undefined =>
  movements
    .map(({ bookedOn }) => bookedOn)
    .reduce<Day | undefined>((latest, on) => (latest === undefined || on > latest ? on : latest), undefined);

/** @param on the last day of the movements: habits are those of the twelve months before. */
const payersOf = (ledger: Ledger, on: Day | undefined): readonly KnownPayer[] => {
  const usualDelay = on === undefined ? undefined : usualDelays(ledger, on);
  const onAccount = unallocatedCredits(ledger);
  const names = new Map<string, PayerName[]>();
  for (const name of ledger.payerNames.values()) {
    const known = names.get(name.clientId);
    if (known) known.push(name);
    else names.set(name.clientId, [name]);
  }
  return [...ledger.clients.values()].map(({ id, name, code, address, insolvency }) => ({
    clientId: id,
    name,
    code,
    city: address?.city,
    names: names.get(id) ?? [],
    usualDelayDays: ownDelay(usualDelay?.(id)),
    onAccountCents: onAccount.get(id) ?? zeroCents,
    isInsolvent: insolvency !== undefined,
  }));
};

/** The average of all clients is nobody's habit. */
const ownDelay = (delay: UsualDelay | undefined): number | undefined =>
  delay?.basis === 'client' ? delay.days : undefined;

/** Money that a file said was paid came at some time; only what was received itself can be met again. */
const paymentsOf = (ledger: Ledger): readonly KnownPayment[] => {
  const payments: KnownPayment[] = [];
  for (const payment of ledger.payments.values()) {
    if (payment.reversedAt !== undefined || payment.method === 'as-imported') continue;
    payments.push({
      paymentId: payment.id,
      clientId: payment.clientId,
      receivedOn: payment.receivedOn,
      cents: bankedCents(payment),
      method: payment.method,
      reference: payment.reference,
      hasBankLine: payment.bankLineId !== undefined,
      handoverId: payment.collected?.handoverId,
    });
  }
  return payments;
};

/** What collectors still have; who gave a file back passes nothing on any more. */
const handoversOf = (ledger: Ledger): readonly KnownHandover[] =>
  [...ledger.handovers.values()]
    .filter(({ ended }) => ended === undefined)
    .map((handover) => ({
      handoverId: handover.id,
      clientId: handover.clientId,
      invoiceIds: handover.invoiceIds,
      collectorName: handover.collector.name,
      handedOverOn: handover.handedOverOn,
      fee: handover.fee,
      reference: handover.reference,
      keptCents: handoverFigures(ledger, handover).feeCents,
    }));

/**
 * Everything that matching looks at: the movements that wait (or those given), open invoices, who may have
 * paid and what stands in the ledger. Plain data, so that it can be handed to a worker.
 */
export const matchingInputOf = (ledger: Ledger, lines?: readonly BankLine[]): MatchingInput => {
  const chosen = lines === undefined ? undefined : new Set(lines.map(({ id }) => id));
  const received = waitingLines(ledger)
    .filter(({ line }) => chosen?.has(line.id) ?? true)
    .map(({ line, leftCents }) => movementOf(ledger, line, leftCents));
  const returned = outgoingLines(ledger)
    .filter((line) => chosen?.has(line.id) ?? true)
    .map((line) => movementOf(ledger, line, line.amountCents))
    .filter(isReturn);
  return {
    movements: [...received, ...returned],
    items: itemsOf(ledger),
    payers: payersOf(ledger, latestOf(received)),
    payments: paymentsOf(ledger),
    handovers: handoversOf(ledger),
    feeToleranceCents: settingsOf(ledger, 'matching').feeToleranceCents,
  };
};

import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../ledger/agreement.ts';
import type { Handover } from '../ledger/handover.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LegalCase } from '../ledger/legal-case.ts';

/** What was agreed or contested, by invoice and client. Ended and withdrawn agreements are left out. */
export interface AgreementIndex {
  readonly disputesByInvoice: ReadonlyMap<string, readonly Dispute[]>;
  readonly promisesByInvoice: ReadonlyMap<string, readonly PaymentPromise[]>;
  readonly plansByInvoice: ReadonlyMap<string, readonly PaymentPlan[]>;
  readonly pausesByInvoice: ReadonlyMap<string, readonly Pause[]>;
  readonly pausesByClient: ReadonlyMap<string, readonly Pause[]>;
  /** Given to a third party, ended or not: the day decides. */
  readonly handoversByInvoice: ReadonlyMap<string, readonly Handover[]>;
  /** Filed at court or not, closed or not: the day decides. */
  readonly casesByInvoice: ReadonlyMap<string, readonly LegalCase[]>;
  /** True when there is no promise, plan or pause at all, as in most ledgers on most days. */
  readonly isEmpty: boolean;
}

const grouped = <Row>(
  rows: Iterable<Row>,
  keysOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
};

const known = new WeakMap<Ledger, AgreementIndex>();

/** The agreements of a ledger, read once per state of it. */
export const agreementIndex = (ledger: Ledger): AgreementIndex => {
  const found = known.get(ledger);
  if (found) return found;
  const pauses = [...ledger.pauses.values()].filter((pause) => pause.endedAt === undefined);
  const index: AgreementIndex = {
    disputesByInvoice: grouped(ledger.disputes.values(), (dispute) => [dispute.invoiceId]),
    promisesByInvoice: grouped(ledger.promises.values(), (promise) =>
      promise.withdrawnAt === undefined ? promise.invoiceIds : [],
    ),
    plansByInvoice: grouped(ledger.plans.values(), (plan) => plan.invoiceIds),
    pausesByInvoice: grouped(pauses, (pause) => (pause.invoiceId === undefined ? [] : [pause.invoiceId])),
    pausesByClient: grouped(pauses, (pause) => (pause.invoiceId === undefined ? [pause.clientId] : [])),
    handoversByInvoice: grouped(ledger.handovers.values(), (handover) => handover.invoiceIds),
    casesByInvoice: grouped(ledger.legalCases.values(), (legalCase) => legalCase.invoiceIds),
    isEmpty: ledger.promises.size + ledger.plans.size + pauses.length === 0,
  };
  known.set(ledger, index);
  return index;
};

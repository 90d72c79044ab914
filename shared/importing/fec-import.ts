import { currentBalances } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { cents, zeroCents } from '../money/cents.ts';
import { existingLedger } from './existing-ledger.ts';
import { fecAliases } from './fec-alias.ts';
import { withoutCarriedOver } from './fec-carried-over.ts';
import { type FecIdentify, fecClients, fecRowClient } from './fec-clients.ts';
import { acrossYears } from './fec-cross-year.ts';
import { doubtfulOf } from './fec-doubtful.ts';
import { type FecNeed, fundFromAccount } from './fec-funding.ts';
import { fecHistory, isFecInvoice } from './fec-history.ts';
import { type FecOnAccount, fecOnAccount } from './fec-on-account.ts';
import { openingAboveLedger } from './fec-opening-check.ts';
import type { FecImportPlan, FecSettleChoice, FecWithdrawal } from './fec-plan.ts';
import type { FecReading } from './fec-reading.ts';
import { fecRows } from './fec-rows.ts';
import { type FoundSettled, settledSince } from './fec-settled.ts';
import { invoiceNumberKey } from './import-identity.ts';
import type { ImportPlan } from './import-plan.ts';
import { isNothingNew, planLedgerImportSteps } from './ledger-import.ts';
import { lastOf } from './steps.ts';

export type {
  AccountingPlan,
  FecEvidence,
  FecImportPlan,
  FecSettleChoice,
  FecSettlement,
  FecUse,
  FecWithdrawal,
} from './fec-plan.ts';

const identityOf = (clientId: string, number: string): string => `${clientId}\n${invoiceNumberKey(number)}`;

const isChosen = ({ evidence }: FoundSettled, settle: FecSettleChoice): boolean =>
  settle === 'all' || (settle === 'proven' && evidence !== 'absent');

/** What is paid on invoices by the accounts: of the file's own and of those that disappeared from it. */
const needsOf = (plan: ImportPlan, settled: readonly FoundSettled[]): readonly FecNeed[] => [
  ...[...plan.newInvoices, ...plan.updatedInvoices].flatMap(({ id, clientId, row, importedPaidCents }) =>
    row.kind === 'invoice' && importedPaidCents > 0
      ? [{ invoiceId: id, clientId, issuedOn: row.issuedOn, cents: importedPaidCents }]
      : [],
  ),
  ...settled.map(({ invoice, cents: amount }) => ({
    invoiceId: invoice.id,
    clientId: invoice.clientId,
    issuedOn: invoice.issuedOn,
    cents: cents(amount),
  })),
];

/**
 * What the accounts no longer have on account and Acquit has used nowhere: it goes. A client whose invoices
 * disappeared without being settled keeps his money; the one may have paid the other. So does one whose credit
 * balance was carried over as one amount.
 */
const withdrawalsOf = (
  { freed }: FecOnAccount,
  leftOver: ReadonlyMap<string, number>,
  keepsMoney: (clientId: string) => boolean,
): readonly FecWithdrawal[] =>
  freed.flatMap(({ id, kind, clientId, name, totalCents }) => {
    const gone = leftOver.get(id) ?? 0;
    return gone > 0 && !keepsMoney(clientId)
      ? [{ id, kind, clientId, name, cents: cents(gone), newTotalCents: cents(totalCents - gone) }]
      : [];
  });

/**
 * What a file of accounting entries would do to a ledger: the dry run and the import itself are this one
 * function. Its invoices and credit notes are compared as those of any list; money on account is taken once;
 * what an earlier file of the same company brought and this one no longer leaves open is settled « selon
 * l’import », first with the money that waited on the client's account. Nothing is written. Never throws.
 */
export const planFecImport = (
  ledger: Ledger,
  file: FecReading,
  settle: FecSettleChoice,
  newId: () => string,
): FecImportPlan => lastOf(planFecImportSteps(ledger, file, settle, newId));

/** The same as {@link planFecImport} in steps, so that a window stays awake. */
export function* planFecImportSteps(
  ledger: Ledger,
  file: FecReading,
  settle: FecSettleChoice,
  newId: () => string,
): Generator<undefined, FecImportPlan> {
  const { offsetCents, ...books } = acrossYears(file);
  const reading: FecReading = { ...file, ...books };
  yield;
  const existing = existingLedger(ledger);
  const history = fecHistory(ledger, reading);
  const aliases = fecAliases(ledger, reading);
  const aliasOf = new Map(aliases.map(({ customerKey, clientId }) => [customerKey, clientId]));
  const identify: FecIdentify = (customer) => {
    const client = ledger.clients.get(aliasOf.get(customer.customerKey) ?? '');
    return client
      ? { clientName: client.name, clientNamedByCode: false, contact: {} }
      : fecRowClient(customer);
  };
  const clients = fecClients(existing.clients, reading, identify);
  const byIdentity = new Map(
    existing.invoices
      .filter(({ status }) => status !== 'cancelled')
      .map((invoice) => [identityOf(invoice.clientId, invoice.number), invoice]),
  );
  const read = fecRows(reading, {
    identify,
    known: (customer, number) => byIdentity.get(identityOf(clients.idOf(customer) ?? '', number)),
  });
  yield;
  const { rows, credits, balances } = withoutCarriedOver(read, ledger, history, reading, clients);
  yield;
  const base = yield* planLedgerImportSteps(
    ledger,
    { rows: rows.map(({ row }) => row), leftOut: [], duplicates: 0 },
    newId,
  );

  yield;

  // A customer with nothing but money on account is a client too.
  const newClients = [...base.newClients];
  for (const client of newClients) clients.add(client);
  const clientCredits = credits.map((credit) => {
    const { clientCode, clientName, line } = credit.customer;
    let clientId = clients.idOf(credit.customer);
    if (clientId === undefined) {
      clientId = newId();
      const client = {
        id: clientId,
        name: clientName,
        ...(clientCode !== undefined && { code: clientCode }),
      };
      clients.add(client);
      newClients.push({ ...client, line });
    }
    return { ...credit, clientId };
  });
  const present = new Set(
    [...reading.customers, ...reading.openItems].map(({ customerKey }) => clients.idOfKey(customerKey)),
  );
  const noteKeys = new Set(
    rows
      .filter(({ row }) => row.kind === 'credit-note')
      .map(({ row }) => identityOf(clients.idOf(row) ?? '', row.number)),
  );
  const account = fecOnAccount(ledger, history, clientCredits, {
    hasOpenCreditNote: (clientId, number) => noteKeys.has(identityOf(clientId, number)),
    hasClient: (clientId) => present.has(clientId),
  });

  yield;

  const touched = new Set(
    rows.flatMap(({ row }) => byIdentity.get(identityOf(clients.idOf(row) ?? '', row.number))?.id ?? []),
  );
  const found = settledSince({
    ledger,
    history,
    reading,
    isTouched: (invoiceId) => touched.has(invoiceId),
    clientOf: clients.idOfKey,
    balances,
  });
  const chosen = found.filter((one) => isChosen(one, settle));
  const funding = fundFromAccount(needsOf(base, chosen), account.freed);
  const newMoney = (invoiceId: string, otherwise: number) =>
    funding.newMoney.get(invoiceId) ?? cents(otherwise);
  const settlements = found.map((one) => ({
    invoiceId: one.invoice.id,
    clientId: one.invoice.clientId,
    number: one.invoice.number,
    cents: cents(one.cents),
    settledOn: one.settledOn,
    evidence: one.evidence,
    isChosen: isChosen(one, settle),
    newMoneyCents: isChosen(one, settle) ? newMoney(one.invoice.id, one.cents) : zeroCents,
  }));

  const unsettled = new Set(
    settlements.filter((settlement) => !settlement.isChosen).map(({ clientId }) => clientId),
  );
  const keepsMoney = (clientId: string): boolean =>
    unsettled.has(clientId) || (balances.get(clientId)?.openCents ?? 0) < 0;

  const doubtful = doubtfulOf(rows, clients.idOf);
  const { remainingByInvoice } = currentBalances(ledger);
  const billed = rows.flatMap(({ accountGroup, row }) => {
    const id = byIdentity.get(identityOf(clients.idOf(row) ?? '', row.number))?.id;
    const isOwed = id !== undefined && (remainingByInvoice.get(id) ?? 0) > 0;
    const pausesAlready = [...ledger.pauses.values()].some(
      (pause) => pause.invoiceId === id && pause.endedAt === undefined,
    );
    return accountGroup === '413' && isOwed && !pausesAlready && ledger.invoices.get(id)?.dueOn ? [id] : [];
  });
  const { siren, closingOn, firstOn, lastOn } = reading;
  return {
    ...base,
    newClients,
    newInvoices: base.newInvoices.map((one) =>
      one.row.kind === 'invoice'
        ? { ...one, importedPaidCents: newMoney(one.id, one.importedPaidCents) }
        : one,
    ),
    updatedInvoices: base.updatedInvoices.map((one) =>
      one.row.kind === 'invoice'
        ? { ...one, importedPaidCents: newMoney(one.id, one.importedPaidCents) }
        : one,
    ),
    problems: [...read.problems, ...openingAboveLedger(ledger, balances, firstOn), ...base.problems].sort(
      (a, b) => a.line - b.line,
    ),
    accounting: {
      newCredits: account.newCredits,
      knownCredits: account.knownCredits,
      uses: funding.uses,
      settlements,
      withdrawals: reading.isWhole ? withdrawalsOf(account, funding.leftOver, keepsMoney) : [],
      doubtful: [...doubtful].flatMap(([clientId, { name, cents: amount }]) => {
        const isLeftAlone =
          ledger.clients.get(clientId)?.excludedReason !== undefined ||
          history.doubtfulClientIds.has(clientId);
        return isLeftAlone ? [] : [{ clientId, name, cents: cents(amount) }];
      }),
      billedInvoiceIds: [...new Set(billed)],
      ...(history.otherSiren !== undefined && { otherSiren: history.otherSiren }),
      ...(history.newerOn !== undefined && { newerOn: history.newerOn }),
      isTooPartialToSettle:
        !reading.isWhole &&
        [...remainingByInvoice].some(([id, left]) => {
          const invoice = left > 0 ? ledger.invoices.get(id) : undefined;
          return invoice !== undefined && isFecInvoice(history, invoice);
        }),
      offsetCents,
      differenceCents: cents(reading.controlCents - reading.openCents['411']),
      facts: {
        ...(siren !== undefined && { siren }),
        ...(closingOn !== undefined && { closingOn }),
        ...(firstOn !== undefined && { firstOn }),
        ...(lastOn !== undefined && { lastOn }),
        doubtfulClientIds: [...doubtful.keys()],
        ...(aliases.length > 0 && { aliases }),
      },
    },
  };
}

/** True when the plan would change nothing: the same file again, or one with nothing since. */
export const isNothingNewInFec = (plan: FecImportPlan): boolean =>
  isNothingNew(plan) &&
  plan.accounting.newCredits.length === 0 &&
  plan.accounting.uses.length === 0 &&
  plan.accounting.withdrawals.length === 0 &&
  plan.accounting.billedInvoiceIds.length === 0 &&
  !plan.accounting.settlements.some((settlement) => settlement.isChosen);

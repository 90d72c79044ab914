import { addDays, earlierDay } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { FecReading } from '../../../shared/importing/fec.ts';
import {
  type FecImportPlan,
  type FecSettleChoice,
  isNothingNewInFec,
  planFecImport,
} from '../../../shared/importing/fec-import.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import { type Command, type CommandContext, put, type RowWrite } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { countedIfAny } from '../../../shared/money/format-count.ts';
import { fail, ok } from '../../../shared/result.ts';
import { type ImportedFile, importRecord } from './import-record.ts';
import { importedPayment, newInvoiceWrites, updateWrites } from './import-writes.ts';
import { completedClient, importedClient } from './imported-client.ts';

/** A file of accounting entries as it was read, and what the user decided about it. */
export interface FecImportWish extends ImportedFile {
  readonly reading: FecReading;
  /** The accounts know no due dates: they are computed by the client's terms, else invoices wait without one. */
  readonly fillDueDates: boolean;
  /** Days net where no terms are agreed; the company's default where undefined. */
  readonly termDays?: number | undefined;
  /** What becomes of invoices that an earlier file brought and this one no longer has open. */
  readonly settle: FecSettleChoice;
  /** Clients on account 416 are excluded from reminders. */
  readonly excludeDoubtful: boolean;
  /** The user insists on a file that stops before one imported earlier. */
  readonly allowOlder?: boolean | undefined;
}

const nbsp = '\u00a0';

/** Why clients on account 416 are not reminded; the user may change or remove it. */
export const doubtfulReason = 'client douteux (compte 416)';

/** A bill of exchange is drawn for sixty days at most (C. com. L441-10); until then nobody is reminded. */
const billPauseDays = 60;

const settledIn = (plan: FecImportPlan) => plan.accounting.settlements.filter(({ isChosen }) => isChosen);

const labelOf = (fileName: string, plan: FecImportPlan): string => {
  const creditNotes = plan.newInvoices.filter(({ row }) => row.kind === 'credit-note').length;
  const { newCredits, withdrawals } = plan.accounting;
  const parts = [
    ...countedIfAny(plan.newInvoices.length - creditNotes, 'facture', 'factures'),
    ...countedIfAny(creditNotes, 'avoir', 'avoirs'),
    ...countedIfAny(newCredits.length, 'règlement à affecter', 'règlements à affecter'),
    ...countedIfAny(plan.newClients.length, 'client', 'clients'),
    ...countedIfAny(plan.updatedInvoices.length, 'facture mise à jour', 'factures mises à jour'),
    ...countedIfAny(settledIn(plan).length, 'facture soldée depuis', 'factures soldées depuis'),
    ...countedIfAny(withdrawals.length, 'crédit repris', 'crédits repris'),
  ];
  return `Import de ${fileName}${nbsp}: ${parts.length === 0 ? 'mise à jour des affectations' : parts.join(', ')}`;
};

/** Every client is written once: as new, completed, or excluded. */
const clientWrites = (
  ledger: Ledger,
  plan: FecImportPlan,
  excludes: boolean,
  importId: string,
  context: CommandContext,
): readonly RowWrite[] => {
  const changed = new Map<string, Client>();
  for (const client of plan.newClients) changed.set(client.id, importedClient(client, importId, context));
  for (const { id, changes } of plan.updatedClients) {
    const client = ledger.clients.get(id);
    if (client) changed.set(id, completedClient(client, changes, context.newId));
  }
  for (const { clientId } of excludes ? plan.accounting.doubtful : []) {
    const client = changed.get(clientId) ?? ledger.clients.get(clientId);
    if (client) changed.set(clientId, { ...client, excludedReason: doubtfulReason });
  }
  return [...changed.values()].map((client) => put('clients', client));
};

const moneyWrites = (
  ledger: Ledger,
  plan: FecImportPlan,
  importId: string,
  context: CommandContext,
): readonly RowWrite[] => {
  const { newCredits, uses, withdrawals } = plan.accounting;
  return [
    ...newCredits.map(({ clientId, cents, receivedOn, reference }) =>
      put('payments', {
        id: context.newId(),
        clientId,
        receivedOn: earlierDay(receivedOn, context.today),
        cents,
        method: 'as-imported',
        reference,
        importId,
        recordedAt: context.now,
      }),
    ),
    ...uses.map((use) => put('allocations', { id: context.newId(), ...use })),
    ...settledIn(plan).flatMap(({ invoiceId, clientId, newMoneyCents, settledOn }) =>
      newMoneyCents > 0
        ? importedPayment(
            { id: invoiceId, clientId },
            newMoneyCents,
            earlierDay(settledOn, context.today),
            importId,
            context,
          )
        : [],
    ),
    ...withdrawals.flatMap(({ kind, id, newTotalCents }) => {
      const payment = kind === 'payment' ? ledger.payments.get(id) : undefined;
      const note = kind === 'credit-note' ? ledger.invoices.get(id) : undefined;
      const isGone = newTotalCents === 0;
      if (payment)
        return [
          put('payments', {
            ...payment,
            ...(isGone ? { reversedAt: context.now } : { cents: newTotalCents }),
          }),
        ];
      if (!note) return [];
      const change = isGone ? { cancelledAt: context.now } : { totalCents: newTotalCents };
      return [put('invoices', { ...note, ...change })];
    }),
  ];
};

const pauseWrites = (ledger: Ledger, plan: FecImportPlan, context: CommandContext): readonly RowWrite[] =>
  plan.accounting.billedInvoiceIds.flatMap((invoiceId) => {
    const invoice = ledger.invoices.get(invoiceId);
    return invoice
      ? [
          put('pauses', {
            id: context.newId(),
            clientId: invoice.clientId,
            invoiceId,
            reason: 'effet à recevoir (compte 413)',
            until: addDays(context.today, billPauseDays),
            createdAt: context.now,
          }),
        ]
      : [];
  });

/**
 * Imports a file of accounting entries as one change: clients, invoices and credit notes, money that waits in
 * « À affecter », and what an earlier file brought and this one no longer leaves open, settled « selon
 * l’import ». All or nothing, undoable as a whole; compared with the ledger of this moment. Refuses a file
 * that is no FEC, and one that brings nothing new.
 */
export const importFec: Command<FecImportWish> = (ledger, wish, context) => {
  const { reading } = wish;
  if (!reading.isFec)
    return fail({
      kind: 'not-a-fec',
      message: 'Ce fichier n’est pas un fichier des écritures comptables. Choisissez-en un autre.',
    });
  const plan = planFecImport(ledger, reading, wish.settle, context.newId);
  const { newerOn } = plan.accounting;
  if (newerOn !== undefined && wish.allowOlder !== true)
    return fail({
      kind: 'older-file',
      message: `Un fichier plus récent, jusqu’au ${formatDay(newerOn)}, a déjà été importé. Celui-ci rouvrirait des factures réglées depuis${nbsp}: exportez le FEC à ce jour.`,
    });
  const excludes = wish.excludeDoubtful && plan.accounting.doubtful.length > 0;
  if (isNothingNewInFec(plan) && !excludes)
    return fail({ kind: 'nothing-new', message: 'Ce fichier ne contient rien de nouveau.' });
  const importId = context.newId();
  const record = importRecord(
    importId,
    wish,
    {
      newInvoices: plan.newInvoices.length,
      updatedInvoices: plan.updatedInvoices.length,
      newClients: plan.newClients.length,
      openCents: plan.summary.openCents,
      fec: plan.accounting.facts,
    },
    context,
  );
  return ok({
    command: 'import-fec',
    label: labelOf(wish.fileName, plan),
    undo: 'allowed',
    writes: [
      put('imports', record),
      ...clientWrites(ledger, plan, excludes, importId, context),
      ...newInvoiceWrites(plan, ledger, wish, importId, context),
      ...updateWrites(plan, ledger, importId, context),
      ...moneyWrites(ledger, plan, importId, context),
      ...pauseWrites(ledger, plan, context),
    ],
  });
};

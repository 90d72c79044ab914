import type { Day } from '../dates/day.ts';
import { cents } from '../money/cents.ts';
import { isPlanUpToDate } from '../reminders/plan-progress.ts';
import { brokenPromises, promiseEndsOn } from '../reminders/promise.ts';
import { isCaseInCourt, isHandoverOpen } from '../reminders/third-party-block.ts';
import type { Dispute, PaymentPromise } from './agreement.ts';
import { currentBalances } from './balance.ts';
import { openServiceBlock } from './blocked-services.ts';
import type { Client } from './client.ts';
import { type ClientFlag, clientFlagKinds } from './client-flag.ts';
import { settingsOf } from './default-settings.ts';
import type { Ledger } from './ledger.ts';

type Add = (clientId: string, flag: ClientFlag) => void;

const addDisputes = (ledger: Ledger, today: Day, owed: (invoiceId: string) => number, add: Add): void => {
  const byClient = new Map<string, Dispute[]>();
  for (const dispute of ledger.disputes.values()) {
    if (dispute.resolvedOn !== undefined && dispute.resolvedOn <= today) continue;
    if (owed(dispute.invoiceId) <= 0) continue;
    const known = byClient.get(dispute.clientId);
    if (known) known.push(dispute);
    else byClient.set(dispute.clientId, [dispute]);
  }
  for (const [clientId, disputes] of byClient) {
    let open = 0;
    for (const { invoiceId, disputedCents } of disputes)
      open += Math.min(owed(invoiceId), disputedCents ?? owed(invoiceId));
    add(clientId, { kind: 'dispute', disputes, openCents: cents(open) });
  }
};

const addPromises = (ledger: Ledger, today: Day, owed: (invoiceId: string) => number, add: Add): void => {
  const { calendar } = settingsOf(ledger, 'reminders');
  const latest = new Map<string, { readonly promise: PaymentPromise; readonly resumesOn: Day }>();
  for (const promise of ledger.promises.values()) {
    if (promise.withdrawnAt !== undefined || !promise.invoiceIds.some((id) => owed(id) > 0)) continue;
    const resumesOn = promiseEndsOn(promise, calendar);
    const known = latest.get(promise.clientId);
    if (today < resumesOn && (known === undefined || known.resumesOn < resumesOn))
      latest.set(promise.clientId, { promise, resumesOn });
  }
  for (const [clientId, found] of latest) add(clientId, { kind: 'promise', ...found });
  const told = new Set<string>();
  for (const promise of brokenPromises(ledger, today)) {
    if (told.has(promise.clientId)) continue;
    told.add(promise.clientId);
    add(promise.clientId, { kind: 'broken-promise', promise });
  }
};

const addPlans = (ledger: Ledger, today: Day, owed: (invoiceId: string) => number, add: Add): void => {
  const { calendar } = settingsOf(ledger, 'reminders');
  for (const plan of ledger.plans.values()) {
    if (plan.endedOn !== undefined && plan.endedOn <= today) continue;
    if (!plan.invoiceIds.some((id) => owed(id) > 0)) continue;
    const kind = isPlanUpToDate(ledger, plan, today, calendar) ? 'plan' : 'broken-plan';
    add(plan.clientId, { kind, plan });
  }
};

const addThirdParties = (ledger: Ledger, today: Day, owed: (invoiceId: string) => number, add: Add): void => {
  const isOwed = ({ invoiceIds }: { readonly invoiceIds: readonly string[] }): boolean =>
    invoiceIds.some((id) => owed(id) > 0);
  for (const legalCase of ledger.legalCases.values())
    if (isCaseInCourt(legalCase, today) && isOwed(legalCase))
      add(legalCase.clientId, { kind: 'in-court', legalCase });
  for (const handover of ledger.handovers.values())
    if (isHandoverOpen(handover, today) && isOwed(handover))
      add(handover.clientId, { kind: 'handed-over', handover });
};

const addBounces = (client: Client, add: Add): void => {
  const addresses: string[] = [];
  let since: Day | undefined;
  for (const { email, bouncedOn } of client.contacts) {
    if (email === undefined || bouncedOn === undefined) continue;
    addresses.push(email);
    if (since === undefined || bouncedOn < since) since = bouncedOn;
  }
  if (since !== undefined) add(client.id, { kind: 'bounced', addresses, since });
};

const compute = (ledger: Ledger, today: Day): ReadonlyMap<string, readonly ClientFlag[]> => {
  const flags = new Map<string, ClientFlag[]>();
  const add: Add = (clientId, flag) => {
    const known = flags.get(clientId);
    if (known) known.push(flag);
    else flags.set(clientId, [flag]);
  };
  const { remainingByInvoice } = currentBalances(ledger);
  const owed = (invoiceId: string): number => remainingByInvoice.get(invoiceId) ?? 0;
  for (const client of ledger.clients.values()) {
    if (client.insolvency) add(client.id, { kind: 'insolvency', insolvency: client.insolvency });
    if (client.excludedReason !== undefined)
      add(client.id, { kind: 'excluded', reason: client.excludedReason });
    if (client.directDebit) add(client.id, { kind: 'direct-debit' });
    const block = openServiceBlock(client, today);
    if (block !== undefined) add(client.id, { kind: 'services-blocked', block });
    addBounces(client, add);
  }
  addDisputes(ledger, today, owed, add);
  addPromises(ledger, today, owed, add);
  addPlans(ledger, today, owed, add);
  addThirdParties(ledger, today, owed, add);
  const paused = new Set<string>();
  for (const pause of ledger.pauses.values()) {
    if (pause.invoiceId !== undefined || pause.endedAt !== undefined || pause.until <= today) continue;
    if (paused.has(pause.clientId)) continue;
    paused.add(pause.clientId);
    add(pause.clientId, { kind: 'pause', pause });
  }
  for (const list of flags.values())
    list.sort((a, b) => clientFlagKinds.indexOf(a.kind) - clientFlagKinds.indexOf(b.kind));
  return flags;
};

const latest = new WeakMap<
  Ledger,
  { readonly today: Day; readonly flags: ReadonlyMap<string, readonly ClientFlag[]> }
>();

/**
 * What sets each client apart on a day, most serious first; clients without any are absent. Disputes,
 * promises and plans count only while something is owed on their invoices. Once per state of the ledger.
 */
export const clientFlags = (ledger: Ledger, today: Day): ReadonlyMap<string, readonly ClientFlag[]> => {
  const known = latest.get(ledger);
  if (known?.today === today) return known.flags;
  const flags = compute(ledger, today);
  latest.set(ledger, { today, flags });
  return flags;
};

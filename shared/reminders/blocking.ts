import { type Day, laterDay } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { isPriorClaim } from '../law/insolvency.ts';
import type { BankLine } from '../ledger/bank.ts';
import type { Client, Insolvency } from '../ledger/client.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReminderSettings } from '../ledger/settings.ts';
import { likelyReceipts } from '../matching/likely-receipts.ts';
import { formatAmount } from '../money/format-amount.ts';
import { type AgreementIndex, agreementIndex } from './agreement-index.ts';
import type { Block } from './block.ts';
import { type Claim, claimOf } from './claim.ts';
import { planBlock } from './plan-block.ts';
import { platformBlock } from './platform-block.ts';
import { promiseEndsOn } from './promise.ts';
import { thirdPartyBlock } from './third-party-block.ts';

const procedures: Readonly<Record<Insolvency['kind'], string>> = {
  safeguard: 'Sauvegarde ouverte',
  reorganisation: 'Redressement judiciaire ouvert',
  liquidation: 'Liquidation judiciaire ouverte',
};

/** Claims born before the judgment may not be paid (C. com. L622-7); later ones may be claimed (L622-17). */
const insolvencyBlock = (client: Client, invoice: Invoice): Block | undefined => {
  const { insolvency } = client;
  if (insolvency === undefined || !isPriorClaim(invoice, insolvency)) return undefined;
  return {
    kind: 'insolvency',
    reason: `${procedures[insolvency.kind]} le ${formatLongDay(insolvency.judgmentOn)}\u00A0: la créance se déclare, elle ne se relance pas.`,
  };
};

const clientBlock = (client: Client, invoice: Invoice): Block | undefined => {
  if (client.excludedReason !== undefined)
    return {
      kind: 'excluded',
      reason:
        client.excludedReason === ''
          ? 'Client exclu des relances.'
          : `Client exclu des relances\u00A0: ${client.excludedReason}`,
    };
  const insolvency = insolvencyBlock(client, invoice);
  if (insolvency) return insolvency;
  if (client.directDebit && invoice.debitRejectedOn === undefined)
    return {
      kind: 'direct-debit',
      reason: 'Client réglé par prélèvement\u00A0: pas de relance avant un rejet.',
    };
  return undefined;
};

/** What the checks of every invoice share. */
export interface BlockingContext {
  readonly ledger: Ledger;
  readonly today: Day;
  readonly settings: ReminderSettings;
  readonly agreements: AgreementIndex;
  /** Money that has probably come from a client and waits to be matched, by client. */
  readonly receipts: ReadonlyMap<string, BankLine>;
}

const agreementBlock = (
  { ledger, today, settings, agreements }: BlockingContext,
  invoice: Invoice,
): Block | undefined => {
  if (agreements.isEmpty) return undefined;
  const { calendar } = settings;
  const { plansByInvoice, promisesByInvoice, pausesByInvoice, pausesByClient } = agreements;
  for (const plan of plansByInvoice.get(invoice.id) ?? []) {
    const block = planBlock(ledger, plan, today, calendar);
    if (block !== undefined) return block;
  }

  let promise: { readonly promisedOn: Day; readonly resumesOn: Day } | undefined;
  for (const { promisedOn } of promisesByInvoice.get(invoice.id) ?? []) {
    const resumesOn = promiseEndsOn({ promisedOn }, calendar);
    if (today < resumesOn && (promise === undefined || promise.resumesOn < resumesOn))
      promise = { promisedOn, resumesOn };
  }
  if (promise !== undefined)
    return {
      kind: 'promise',
      reason: `Règlement promis pour le ${formatLongDay(promise.promisedOn)}.`,
      resumesOn: promise.resumesOn,
    };

  let pause: { readonly until: Day; readonly reason: string } | undefined;
  for (const candidate of [
    ...(pausesByInvoice.get(invoice.id) ?? []),
    ...(pausesByClient.get(invoice.clientId) ?? []),
  ])
    if (
      today < candidate.until &&
      (pause === undefined || laterDay(pause.until, candidate.until) !== pause.until)
    )
      pause = candidate;
  if (pause !== undefined)
    return {
      kind: 'pause',
      reason: `Relances reportées au ${formatLongDay(pause.until)}${pause.reason === '' ? '' : `\u00A0: ${pause.reason}`}${pause.reason.endsWith('.') ? '' : '.'}`,
      resumesOn: pause.until,
    };
  return undefined;
};

/** The claim was assigned: only the factor can be paid, and only he may ask (C. mon. fin. L313-28). */
const factorBlock = ({ factor }: Invoice): Block | undefined => {
  if (factor === undefined) return undefined;
  const name = factor.trim();
  return {
    kind: 'factored',
    reason: `Facture cédée\u00A0: le client doit payer ${name === '' ? 'le factor' : name}.`,
  };
};

const orderedBlock = ({ paymentOrderedOn }: Invoice): Block | undefined =>
  paymentOrderedOn === undefined
    ? undefined
    : {
        kind: 'payment-ordered',
        reason: `Mandatée le ${formatLongDay(paymentOrderedOn)}\u00A0: le paiement est ordonné.`,
      };

/** The worst reminder is the one to somebody who has paid: his money is looked at first. */
const receiptBlock = ({ receipts }: BlockingContext, { clientId }: Invoice): Block | undefined => {
  const line = receipts.get(clientId);
  return (
    line && {
      kind: 'receipt-to-match',
      reason: `Un encaissement de ${formatAmount(line.amountCents)} du ${formatLongDay(line.bookedOn)} vient peut-être de ce client\u00A0: rapprochez-le d’abord.`,
    }
  );
};

const amountBlock = (claim: Claim, toleranceCents: number): Block | undefined => {
  if (claim.claimedCents > toleranceCents) return undefined;
  if (claim.openCents - claim.disputedCents <= toleranceCents)
    return {
      kind: 'dispute',
      reason: 'Facture contestée\u00A0: à régler avec le client avant toute relance.',
    };
  return {
    kind: 'covered-by-credit',
    reason: `Couverte par ${formatAmount(claim.creditedCents)} d’avoirs ou de règlements à affecter.`,
  };
};

/** {@link blockOf} for many invoices of the same ledger and day. */
export const blockIn = (
  context: BlockingContext,
  client: Client | undefined,
  invoice: Invoice,
  claim: Claim,
): Block | undefined => {
  if (invoice.cancelledAt !== undefined) return { kind: 'cancelled', reason: 'Facture annulée.' };
  if (invoice.kind === 'credit-note') return { kind: 'credit-note', reason: 'Un avoir ne se relance pas.' };
  const { toleranceCents } = context.settings;
  if (claim.openCents <= toleranceCents) return { kind: 'settled', reason: 'Facture soldée.' };
  return (
    factorBlock(invoice) ??
    platformBlock(invoice) ??
    thirdPartyBlock(context.agreements, invoice, context.today) ??
    amountBlock(claim, toleranceCents) ??
    (client === undefined ? undefined : clientBlock(client, invoice)) ??
    orderedBlock(invoice) ??
    receiptBlock(context, invoice) ??
    (invoice.dueOn === undefined
      ? { kind: 'no-due-date', reason: 'Facture sans date d’échéance.' }
      : undefined) ??
    agreementBlock(context, invoice)
  );
};

/**
 * Why nothing may leave for an invoice on a day, whatever the scenario says; undefined when nothing stops
 * it. The first reason in the order of finality: what no day will lift comes before what ends by itself.
 */
export const blockOf = (ledger: Ledger, invoice: Invoice, today: Day): Block | undefined =>
  blockIn(
    {
      ledger,
      today,
      settings: settingsOf(ledger, 'reminders'),
      agreements: agreementIndex(ledger),
      receipts: likelyReceipts(ledger, today).byClient,
    },
    ledger.clients.get(invoice.clientId),
    invoice,
    claimOf(ledger, invoice.id, today),
  );

import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { BlockKind } from './block.ts';
import { blockOf } from './blocking.ts';
import { claimOf } from './claim.ts';
import { gapEndsOn } from './client-plan.ts';
import { ladderOf, positionOn } from './ladder.ts';
import type { Reminder, ReminderLine } from './reminder.ts';
import { reminderHistory } from './reminder-history.ts';
import { progressOf } from './reminder-progress.ts';
import { scenarioOf, scenariosOf } from './scenario-choice.ts';

/** What happened to a message since it was approved. */
export type ObjectionKind =
  | 'not-waiting'
  | 'other-message'
  | 'deadline-over'
  | 'address-gone'
  | 'invoice-gone'
  | 'blocked'
  | 'amount-changed'
  | 'charges-decided'
  | 'due-date-moved'
  | 'announcement-over'
  | 'already-done';

/** Why an approved message may not leave as it stands. */
export interface Objection {
  readonly kind: ObjectionKind;
  /** What blocks the invoice, where it is `blocked`. */
  readonly block?: BlockKind | undefined;
  /** The invoice it is about; undefined where it is the message as a whole. */
  readonly invoiceNumber?: string | undefined;
  /** French sentence without the number of the invoice. */
  readonly text: string;
}

/** « Facture F-102 : facture soldée. » */
export const objectionText = ({ invoiceNumber, text }: Objection): string =>
  invoiceNumber === undefined ? text : `Facture ${invoiceNumber}\u00A0: ${text}`;

/** Why a line no longer stands as it was approved; undefined when it does. */
const lineObjection = (ledger: Ledger, line: ReminderLine, today: Day): Objection | undefined => {
  const invoice = ledger.invoices.get(line.invoiceId);
  if (invoice === undefined)
    return { kind: 'invoice-gone', text: 'Une facture de ce message n’est plus dans vos données.' };
  const { number, dueOn } = invoice;
  const about = (kind: ObjectionKind, text: string): Objection => ({ kind, invoiceNumber: number, text });
  const block = blockOf(ledger, invoice, today);
  if (block !== undefined) return { ...about('blocked', block.reason), block: block.kind };
  const { claimedCents } = claimOf(ledger, invoice.id, today);
  if (claimedCents !== line.remainingCents)
    return about(
      'amount-changed',
      `le montant dû est passé de ${formatAmount(line.remainingCents)} à ${formatAmount(claimedCents)}.`,
    );
  const client = ledger.clients.get(invoice.clientId);
  if (client === undefined || dueOn === undefined) return undefined;
  const ladder = ladderOf(scenarioOf(ledger, client), settingsOf(ledger, 'reminders').calendar);
  const index = ladder.steps.findIndex((step) => step.id === line.stepId);
  const plannedOn = ladder.plannedDays(dueOn)[index];
  if (plannedOn !== undefined && plannedOn > today)
    return about('due-date-moved', `l’échéance a été reportée au ${formatLongDay(dueOn)}.`);
  const step = ladder.steps[index];
  if (step !== undefined && step.delayDays < 0 && today > dueOn)
    return about('announcement-over', 'l’échéance que ce message annonçait est passée.');
  const done = reminderHistory(ledger).doneByInvoice.get(invoice.id) ?? [];
  if (index >= 0 && positionOn(ladder, done, scenariosOf(ledger)).index >= index)
    return about('already-done', 'cette relance a déjà été faite.');
  return undefined;
};

/**
 * Whether interest or the 40 € of the invoice were claimed or waived since an e-mail was approved, whose text
 * may name them. A letter counts them anew when it is printed.
 */
const wasDecidedSince = (
  ledger: Ledger,
  { invoiceId }: ReminderLine,
  { channel, state }: Reminder,
): boolean => {
  const invoice = ledger.invoices.get(invoiceId);
  const client = invoice && ledger.clients.get(invoice.clientId);
  if (channel !== 'email' || state.kind !== 'approved') return false;
  return [invoice?.chargeDecisions, client?.chargeDecisions].some(
    (decisions) =>
      (decisions?.penalties?.decidedAt ?? '') > state.approvedAt ||
      (decisions?.indemnity?.decidedAt ?? '') > state.approvedAt,
  );
};

const chargesObjection = (ledger: Ledger, line: ReminderLine, reminder: Reminder): Objection | undefined =>
  wasDecidedSince(ledger, line, reminder)
    ? {
        kind: 'charges-decided',
        invoiceNumber: ledger.invoices.get(line.invoiceId)?.number,
        text: 'les pénalités ou les 40\u00A0€ ont été décidés autrement depuis.',
      }
    : undefined;

/** Why the message as a whole no longer stands: its text and its address are those of its approval. */
const messageObjection = (ledger: Ledger, reminder: Reminder, today: Day): Objection | undefined => {
  const { channel, clientId, deadlineOn, recipientEmail } = reminder;
  // The PC was off meanwhile. A letter is held back by its own check (letters/letter-readiness.ts).
  if (channel === 'email' && deadlineOn !== undefined && deadlineOn <= today)
    return {
      kind: 'deadline-over',
      text: `Le délai accordé par ce message prenait fin le ${formatLongDay(deadlineOn)}.`,
    };
  const contacts = ledger.clients.get(clientId)?.contacts;
  if (recipientEmail === undefined || contacts === undefined) return undefined;
  const address = recipientEmail.toLowerCase();
  return contacts.some(({ email }) => email?.trim().toLowerCase() === address)
    ? undefined
    : {
        kind: 'address-gone',
        text: `L’adresse ${recipientEmail} n’est plus sur la fiche du client.`,
      };
};

/**
 * Everything that keeps an approved message from leaving on a day, over live data, the message as a whole
 * before its invoices; empty where it still stands. Each invoice is named with the first reason that holds
 * for it.
 */
export const objectionsTo = (ledger: Ledger, reminder: Reminder, today: Day): readonly Objection[] => {
  const current = ledger.reminders.get(reminder.id);
  if (
    current === undefined ||
    current.attempt !== reminder.attempt ||
    progressOf(current.state).kind !== 'in-progress'
  )
    return [{ kind: 'not-waiting', text: 'Cette relance n’est plus à envoyer.' }];
  const { minimumGapDays } = settingsOf(ledger, 'reminders');
  const gapEnd = gapEndsOn(reminderHistory(ledger), reminder.clientId, minimumGapDays);
  const objections: readonly (Objection | undefined)[] = [
    gapEnd !== undefined && today < gapEnd
      ? { kind: 'other-message', text: 'Un autre message est parti à ce client entre-temps.' }
      : undefined,
    messageObjection(ledger, reminder, today),
    ...reminder.lines.map(
      (line) => lineObjection(ledger, line, today) ?? chargesObjection(ledger, line, current),
    ),
  ];
  return objections.filter((objection) => objection !== undefined);
};

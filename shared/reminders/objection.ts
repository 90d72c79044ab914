import { addDays, type Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { BlockKind } from './block.ts';
import { blockOf } from './blocking.ts';
import { claimOf } from './claim.ts';
import { instalmentObjection, isInstalmentStep } from './instalment-reminder.ts';
import { positionOn } from './ladder.ts';
import { laddersOf } from './ladders.ts';
import { lenientRank } from './lenient.ts';
import { levelRank } from './level.ts';
import type { Reminder, ReminderLine } from './reminder.ts';
import { familyOf, reminderHistory } from './reminder-history.ts';
import { progressOf } from './reminder-progress.ts';
import { scenariosOf } from './scenario-choice.ts';

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
const lineObjection = (
  ledger: Ledger,
  line: ReminderLine,
  reminder: Reminder,
  today: Day,
): Objection | undefined => {
  const invoice = ledger.invoices.get(line.invoiceId);
  if (invoice === undefined)
    return { kind: 'invoice-gone', text: 'Une facture de ce message n’est plus dans vos données.' };
  const { number, dueOn } = invoice;
  const about = (kind: ObjectionKind, text: string): Objection => ({ kind, invoiceNumber: number, text });
  if (isInstalmentStep(line.stepId)) {
    const text = instalmentObjection(ledger, line, today);
    return text === undefined ? undefined : about('amount-changed', text);
  }
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
  const ladder = laddersOf(ledger, settingsOf(ledger, 'reminders')).ofInvoice(client, invoice);
  const index = ladder.steps.findIndex((step) => step.id === line.stepId);
  if (index < 0) return undefined;
  const done = (reminderHistory(ledger).doneByInvoice.get(invoice.id) ?? []).filter(
    ({ reminder: other }) => familyOf(other) !== familyOf(reminder),
  );
  const position = positionOn(ladder, done, scenariosOf(ledger));
  if (position.index >= index) return about('already-done', 'cette relance a déjà été faite.');
  const plannedOn = ladder.plannedDays(dueOn, position)[index];
  const offset = ladder.offsets[index] ?? 0;
  if (plannedOn !== undefined && plannedOn > today)
    return about(
      'due-date-moved',
      dueOn > today
        ? `l’échéance a été reportée au ${formatLongDay(dueOn)}.`
        : `cette étape est maintenant prévue le ${formatLongDay(plannedOn)}.`,
    );
  if (offset < 0 && today > dueOn)
    return about('announcement-over', 'l’échéance que ce message annonçait est passée.');
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
  const client = ledger.clients.get(clientId);
  if (client === undefined) return undefined;
  const highestRank = lenientRank(client, today);
  if (client.lenient !== undefined && highestRank !== undefined && levelRank(reminder.level) > highestRank)
    return {
      kind: 'blocked',
      block: 'lenient',
      text: `Mode indulgent jusqu’au ${formatLongDay(client.lenient.until)}\u00A0: seules les relances amicales partent.`,
    };
  if (recipientEmail === undefined) return undefined;
  const address = recipientEmail.toLowerCase();
  const addressed = client.contacts.filter(({ email }) => email?.trim().toLowerCase() === address);
  if (addressed.length === 0)
    return {
      kind: 'address-gone',
      text: `L’adresse ${recipientEmail} n’est plus sur la fiche du client.`,
    };
  return addressed.every(({ bouncedOn }) => bouncedOn !== undefined)
    ? { kind: 'address-gone', text: `L’adresse ${recipientEmail} est en erreur\u00A0: rien n’y est envoyé.` }
    : undefined;
};

/** A message that left since, other than by another channel of the same step. */
const isFollowing = (ledger: Ledger, reminder: Reminder, today: Day): boolean => {
  const { minimumGapDays } = settingsOf(ledger, 'reminders');
  const messages = reminderHistory(ledger).messagesByClient.get(reminder.clientId) ?? [];
  return messages.some(
    (sent) => today < addDays(sent.on, minimumGapDays) && familyOf(sent.reminder) !== familyOf(reminder),
  );
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
  const objections: readonly (Objection | undefined)[] = [
    isFollowing(ledger, current, today)
      ? { kind: 'other-message', text: 'Un autre message est parti à ce client entre-temps.' }
      : undefined,
    messageObjection(ledger, reminder, today),
    ...reminder.lines.map(
      (line) => lineObjection(ledger, line, current, today) ?? chargesObjection(ledger, line, current),
    ),
  ];
  return objections.filter((objection) => objection !== undefined);
};

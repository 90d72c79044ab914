import type { Day } from '../dates/day.ts';
import { formatLongDay } from '../dates/format-day.ts';
import type { RecheckAnswer } from '../ipc/outbox-contract.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatAmount } from '../money/format-amount.ts';
import { blockOf } from './blocking.ts';
import { claimOf } from './claim.ts';
import { gapEndsOn } from './client-plan.ts';
import { ladderOf, positionOn } from './ladder.ts';
import type { Reminder, ReminderLine } from './reminder.ts';
import { reminderHistory } from './reminder-history.ts';
import { progressOf } from './reminder-progress.ts';
import { scenarioOf, scenariosOf } from './scenario-choice.ts';

const drop = (reason: string): RecheckAnswer => ({ kind: 'drop', reason });

/** Why a line no longer stands as it was approved; undefined when it does. */
const lineObjection = (ledger: Ledger, line: ReminderLine, today: Day): string | undefined => {
  const invoice = ledger.invoices.get(line.invoiceId);
  if (invoice === undefined) return 'Une facture de ce message n’est plus dans vos données.';
  const { number, dueOn } = invoice;
  const block = blockOf(ledger, invoice, today);
  if (block !== undefined) return `Facture ${number}\u00A0: ${block.reason}`;
  const { claimedCents } = claimOf(ledger, invoice.id, today);
  if (claimedCents !== line.remainingCents)
    return `Facture ${number}\u00A0: le montant dû est passé de ${formatAmount(line.remainingCents)} à ${formatAmount(claimedCents)}.`;
  const client = ledger.clients.get(invoice.clientId);
  if (client === undefined || dueOn === undefined) return undefined;
  const ladder = ladderOf(scenarioOf(ledger, client), settingsOf(ledger, 'reminders').calendar);
  const index = ladder.steps.findIndex((step) => step.id === line.stepId);
  const plannedOn = ladder.plannedDays(dueOn)[index];
  if (plannedOn !== undefined && plannedOn > today)
    return `Facture ${number}\u00A0: l’échéance a été reportée au ${formatLongDay(dueOn)}.`;
  const step = ladder.steps[index];
  if (step !== undefined && step.delayDays < 0 && today > dueOn)
    return `Facture ${number}\u00A0: l’échéance que ce message annonçait est passée.`;
  const done = reminderHistory(ledger).doneByInvoice.get(invoice.id) ?? [];
  if (index >= 0 && positionOn(ladder, done, scenariosOf(ledger)).index >= index)
    return `Facture ${number}\u00A0: cette relance a déjà été faite.`;
  return undefined;
};

/** Why the message as a whole no longer stands: its text and its address are those of its approval. */
const messageObjection = (ledger: Ledger, reminder: Reminder, today: Day): string | undefined => {
  const { channel, clientId, deadlineOn, recipientEmail } = reminder;
  // The PC was off meanwhile. A letter is held back by its own check (letters/letter-readiness.ts).
  if (channel === 'email' && deadlineOn !== undefined && deadlineOn <= today)
    return `Le délai accordé par ce message prenait fin le ${formatLongDay(deadlineOn)}.`;
  const contacts = ledger.clients.get(clientId)?.contacts;
  if (recipientEmail === undefined || contacts === undefined) return undefined;
  const address = recipientEmail.toLowerCase();
  return contacts.some(({ email }) => email?.trim().toLowerCase() === address)
    ? undefined
    : `L’adresse ${recipientEmail} n’est plus sur la fiche du client.`;
};

/**
 * May an approved reminder still leave? Asked over live data just before the attempt. Anything that changed
 * since the approval (settled, contested, promised, paused, another amount or address, another message
 * meanwhile, a last day to pay that has come) drops it; what is still due is then proposed again with the
 * right text. A call or skip never asks.
 */
export const recheck = (ledger: Ledger, reminder: Reminder, today: Day): RecheckAnswer => {
  const current = ledger.reminders.get(reminder.id);
  if (
    current === undefined ||
    current.attempt !== reminder.attempt ||
    progressOf(current.state).kind !== 'in-progress'
  )
    return drop('Cette relance n’est plus à envoyer.');
  const gapEnd = gapEndsOn(
    reminderHistory(ledger),
    reminder.clientId,
    settingsOf(ledger, 'reminders').minimumGapDays,
  );
  if (gapEnd !== undefined && today < gapEnd)
    return drop('Un autre message est parti à ce client entre-temps.');
  const outdated = messageObjection(ledger, reminder, today);
  if (outdated !== undefined) return drop(outdated);
  for (const line of reminder.lines) {
    const objection = lineObjection(ledger, line, today);
    if (objection !== undefined) return drop(objection);
  }
  return { kind: 'send' };
};

import { businessDay } from '../dates/clock.ts';
import { addDays, addMonths, type Day, isDay } from '../dates/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInLedgerCurrency } from '../ledger/ledger-currency.ts';
import { paidItems } from '../ledger/paid-items.ts';
import { hasLeft, reminderMoment } from '../ledger/reminder-moment.ts';
import { type Cents, cents } from '../money/cents.ts';
import type { Reminder, ReminderLine } from '../reminders/reminder.ts';
import { channelNames, levelNames } from '../reminders/reminder-names.ts';
import { baseStepId } from '../reminders/rungs.ts';
import type { DunningStep } from '../reminders/scenario.ts';
import { scenariosOf } from '../reminders/scenario-choice.ts';
import { type Figure, knownFigure } from './figure.ts';

/** Days after a step within which a payment is put down to it. */
export const recoveryWindows = [7, 15, 30] as const;
export type RecoveryWindow = (typeof recoveryWindows)[number];

/** What one step of a scenario brought in. */
export interface StepRecovery {
  /** Scenario and step. */
  readonly key: string;
  /** « Relance amicale, J+7 », with the scenario's name where several were used. */
  readonly name: string;
  /** Invoices that the step was done for, each time counted. */
  readonly count: number;
  readonly remindedCents: Cents;
  readonly recoveredCents: Cents;
  /** Percent. */
  readonly rate: Figure;
}

interface Done {
  readonly key: string;
  readonly on: Day;
  readonly remindedCents: number;
  recoveredCents: number;
}

interface StepName {
  readonly order: number;
  readonly scenario: string;
  readonly step: string;
}

const dayOf = (reminder: Reminder): Day => {
  const moment = reminderMoment(reminder.state);
  return isDay(moment) ? moment : businessDay(Date.parse(moment));
};

const dayText = ({ delayDays, anchor }: DunningStep): string => {
  if (anchor === 'previous-step') return `${delayDays}\u00A0j après la précédente`;
  return delayDays < 0 ? `J\u2212${-delayDays}` : `J+${delayDays}`;
};

const stepText = (step: DunningStep): string =>
  `${levelNames[step.level]}, ${dayText(step)}${step.channel === 'email' ? '' : `, ${channelNames[step.channel].toLowerCase()}`}`;

const nameOf = (ledger: Ledger, reminder: Reminder, line: ReminderLine): StepName => {
  const scenario = scenariosOf(ledger).get(line.scenarioId ?? reminder.scenarioId);
  const stepId = baseStepId(line.stepId);
  const index = scenario?.steps.findIndex(({ id }) => id === stepId) ?? -1;
  const step = scenario?.steps[index];
  return {
    order: index < 0 ? Number.MAX_SAFE_INTEGER : index,
    scenario: scenario?.name ?? 'Scénario supprimé',
    step:
      step === undefined
        ? `${line.stepId === reminder.stepId ? levelNames[reminder.level] : 'Étape'} (étape retirée)`
        : stepText(step),
  };
};

/**
 * What was paid within `windowDays` after each step done in the last 12 months, of what was claimed. A payment
 * goes to the last step before it; steps whose window is still running are left out on both sides. Empty
 * where no step is old enough. In the order of the scenarios.
 */
export const stepRecovery = (
  ledger: Ledger,
  today: Day,
  windowDays: RecoveryWindow,
): readonly StepRecovery[] => {
  const since = addMonths(today, -12);
  const names = new Map<string, StepName>();
  const byInvoice = new Map<string, Done[]>();
  for (const reminder of ledger.reminders.values()) {
    if (!hasLeft(reminder) || reminder.companionOf !== undefined) continue;
    const on = dayOf(reminder);
    if (on <= since || on > today) continue;
    for (const line of reminder.lines) {
      const invoice = ledger.invoices.get(line.invoiceId);
      if (!invoice || invoice.cancelledAt !== undefined || !isInLedgerCurrency(invoice)) continue;
      // The times of a step that repeats are one step; what went with it by another channel is no second one.
      const key = `${line.scenarioId ?? reminder.scenarioId}/${baseStepId(line.stepId)}`;
      if (!names.has(key)) names.set(key, nameOf(ledger, reminder, line));
      const done: Done = { key, on, remindedCents: line.remainingCents, recoveredCents: 0 };
      const list = byInvoice.get(invoice.id);
      if (list) list.push(done);
      else byInvoice.set(invoice.id, [done]);
    }
  }
  for (const item of paidItems(ledger)) {
    let last: Done | undefined;
    for (const done of byInvoice.get(item.invoiceId) ?? [])
      if (done.on < item.paidOn && (last === undefined || done.on > last.on)) last = done;
    if (last !== undefined && item.paidOn <= addDays(last.on, windowDays))
      last.recoveredCents = Math.min(last.remindedCents, last.recoveredCents + item.cents);
  }
  const sums = new Map<string, { count: number; reminded: number; recovered: number }>();
  for (const dones of byInvoice.values())
    for (const { key, on, remindedCents, recoveredCents } of dones) {
      if (addDays(on, windowDays) > today || remindedCents <= 0) continue;
      const sum = sums.get(key) ?? { count: 0, reminded: 0, recovered: 0 };
      sum.count += 1;
      sum.reminded += remindedCents;
      sum.recovered += recoveredCents;
      sums.set(key, sum);
    }
  const severalScenarios = new Set([...names.values()].map(({ scenario }) => scenario)).size > 1;
  return [...sums]
    .map(([key, sum]) => ({ key, sum, name: names.get(key) }))
    .sort(
      (a, b) =>
        (a.name?.scenario ?? '').localeCompare(b.name?.scenario ?? '', 'fr') ||
        (a.name?.order ?? 0) - (b.name?.order ?? 0),
    )
    .map(({ key, sum, name }) => ({
      key,
      name: `${name?.step ?? ''}${severalScenarios ? ` · ${name?.scenario ?? ''}` : ''}`,
      count: sum.count,
      remindedCents: cents(sum.reminded),
      recoveredCents: cents(sum.recovered),
      rate: knownFigure({
        expression: '{recovered} ÷ {reminded} × 100',
        terms: [
          {
            id: 'recovered',
            name: `payé dans les ${windowDays}\u00A0jours`,
            value: { kind: 'cents', cents: sum.recovered },
          },
          { id: 'reminded', name: 'montant relancé', value: { kind: 'cents', cents: sum.reminded } },
        ],
        result: { kind: 'percent', percent: (sum.recovered / sum.reminded) * 100 },
        note: `Un paiement est attribué à la dernière étape qui l’a précédé. Étapes des 12\u00A0derniers mois faites depuis au moins ${windowDays}\u00A0jours.`,
      }),
    }));
};

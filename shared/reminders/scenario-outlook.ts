import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, cents, sumCents } from '../money/cents.ts';
import { unreachable } from '../result.ts';
import { type Planning, planReminders } from './planning.ts';
import { channelNames, levelNames } from './reminder-names.ts';
import type { DunningLevel, ReminderChannel, Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';

/** What comes next for a client. */
export type Outlook =
  | {
      readonly kind: 'today';
      readonly level: DunningLevel;
      readonly channel: ReminderChannel;
      readonly invoices: number;
    }
  | { readonly kind: 'later'; readonly on: Day }
  | { readonly kind: 'waiting'; readonly reason: string }
  | { readonly kind: 'nothing' };

/** A client whose open invoices follow a scenario, before it is changed or after. */
export interface OutlookRow {
  readonly clientId: string;
  /** Open invoices concerned. */
  readonly invoices: number;
  readonly cents: Cents;
  readonly before: Outlook;
  readonly after: Outlook;
  readonly isChanged: boolean;
}

/** The ledger as it would be with that scenario, which takes its segments from the others. */
export const ledgerWithScenario = (ledger: Ledger, scenario: Scenario): Ledger => {
  const scenarios = new Map<string, Scenario>();
  for (const [id, other] of ledger.scenarios)
    scenarios.set(id, {
      ...other,
      segments: other.segments?.filter((segment) => !scenario.segments?.includes(segment)),
    });
  scenarios.set(scenario.id, scenario);
  return { ...ledger, scenarios };
};

const outlookOf = (planning: Planning): ((clientId: string) => Outlook) => {
  const found = new Map<string, Outlook>();
  for (const { clientId, block } of planning.waiting)
    if (!found.has(clientId)) found.set(clientId, { kind: 'waiting', reason: block.reason });
  for (const { clientId, on } of planning.coming) found.set(clientId, { kind: 'later', on });
  for (const { clientId, level, channel, lines } of planning.proposals)
    found.set(clientId, { kind: 'today', level, channel, invoices: lines.length });
  return (clientId) => found.get(clientId) ?? { kind: 'nothing' };
};

const channelText = (channel: ReminderChannel): string =>
  channel === 'sms' ? channelNames[channel] : channelNames[channel].toLowerCase();

/** « Relance amicale, e-mail, aujourd’hui », « Prochaine relance le 03/12/2026 »… */
export const outlookText = (outlook: Outlook): string => {
  switch (outlook.kind) {
    case 'today': {
      const count = outlook.invoices === 1 ? '' : ` (${outlook.invoices} factures)`;
      return `${levelNames[outlook.level]}, ${channelText(outlook.channel)}, aujourd’hui${count}`;
    }
    case 'later':
      return `Prochaine le ${formatDay(outlook.on)}`;
    case 'waiting':
      return outlook.reason;
    case 'nothing':
      return 'Aucune relance prévue';
    default:
      return unreachable(outlook);
  }
};

/**
 * What saving a scenario would change for every client with open invoices that follow it now or would then:
 * what comes next as things stand, and with the scenario as typed. Changed ones first, then the largest sum.
 * Nothing is written.
 */
export const scenarioOutlook = (ledger: Ledger, scenario: Scenario, today: Day): readonly OutlookRow[] => {
  const then = ledgerWithScenario(ledger, scenario);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const open = new Map<string, { invoices: number; cents: Cents }>();
  for (const [invoiceId, openCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    const client = invoice && ledger.clients.get(invoice.clientId);
    if (!client || openCents <= toleranceCents) continue;
    const isConcerned = [ledger, then].some((at) => scenarioOf(at, client, invoice).id === scenario.id);
    if (!isConcerned) continue;
    const known = open.get(client.id) ?? { invoices: 0, cents: cents(0) };
    open.set(client.id, { invoices: known.invoices + 1, cents: sumCents([known.cents, openCents]) });
  }
  if (open.size === 0) return [];
  const before = outlookOf(planReminders(ledger, today));
  const after = outlookOf(planReminders(then, today));
  const rows = [...open].map(([clientId, totals]): OutlookRow => {
    const pair = { before: before(clientId), after: after(clientId) };
    const isChanged = outlookText(pair.before) !== outlookText(pair.after);
    return { clientId, ...totals, ...pair, isChanged };
  });
  return rows.sort((a, b) => Number(b.isChanged) - Number(a.isChanged) || b.cents - a.cents);
};

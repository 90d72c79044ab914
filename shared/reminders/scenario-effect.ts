import type { Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Planning, planReminders } from './planning.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';
import { ledgerWithScenario } from './scenario-outlook.ts';

/** What saving a scenario would change today. */
export interface ScenarioEffect {
  /** Open invoices that would follow it. */
  readonly invoices: number;
  /** Reminders proposed today to their clients, as things stand and with the scenario as typed. */
  readonly proposedNow: number;
  readonly proposedThen: number;
}

/** The effect of a scenario that is being edited, for the invoices that would follow it. Nothing is changed. */
export const scenarioEffect = (ledger: Ledger, scenario: Scenario, today: Day): ScenarioEffect => {
  const then = ledgerWithScenario(ledger, scenario);
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  const concerned = new Set<string>();
  let invoices = 0;
  for (const [invoiceId, openCents] of currentBalances(ledger).remainingByInvoice) {
    const invoice = ledger.invoices.get(invoiceId);
    const client = invoice && ledger.clients.get(invoice.clientId);
    if (client === undefined || openCents <= toleranceCents) continue;
    if (scenarioOf(then, client, invoice).id !== scenario.id) continue;
    concerned.add(client.id);
    invoices += 1;
  }
  const count = ({ proposals }: Planning): number =>
    proposals.filter(({ clientId }) => concerned.has(clientId)).length;
  return {
    invoices,
    proposedNow: count(planReminders(ledger, today)),
    proposedThen: count(planReminders(then, today)),
  };
};

const plural = (count: number, one: string, several: string): string =>
  `${count} ${count > 1 ? several : one}`;

/** « 14 factures concernées ; 6 relances proposées aujourd’hui au lieu de 4. » */
export const scenarioEffectText = ({ invoices, proposedNow, proposedThen }: ScenarioEffect): string => {
  const concerned = plural(invoices, 'facture concernée', 'factures concernées');
  const proposed = plural(proposedThen, 'relance proposée aujourd’hui', 'relances proposées aujourd’hui');
  const change = proposedThen === proposedNow ? ', comme avant' : ` au lieu de ${proposedNow}`;
  return `${concerned}\u202F; ${proposed}${change}.`;
};

import type { Day } from '../dates/day.ts';
import { currentBalances } from '../ledger/balance.ts';
import { settingsOf } from '../ledger/default-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Planning, planReminders } from './planning.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';

/** What saving a scenario would change today. */
export interface ScenarioEffect {
  /** Open invoices of the clients that follow it. */
  readonly invoices: number;
  /** Reminders proposed today to these clients, as things stand and with the scenario as typed. */
  readonly proposedNow: number;
  readonly proposedThen: number;
}

/** The ledger as it would be with that scenario. */
const withScenario = (ledger: Ledger, scenario: Scenario): Ledger => ({
  ...ledger,
  scenarios: new Map([...ledger.scenarios, [scenario.id, scenario]]),
});

/** The effect of a scenario that is being edited, for the clients that follow it. Nothing is changed. */
export const scenarioEffect = (ledger: Ledger, scenario: Scenario, today: Day): ScenarioEffect => {
  const then = withScenario(ledger, scenario);
  const isConcerned = (clientId: string): boolean => {
    const client = ledger.clients.get(clientId);
    return client !== undefined && scenarioOf(then, client).id === scenario.id;
  };
  const count = ({ proposals }: Planning): number =>
    proposals.filter(({ clientId }) => isConcerned(clientId)).length;
  const { toleranceCents } = settingsOf(ledger, 'reminders');
  let invoices = 0;
  for (const [invoiceId, openCents] of currentBalances(ledger).remainingByInvoice) {
    const clientId = ledger.invoices.get(invoiceId)?.clientId;
    if (openCents > toleranceCents && clientId !== undefined && isConcerned(clientId)) invoices += 1;
  }
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

import type { Client, ClientSegment } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { defaultScenarioId, type Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';

/** The scenario to which a segment belongs; undefined = the standard one. */
export const scenarioOfSegment = (ledger: Ledger, segment: ClientSegment): Scenario | undefined => {
  const scenario = scenarioOf(ledger, { segment });
  return scenario.id === defaultScenarioId ? undefined : scenario;
};

/** Who follows a scenario, and who names it. */
export interface ScenarioUse {
  /** Clients and invoices for which it was chosen by hand. */
  readonly clients: readonly Client[];
  readonly invoices: readonly Invoice[];
  /** Clients who follow it, by choice or by segment. */
  readonly followers: readonly Client[];
}

/** Clients and invoices that name a scenario, and all clients who follow it. */
export const scenarioUse = (ledger: Ledger, id: string): ScenarioUse => ({
  clients: [...ledger.clients.values()].filter((client) => client.scenarioId === id),
  invoices: [...ledger.invoices.values()].filter((invoice) => invoice.scenarioId === id),
  followers: [...ledger.clients.values()].filter((client) => scenarioOf(ledger, client).id === id),
});

const plural = (count: number, one: string, several: string): string =>
  `${count} ${count > 1 ? several : one}`;

/** « Suivi par 12 clients, choisi pour 1 facture » */
export const scenarioUseText = ({ followers, invoices }: ScenarioUse): string => {
  const byClients =
    followers.length === 0 ? undefined : `Utilisé par ${plural(followers.length, 'client', 'clients')}`;
  const byInvoices = invoices.length === 0 ? undefined : plural(invoices.length, 'facture', 'factures');
  if (byClients !== undefined)
    return byInvoices === undefined ? byClients : `${byClients} et pour ${byInvoices}`;
  return byInvoices === undefined ? 'Utilisé par personne' : `Choisi pour ${byInvoices}`;
};

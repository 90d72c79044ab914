import type { Client } from '../ledger/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { defaultScenario } from './default-scenario.ts';
import { defaultScenarioId, type Scenario } from './scenario.ts';

/** Scenario that applies to a client: its own, else the ledger's default, else the standard one as shipped. */
export const scenarioOf = (ledger: Ledger, client: Client): Scenario =>
  (client.scenarioId === undefined ? undefined : ledger.scenarios.get(client.scenarioId)) ??
  ledger.scenarios.get(defaultScenarioId) ??
  defaultScenario;

/** Every scenario by id, the shipped one included where the user has not replaced it. */
export const scenariosOf = (ledger: Ledger): ReadonlyMap<string, Scenario> =>
  ledger.scenarios.has(defaultScenarioId)
    ? ledger.scenarios
    : new Map([...ledger.scenarios, [defaultScenarioId, defaultScenario]]);

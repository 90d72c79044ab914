import type { Client, ClientSegment } from '../ledger/client.ts';
import { segmentNames } from '../ledger/client-names.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { defaultScenario } from './default-scenario.ts';
import { defaultScenarioId, type Scenario } from './scenario.ts';

/** A scenario and what made it apply. */
export interface ScenarioChoice {
  readonly scenario: Scenario;
  readonly by: 'invoice' | 'client' | 'segment' | 'default';
  /** « choisi pour ce client », French, to follow the scenario's name. */
  readonly reason: string;
}

const reasons: Readonly<Record<Exclude<ScenarioChoice['by'], 'segment'>, string>> = {
  invoice: 'choisi pour cette facture',
  client: 'choisi pour ce client',
  default: 'scénario par défaut',
};

type BySegment = ReadonlyMap<ClientSegment, Scenario>;
const segmentsKnown = new WeakMap<Ledger['scenarios'], BySegment>();

/** Scenarios by the segment that they are for; where two name the same one, the first by id. */
const bySegment = (scenarios: Ledger['scenarios']): BySegment => {
  let index = segmentsKnown.get(scenarios);
  if (!index) {
    const found = new Map<ClientSegment, Scenario>();
    for (const scenario of scenarios.values())
      for (const segment of scenario.segments ?? []) {
        const known = found.get(segment);
        if (known === undefined || scenario.id < known.id) found.set(segment, scenario);
      }
    index = found;
    segmentsKnown.set(scenarios, index);
  }
  return index;
};

const chosen = (ledger: Ledger, scenarioId: string | undefined): Scenario | undefined => {
  if (scenarioId === undefined) return undefined;
  const own = ledger.scenarios.get(scenarioId);
  return own ?? (scenarioId === defaultScenarioId ? defaultScenario : undefined);
};

/**
 * Scenario that applies: the one chosen for the invoice, else for the client, else the one for its segment,
 * else the ledger's default or the standard one as shipped. A scenario that is gone chooses nothing.
 */
export const scenarioOf = (
  ledger: Ledger,
  client: Pick<Client, 'scenarioId' | 'segment'>,
  invoice?: Pick<Invoice, 'scenarioId'>,
): Scenario =>
  chosen(ledger, invoice?.scenarioId) ??
  chosen(ledger, client.scenarioId) ??
  bySegment(ledger.scenarios).get(client.segment) ??
  ledger.scenarios.get(defaultScenarioId) ??
  defaultScenario;

/** {@link scenarioOf} with the reason: « Scénario standard, choisi pour ce client ». */
export const scenarioChoiceOf = (
  ledger: Ledger,
  client: Pick<Client, 'scenarioId' | 'segment'>,
  invoice?: Pick<Invoice, 'scenarioId'>,
): ScenarioChoice => {
  const scenario = scenarioOf(ledger, client, invoice);
  if (chosen(ledger, invoice?.scenarioId)) return { scenario, by: 'invoice', reason: reasons.invoice };
  if (chosen(ledger, client.scenarioId)) return { scenario, by: 'client', reason: reasons.client };
  return bySegment(ledger.scenarios).has(client.segment)
    ? { scenario, by: 'segment', reason: `celui du segment «\u00A0${segmentNames[client.segment]}\u00A0»` }
    : { scenario, by: 'default', reason: reasons.default };
};

const completed = new WeakMap<Ledger['scenarios'], ReadonlyMap<string, Scenario>>();

/** Every scenario by id, the shipped one included where the user has not replaced it. */
export const scenariosOf = (ledger: Ledger): ReadonlyMap<string, Scenario> => {
  const { scenarios } = ledger;
  if (scenarios.has(defaultScenarioId)) return scenarios;
  let all = completed.get(scenarios);
  if (!all) {
    all = new Map([...scenarios, [defaultScenarioId, defaultScenario]]);
    completed.set(scenarios, all);
  }
  return all;
};

import type { Client, ReminderRhythm } from '../ledger/client.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReminderSettings } from '../ledger/settings.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import { type Opening, openingOf } from './reminder-rhythm.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf } from './scenario-choice.ts';

/** The ladders of a ledger, each made once: clients share scenarios and rhythms. */
export interface Ladders {
  readonly ofClient: (client: Client) => Ladder;
  /** That of the client, unless the invoice has a scenario of its own. */
  readonly ofInvoice: (client: Client, invoice: Invoice) => Ladder;
}

/** The ladder of every client and invoice: its scenario, on the days of its rhythm or of the company's. */
export const laddersOf = (
  ledger: Ledger,
  { calendar, rhythm }: Pick<ReminderSettings, 'calendar' | 'rhythm'>,
): Ladders => {
  const company = openingOf(rhythm, calendar);
  const openings = new Map([[company.key, company]]);
  const openingFor = (own: ReminderRhythm | undefined): Opening => {
    if (own === undefined) return company;
    const opening = openingOf(own, calendar);
    const known = openings.get(opening.key);
    if (known !== undefined) return known;
    openings.set(opening.key, opening);
    return opening;
  };
  const ladders = new Map<Opening, Map<Scenario, Ladder>>();
  const of = (scenario: Scenario, opening: Opening): Ladder => {
    let byScenario = ladders.get(opening);
    if (!byScenario) {
      byScenario = new Map();
      ladders.set(opening, byScenario);
    }
    let ladder = byScenario.get(scenario);
    if (!ladder) {
      ladder = ladderOf(scenario, opening);
      byScenario.set(scenario, ladder);
    }
    return ladder;
  };
  return {
    ofClient: (client) => of(scenarioOf(ledger, client), openingFor(client.rhythm)),
    ofInvoice: (client, invoice) => of(scenarioOf(ledger, client, invoice), openingFor(client.rhythm)),
  };
};

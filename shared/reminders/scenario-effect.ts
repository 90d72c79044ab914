import type { Outlook, OutlookRow } from './scenario-outlook.ts';

/** What saving a scenario would change today. */
export interface ScenarioEffect {
  /** Open invoices that follow it now or would then. */
  readonly invoices: number;
  /** Reminders proposed today to their clients, as things stand and with the scenario as typed. */
  readonly proposedNow: number;
  readonly proposedThen: number;
}

/** The rows of a change in three figures. */
export const scenarioEffect = (rows: readonly OutlookRow[]): ScenarioEffect => {
  const proposed = (when: (row: OutlookRow) => Outlook): number =>
    rows.filter((row) => when(row).kind === 'today').length;
  return {
    invoices: rows.reduce((sum, { invoices }) => sum + invoices, 0),
    proposedNow: proposed(({ before }) => before),
    proposedThen: proposed(({ after }) => after),
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

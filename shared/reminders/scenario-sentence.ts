import type { Ledger } from '../ledger/ledger.ts';
import type { Proposal } from './proposal.ts';
import { scenarioChoiceOf } from './scenario-choice.ts';

/**
 * « Scénario standard, choisi pour ce client. »: which scenario a proposal follows and why. One message may
 * be for invoices of several scenarios; the strongest step decides, and the reason is that of its invoice.
 */
export const scenarioSentence = (
  ledger: Ledger,
  { clientId, scenario, lines, step }: Pick<Proposal, 'clientId' | 'scenario' | 'lines' | 'step'>,
): string => {
  const client = ledger.clients.get(clientId);
  if (client === undefined) return `${scenario.name}.`;
  const choices = lines.map((line) => ({ line, choice: scenarioChoiceOf(ledger, client, line.invoice) }));
  const deciding =
    choices.find(({ line, choice }) => choice.scenario.id === scenario.id && line.step.id === step.id) ??
    choices.find(({ choice }) => choice.scenario.id === scenario.id);
  const others = new Set(choices.map(({ choice }) => choice.scenario.id)).size - 1;
  const rest = others > 0 ? ' Des factures de ce message suivent un autre scénario.' : '';
  return deciding === undefined
    ? `${scenario.name}.${rest}`
    : `${scenario.name}, ${deciding.choice.reason}.${rest}`;
};

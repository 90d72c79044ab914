import type { Client } from '../../../shared/ledger/client.ts';
import { type Command, put, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { defaultScenarioId, type Scenario } from '../../../shared/reminders/scenario.ts';
import { scenariosOf } from '../../../shared/reminders/scenario-choice.ts';
import { escalationProblem, scenarioProblems } from '../../../shared/reminders/scenario-problems.ts';
import { scenarioUse } from '../../../shared/reminders/scenario-use.ts';
import { inLadderOrder } from '../../../shared/reminders/step-order.ts';
import { fail, ok } from '../../../shared/result.ts';

const quoted = (name: string): string => `«\u00A0${name}\u00A0»`;

const problemOf = (ledger: Ledger, scenario: Scenario): { kind: string; message: string } | undefined => {
  const name = scenario.name.trim();
  if (name === '') return { kind: 'no-name', message: 'Donnez un nom au scénario.' };
  for (const other of scenariosOf(ledger).values())
    if (other.id !== scenario.id && other.name.trim().toLowerCase() === name.toLowerCase())
      return { kind: 'name-taken', message: `Un autre scénario s’appelle déjà ${quoted(name)}.` };
  if (scenario.steps.length === 0) return { kind: 'no-step', message: 'Un scénario a au moins une étape.' };
  const message = scenarioProblems(scenario)[0]?.message ?? escalationProblem(scenario);
  return message === undefined ? undefined : { kind: 'invalid', message };
};

/** Other scenarios without the segments that one takes over: a segment belongs to one at most. */
const releasedBy = (ledger: Ledger, taken: Scenario): readonly RowWrite[] => {
  const segments = taken.segments ?? [];
  return [...ledger.scenarios.values()].flatMap((other) => {
    const kept = other.segments?.filter((segment) => !segments.includes(segment));
    return other.id === taken.id || kept === undefined || kept.length === other.segments?.length
      ? []
      : [put('scenarios', { ...other, segments: kept.length === 0 ? undefined : kept })];
  });
};

/**
 * Creates or replaces a scenario; its steps are kept in their order (step-order.ts). The segments it names
 * are taken from the scenario that had them. The standard scenario names none: it is for all others.
 */
export const saveScenario: Command<Scenario> = (ledger, wish) => {
  const { segments } = wish;
  const scenario: Scenario = {
    ...wish,
    name: wish.name.trim(),
    steps: inLadderOrder(wish.steps),
    segments:
      wish.id === defaultScenarioId || segments === undefined || segments.length === 0 ? undefined : segments,
  };
  const problem = problemOf(ledger, scenario);
  if (problem) return fail(problem);
  const isKnown = scenariosOf(ledger).has(scenario.id);
  return ok({
    command: 'save-scenario',
    label: `Scénario ${quoted(scenario.name)} ${isKnown ? 'modifié' : 'créé'}`,
    undo: 'allowed',
    writes: [put('scenarios', scenario), ...releasedBy(ledger, scenario)],
  });
};

/** What follows a removed scenario where it was chosen by name: another, or the automatic choice. */
export type Replacement = { readonly kind: 'automatic' } | { readonly kind: 'scenario'; readonly id: string };

/**
 * Removes a scenario; clients and invoices that name it get the replacement. Refused for the standard
 * scenario, and without a replacement while something names it.
 */
export const removeScenario: Command<{
  readonly id: string;
  readonly replacement?: Replacement | undefined;
}> = (ledger, { id, replacement }) => {
  if (id === defaultScenarioId)
    return fail({ kind: 'standard', message: 'Le scénario standard ne peut pas être supprimé.' });
  const scenario = ledger.scenarios.get(id);
  if (!scenario) return fail({ kind: 'no-scenario', message: 'Ce scénario n’existe plus.' });
  const { clients, invoices } = scenarioUse(ledger, id);
  if (clients.length + invoices.length > 0 && replacement === undefined)
    return fail({
      kind: 'in-use',
      message: 'Des clients ou des factures suivent ce scénario. Choisissez celui qui le remplace.',
    });
  const nextId = replacement?.kind === 'scenario' ? replacement.id : undefined;
  if (nextId !== undefined && (nextId === id || !scenariosOf(ledger).has(nextId)))
    return fail({ kind: 'no-replacement', message: 'Le scénario de remplacement n’existe plus.' });
  return ok({
    command: 'remove-scenario',
    label: `Scénario ${quoted(scenario.name)} supprimé`,
    undo: 'allowed',
    writes: [
      remove('scenarios', id),
      ...clients.map((client) => put('clients', { ...client, scenarioId: nextId })),
      ...invoices.map((invoice) => put('invoices', { ...invoice, scenarioId: nextId })),
    ],
  });
};

const nameFor = (ledger: Ledger, scenarioId: string | undefined): string | undefined =>
  scenarioId === undefined ? undefined : scenariosOf(ledger).get(scenarioId)?.name;

const noScenario = { kind: 'no-scenario', message: 'Ce scénario n’existe plus.' };

const chosenText = (name: string | undefined): string =>
  name === undefined ? 'scénario automatique' : `scénario ${quoted(name)}`;

/** Chooses the scenario of clients; undefined = automatic, by their segment. */
export const assignClientScenario: Command<{
  readonly clientIds: readonly string[];
  readonly scenarioId: string | undefined;
}> = (ledger, { clientIds, scenarioId }) => {
  const name = nameFor(ledger, scenarioId);
  if (scenarioId !== undefined && name === undefined) return fail(noScenario);
  const clients = clientIds.flatMap((id): readonly Client[] => {
    const client = ledger.clients.get(id);
    return client === undefined || client.scenarioId === scenarioId ? [] : [client];
  });
  const [first] = clients;
  if (first === undefined) return fail({ kind: 'unchanged', message: 'Ces clients suivent déjà ce choix.' });
  const who = clients.length === 1 ? first.name : `${clients.length} clients`;
  return ok({
    command: 'assign-client-scenario',
    label: `${who}\u00A0: ${chosenText(name)}`,
    ...(clients.length === 1 ? { clientId: first.id } : {}),
    undo: 'allowed',
    writes: clients.map((client) => put('clients', { ...client, scenarioId })),
  });
};

/** Chooses the scenario of one invoice, over that of its client; undefined = that of its client again. */
export const assignInvoiceScenario: Command<{
  readonly invoiceId: string;
  readonly scenarioId: string | undefined;
}> = (ledger, { invoiceId, scenarioId }) => {
  const invoice = ledger.invoices.get(invoiceId);
  if (!invoice) return fail({ kind: 'no-invoice', message: 'Cette facture n’existe plus.' });
  const name = nameFor(ledger, scenarioId);
  if (scenarioId !== undefined && name === undefined) return fail(noScenario);
  return ok({
    command: 'assign-invoice-scenario',
    label:
      name === undefined
        ? `Facture ${invoice.number}\u00A0: scénario du client`
        : `Facture ${invoice.number}\u00A0: ${chosenText(name)}`,
    clientId: invoice.clientId,
    undo: 'allowed',
    writes: [put('invoices', { ...invoice, scenarioId })],
  });
};

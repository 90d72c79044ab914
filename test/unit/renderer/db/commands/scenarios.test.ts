import { describe, expect, test } from 'vitest';
import {
  assignClientScenario,
  assignInvoiceScenario,
  removeScenario,
  saveScenario,
} from '../../../../../renderer/db/commands/scenarios.ts';
import { defaultScenario } from '../../../../../shared/reminders/default-scenario.ts';
import type { DunningStep, Scenario } from '../../../../../shared/reminders/scenario.ts';
import { aClient, aLedger, anInvoice } from '../../../shared/reminders/sample-ledger.ts';
import { applied, decided, refused, rowsOf } from './decide.ts';

const step = (id: string, changes: Partial<DunningStep> = {}): DunningStep => ({
  id,
  delayDays: 7,
  level: 'friendly',
  channel: 'email',
  templateId: 'template-friendly',
  recipientRole: 'reminders',
  grantedDays: 0,
  ...changes,
});

const gentle: Scenario = {
  id: 'gentle',
  name: 'Grands comptes',
  mode: 'to-approve',
  segments: ['key-account', 'regular'],
  steps: [step('a')],
};
const strict: Scenario = { ...gentle, id: 'strict', name: 'Mauvais payeurs', segments: undefined };

const ledger = aLedger({
  clients: [aClient('c1', { scenarioId: 'gentle' }), aClient('c2', { name: 'Martin SA' })],
  invoices: [anInvoice('f1', { scenarioId: 'gentle' }), anInvoice('f2', { clientId: 'c2' })],
  scenarios: [gentle, strict],
});

describe('saving a scenario', () => {
  test('keeps eight steps and more, each chain after its head', () => {
    const steps = [
      step('j30', { delayDays: 30 }),
      step('after-30', { delayDays: 5, anchor: 'previous-step' }),
      step('after-35', { delayDays: 5, anchor: 'previous-step' }),
      ...[1, 2, 3, 4, 5, 6].map((n) => step(`j${n}`, { delayDays: n })),
    ];
    const [saved] = rowsOf(decided(saveScenario, ledger, { ...strict, steps }), 'scenarios');
    expect(saved?.steps.map(({ id }) => id)).toEqual([
      ...['j1', 'j2', 'j3', 'j4', 'j5', 'j6'],
      ...['j30', 'after-30', 'after-35'],
    ]);
  });

  test('takes a segment from the scenario that had it', () => {
    const wish: Scenario = { ...strict, segments: ['key-account', 'late-payer'] };
    const next = applied(ledger, decided(saveScenario, ledger, wish));
    expect(next.scenarios.get('gentle')?.segments).toEqual(['regular']);
    expect(next.scenarios.get('strict')?.segments).toEqual(['key-account', 'late-payer']);
  });

  test('leaves no empty list behind, and the standard scenario names no segment', () => {
    const all = decided(saveScenario, ledger, { ...strict, segments: ['key-account', 'regular'] });
    expect(applied(ledger, all).scenarios.get('gentle')?.segments).toBeUndefined();
    const [standard] = rowsOf(
      decided(saveScenario, ledger, { ...defaultScenario, segments: ['new'] }),
      'scenarios',
    );
    expect(standard?.segments).toBeUndefined();
  });

  test('says whether it is new', () => {
    expect(decided(saveScenario, ledger, strict).label).toBe(
      'Scénario «\u00A0Mauvais payeurs\u00A0» modifié',
    );
    expect(decided(saveScenario, ledger, { ...strict, id: 'x', name: ' Autre ' }).label).toBe(
      'Scénario «\u00A0Autre\u00A0» créé',
    );
    expect(decided(saveScenario, ledger, defaultScenario).label).toContain('modifié');
  });

  test.each<[string, Partial<Scenario>, string]>([
    ['no name', { name: ' ' }, 'no-name'],
    ['the name of another', { name: 'grands COMPTES' }, 'name-taken'],
    ['the name of the standard one', { name: 'Scénario standard' }, 'name-taken'],
    ['no step', { steps: [] }, 'no-step'],
    ['a step out of range', { steps: [step('a', { delayDays: 400 })] }, 'invalid'],
    ['an escalation after nothing', { escalation: { afterAutomatic: 0, to: 'call' } }, 'invalid'],
  ])('refuses %s', (_what, changes, kind) => {
    expect(refused(saveScenario, ledger, { ...strict, ...changes }).kind).toBe(kind);
  });
});

describe('removing a scenario', () => {
  test('goes without a question where nobody names it', () => {
    const next = applied(ledger, decided(removeScenario, ledger, { id: 'strict' }));
    expect([...next.scenarios.keys()]).toEqual(['gentle']);
  });

  test('asks for a replacement where it is named, and gives it to clients and invoices', () => {
    expect(refused(removeScenario, ledger, { id: 'gentle' }).kind).toBe('in-use');
    const replaced = decided(removeScenario, ledger, {
      id: 'gentle',
      replacement: { kind: 'scenario', id: 'strict' },
    });
    const next = applied(ledger, replaced);
    expect(next.scenarios.has('gentle')).toBe(false);
    expect(next.clients.get('c1')?.scenarioId).toBe('strict');
    expect(next.invoices.get('f1')?.scenarioId).toBe('strict');
    expect(rowsOf(replaced, 'clients')).toHaveLength(1);
    const automatic = decided(removeScenario, ledger, { id: 'gentle', replacement: { kind: 'automatic' } });
    expect(applied(ledger, automatic).clients.get('c1')?.scenarioId).toBeUndefined();
  });

  test('refuses the standard one, an unknown one, and itself as its replacement', () => {
    expect(refused(removeScenario, ledger, { id: 'default' }).kind).toBe('standard');
    expect(refused(removeScenario, ledger, { id: 'x' }).kind).toBe('no-scenario');
    expect(
      refused(removeScenario, ledger, { id: 'gentle', replacement: { kind: 'scenario', id: 'gentle' } }).kind,
    ).toBe('no-replacement');
  });
});

describe('choosing a scenario', () => {
  test('for clients in bulk, touching only those it changes', () => {
    const decision = decided(assignClientScenario, ledger, { clientIds: ['c1', 'c2'], scenarioId: 'gentle' });
    expect(decision).toMatchObject({
      label: 'Martin SA\u00A0: scénario «\u00A0Grands comptes\u00A0»',
      clientId: 'c2',
    });
    expect(rowsOf(decision, 'clients').map(({ id }) => id)).toEqual(['c2']);
    const both = decided(assignClientScenario, ledger, { clientIds: ['c1', 'c2'], scenarioId: 'strict' });
    expect(both.label).toBe('2 clients\u00A0: scénario «\u00A0Mauvais payeurs\u00A0»');
    expect(both.clientId).toBeUndefined();
    expect(
      decided(assignClientScenario, ledger, { clientIds: ['c1'], scenarioId: undefined }).label,
    ).toContain('scénario automatique');
  });

  test('refuses an unknown scenario, and what changes nothing', () => {
    expect(refused(assignClientScenario, ledger, { clientIds: ['c1'], scenarioId: 'x' }).kind).toBe(
      'no-scenario',
    );
    expect(refused(assignClientScenario, ledger, { clientIds: ['c1'], scenarioId: 'gentle' }).kind).toBe(
      'unchanged',
    );
  });

  test('for one invoice, and back to that of the client', () => {
    const decision = decided(assignInvoiceScenario, ledger, { invoiceId: 'f2', scenarioId: 'default' });
    expect(decision.label).toBe('Facture F2\u00A0: scénario «\u00A0Scénario standard\u00A0»');
    expect(applied(ledger, decision).invoices.get('f2')?.scenarioId).toBe('default');
    const back = decided(assignInvoiceScenario, ledger, { invoiceId: 'f1', scenarioId: undefined });
    expect(back.label).toBe('Facture F1\u00A0: scénario du client');
    expect(refused(assignInvoiceScenario, ledger, { invoiceId: 'f9', scenarioId: undefined }).kind).toBe(
      'no-invoice',
    );
    expect(refused(assignInvoiceScenario, ledger, { invoiceId: 'f1', scenarioId: 'x' }).kind).toBe(
      'no-scenario',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { DunningStep, Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioAdvice } from '../../../../shared/reminders/scenario-advice.ts';
import { outlookText, scenarioOutlook } from '../../../../shared/reminders/scenario-outlook.ts';
import { escalationProblem, scenarioProblems } from '../../../../shared/reminders/scenario-problems.ts';
import { scenarioSentence } from '../../../../shared/reminders/scenario-sentence.ts';
import { scenarioUse, scenarioUseText } from '../../../../shared/reminders/scenario-use.ts';
import { estimatedDays } from '../../../../shared/reminders/step-order.ts';
import { aClient, aLedger, anInvoice } from '../reminders/sample-ledger.ts';

const today = day('2026-11-23');

const changed = (index: number, changes: Partial<DunningStep>): Scenario => ({
  ...defaultScenario,
  steps: defaultScenario.steps.map((step, place) => (place === index ? { ...step, ...changes } : step)),
});

const fieldsOf = (scenario: Scenario): readonly string[] =>
  scenarioProblems(scenario).map(({ field }) => field);

describe('problems of the new parts of a step', () => {
  test.each<[string, number, Partial<DunningStep>, readonly string[]]>([
    ['no day after the step before', 1, { anchor: 'previous-step', delayDays: 0 }, ['delayDays']],
    ['the first step counts from the due date', 0, { anchor: 'previous-step', delayDays: 0 }, []],
    ['the delay of another, counted from the step before', 1, { anchor: 'previous-step', delayDays: 7 }, []],
    ['the main channel again', 0, { alsoBy: ['email', 'sms'] }, ['alsoBy']],
    ['another channel', 0, { alsoBy: ['sms', 'call'] }, []],
    ['a repeat of nothing', 0, { repeat: { everyDays: 0, times: 2 } }, ['repeat']],
    ['a repeat without end', 0, { repeat: { everyDays: 7, times: 13 } }, ['repeat']],
    ['a repeat', 0, { repeat: { everyDays: 3, times: 2 } }, []],
    ['a formal notice repeated', 2, { repeat: { everyDays: 7, times: 2 } }, ['repeat']],
    ['a formal notice by SMS', 2, { channel: 'sms' }, ['channel']],
  ])('%s', (_what, index, changes, fields) => {
    expect(fieldsOf(changed(index, changes))).toEqual(fields);
  });

  test('an escalation after 1 to 20 messages', () => {
    expect(escalationProblem(defaultScenario)).toBeUndefined();
    expect(escalationProblem({ escalation: { afterAutomatic: 20, to: 'letter' } })).toBeUndefined();
    expect(escalationProblem({ escalation: { afterAutomatic: 21, to: 'letter' } })).toBe(
      'De 1 à 20 relances.',
    );
  });
});

describe('advice', () => {
  const phoned = aClient('c2', { contacts: [{ id: 'k', name: '', role: 'other', phone: '04 78 00 00 00' }] });
  const adviceOf = (scenario: Scenario) =>
    scenarioAdvice(scenario, [aClient('c1'), phoned]).map(({ stepId, field, message }) => [
      stepId,
      field,
      message,
    ]);

  test('nothing for the standard scenario, nor while something is wrong', () => {
    expect(adviceOf(defaultScenario)).toEqual([]);
    expect(adviceOf(changed(0, { channel: 'call', delayDays: Number.NaN }))).toEqual([]);
  });

  test('a step before the time granted is over', () => {
    expect(adviceOf(changed(1, { grantedDays: 15 }))).toEqual([
      ['step-firm', 'grantedDays', 'L’étape suivante attendra\u00A0: au plus tôt 16 jours après celle-ci.'],
    ]);
    expect(adviceOf(changed(1, { grantedDays: 14 }))).toEqual([]);
  });

  test('repeats that the next step ends, unless it waits for the last of them', () => {
    const repeat = { everyDays: 4, times: 2 };
    expect(adviceOf(changed(0, { repeat }))).toEqual([
      ['step-friendly', 'repeat', 'L’étape suivante met fin aux répétitions.'],
    ]);
    const [first, second, ...rest] = changed(0, { repeat }).steps;
    if (!first || !second) throw new Error('the standard scenario has four steps');
    const following = {
      ...defaultScenario,
      steps: [first, { ...second, anchor: 'previous-step' as const, delayDays: 3 }, ...rest],
    };
    expect(adviceOf(following)).toEqual([]);
    expect(estimatedDays(following.steps)).toEqual([7, 18, 30, 60]);
  });

  test('clients that nobody can ring', () => {
    expect(adviceOf(changed(0, { alsoBy: ['sms'] }))).toEqual([
      ['step-friendly', 'channel', '1 client sans numéro de téléphone.'],
    ]);
  });
});

describe('what a change does to the open invoices', () => {
  const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));

  test('nothing where nothing is changed; every client proposed today is there', () => {
    const rows = scenarioOutlook(ledger, defaultScenario, today);
    expect(rows.some(({ isChanged }) => isChanged)).toBe(false);
    expect(rows.filter(({ before }) => before.kind === 'today')).toHaveLength(
      planReminders(ledger, today).proposals.length,
    );
  });

  test('with steps far away nothing is left for today, and what changed stands first', () => {
    const rows = scenarioOutlook(
      ledger,
      { ...changed(0, { delayDays: 365 }), steps: changed(0, { delayDays: 365 }).steps.slice(0, 1) },
      today,
    );
    expect(rows.some(({ after }) => after.kind === 'today')).toBe(false);
    const lastChanged = rows.findLastIndex(({ isChanged }) => isChanged);
    expect(lastChanged).toBeGreaterThan(0);
    expect(rows.slice(0, lastChanged + 1).every(({ isChanged }) => isChanged)).toBe(true);
  });

  test('a segment taken over concerns its clients, and nobody else', () => {
    const own = aLedger({
      clients: [aClient('c1'), aClient('c2', { segment: 'late-payer' })],
      invoices: [
        anInvoice('f1', { dueOn: addDays(today, -9) }),
        anInvoice('f2', { clientId: 'c2', dueOn: addDays(today, -9) }),
        anInvoice('f3', { clientId: 'c2', dueOn: addDays(today, -8), scenarioId: 'default' }),
      ],
    });
    const strict: Scenario = { ...changed(0, { channel: 'letter' }), id: 'strict', segments: ['late-payer'] };
    const [row, ...others] = scenarioOutlook(own, strict, today);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ clientId: 'c2', invoices: 1, isChanged: true });
    expect(row && outlookText(row.before)).toBe('Relance amicale, e-mail, aujourd’hui (2 factures)');
    expect(row && outlookText(row.after)).toBe('Relance amicale, courrier, aujourd’hui (2 factures)');
  });
});

describe('who follows a scenario, and why', () => {
  const scenarios = [{ ...defaultScenario, id: 's', name: 'Doux', segments: ['new' as const] }];
  const ledger = aLedger({
    clients: [aClient('c1', { segment: 'new' }), aClient('c2', { scenarioId: 's' }), aClient('c3')],
    invoices: [
      anInvoice('f1', { clientId: 'c1', dueOn: addDays(today, -9) }),
      anInvoice('f3', { clientId: 'c3', scenarioId: 's', dueOn: addDays(today, -9) }),
    ],
    scenarios,
  });

  test('counts followers and invoices', () => {
    expect(scenarioUseText(scenarioUse(ledger, 's'))).toBe('Utilisé par 2 clients et pour 1 facture');
    expect(scenarioUseText(scenarioUse(ledger, 'default'))).toBe('Utilisé par 1 client');
    expect(scenarioUseText(scenarioUse(ledger, 'x'))).toBe('Utilisé par personne');
    expect(scenarioUseText({ clients: [], followers: [], invoices: [anInvoice('f')] })).toBe(
      'Choisi pour 1 facture',
    );
  });

  test('says it beside every proposal', () => {
    const sentences = planReminders(ledger, today).proposals.map((proposal) => [
      proposal.clientId,
      scenarioSentence(ledger, proposal),
    ]);
    expect(Object.fromEntries(sentences)).toEqual({
      c1: 'Doux, celui du segment «\u00A0Nouveau\u00A0».',
      c3: 'Doux, choisi pour cette facture.',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/dates/day.ts';
import { demoLedgerRows } from '../../../../shared/demo/demo-company.ts';
import { ledgerOfRows } from '../../../../shared/demo/demo-rows.ts';
import { seededRandom } from '../../../../shared/demo/seeded-random.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { planReminders } from '../../../../shared/reminders/planning.ts';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { scenarioEffect, scenarioEffectText } from '../../../../shared/reminders/scenario-effect.ts';
import { scenarioOutlook } from '../../../../shared/reminders/scenario-outlook.ts';
import { scenarioProblems } from '../../../../shared/reminders/scenario-problems.ts';

const changed = (index: number, changes: Partial<DunningStep>) => ({
  ...defaultScenario,
  steps: defaultScenario.steps.map((step, place) => (place === index ? { ...step, ...changes } : step)),
});

describe('scenarioProblems', () => {
  it('finds nothing wrong in the standard scenario', () => {
    expect(scenarioProblems(defaultScenario)).toEqual([]);
  });

  it.each<[number, Partial<DunningStep>, string]>([
    [0, { delayDays: 400 }, 'delayDays'],
    [0, { delayDays: 7.5 }, 'delayDays'],
    [0, { delayDays: -5 }, 'level'],
    [1, { grantedDays: 61 }, 'grantedDays'],
    [2, { grantedDays: 0 }, 'grantedDays'],
    [2, { channel: 'call' }, 'channel'],
  ])('step %i with %j: %s', (index, changes, field) => {
    expect(scenarioProblems(changed(index, changes)).map((problem) => problem.field)).toEqual([field]);
  });

  it('wants one step a delay, and says so at both', () => {
    const problems = scenarioProblems(changed(1, { delayDays: 7 }));
    expect(problems.map(({ stepId }) => stepId)).toEqual(['step-friendly', 'step-firm']);
  });
});

describe('scenarioEffect', () => {
  const today = day('2026-11-23');
  const ledger = ledgerOfRows(demoLedgerRows(today, seededRandom(7)));

  it('changes nothing where nothing is changed', () => {
    const effect = scenarioEffect(scenarioOutlook(ledger, defaultScenario, today));
    expect(effect.invoices).toBeGreaterThan(20);
    expect(effect.proposedThen).toBe(effect.proposedNow);
    expect(effect.proposedNow).toBe(planReminders(ledger, today).proposals.length);
  });

  it('proposes nothing with steps far away, and concerns nobody when no client follows it', () => {
    const late = {
      ...defaultScenario,
      steps: [{ ...changed(0, { delayDays: 365 }).steps[0] }] as DunningStep[],
    };
    expect(scenarioEffect(scenarioOutlook(ledger, late, today)).proposedThen).toBe(0);
    expect(scenarioEffect(scenarioOutlook(ledger, { ...late, id: 'other' }, today))).toEqual({
      invoices: 0,
      proposedNow: 0,
      proposedThen: 0,
    });
  });
});

it('says the effect in one sentence', () => {
  expect(scenarioEffectText({ invoices: 14, proposedNow: 4, proposedThen: 6 })).toBe(
    '14 factures concernées\u202F; 6 relances proposées aujourd’hui au lieu de 4.',
  );
  expect(scenarioEffectText({ invoices: 1, proposedNow: 1, proposedThen: 1 })).toBe(
    '1 facture concernée\u202F; 1 relance proposée aujourd’hui, comme avant.',
  );
});

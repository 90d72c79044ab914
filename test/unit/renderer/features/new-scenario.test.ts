import { expect, test } from 'vitest';
import {
  copyOf,
  freeName,
  newScenario,
  stepAfter,
} from '../../../../renderer/features/settings/scenario/new-scenario.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { scenarioProblems } from '../../../../shared/reminders/scenario-problems.ts';

test('a free name counts on from two', () => {
  expect(freeName('Doux', ['Ferme'])).toBe('Doux');
  expect(freeName('Doux', ['doux', 'Doux 2'])).toBe('Doux 3');
});

test('a new scenario can be saved as it is, and a copy takes no segment with it', () => {
  expect(scenarioProblems(newScenario('s', 'a', 'Doux'))).toEqual([]);
  const copy = copyOf({ ...defaultScenario, segments: ['new'] }, 'x', 'Copie');
  expect(copy).toMatchObject({ id: 'x', name: 'Copie', segments: undefined, steps: defaultScenario.steps });
});

test('another step comes two weeks after the last, however that one is counted', () => {
  let { steps } = newScenario('s', 'a', 'Doux');
  steps = [...steps, { ...stepAfter(steps, 'b'), anchor: 'previous-step', delayDays: 5 }];
  for (const id of ['c', 'd', 'e', 'f', 'g', 'h', 'i']) steps = [...steps, stepAfter(steps, id)];
  expect(steps).toHaveLength(9);
  expect(steps.slice(0, 4).map(({ delayDays, anchor }) => [delayDays, anchor])).toEqual([
    [7, undefined],
    [5, 'previous-step'],
    [27, undefined],
    [42, undefined],
  ]);
  expect(scenarioProblems({ steps })).toEqual([]);
});

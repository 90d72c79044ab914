import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../../../shared/reminders/scenario.ts';
import {
  type ScenarioSimulation,
  type SimulationProgress,
  simulateScenario,
} from '../../../../shared/reminders/scenario-simulation.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';

/** Whose invoices are replayed: those that would follow the scenario, or all. */
export type SimulatedFor = 'followers' | 'everyone';

export type Simulation =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: SimulationProgress }
  | { readonly kind: 'done'; readonly result: ScenarioSimulation; readonly scenario: Scenario };

/** Longest time without letting the page breathe. */
const chunkMs = 12;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Runs a simulation in pieces between which the page stays alive; it ends when stopped or left. */
export const useSimulation = (): {
  readonly simulation: Simulation;
  readonly start: (scenario: Scenario, of: SimulatedFor) => void;
  readonly stop: () => void;
} => {
  const ledger = useLedger();
  const today = useToday();
  const [simulation, setSimulation] = useState<Simulation>({ kind: 'idle' });
  /** The one that may still speak; another start or a stop takes its word away. */
  const current = useRef<symbol>(undefined);
  const stop = useCallback(() => {
    current.current = undefined;
    setSimulation({ kind: 'idle' });
  }, []);
  useEffect(
    () => () => {
      current.current = undefined;
    },
    [],
  );
  const start = async (scenario: Scenario, of: SimulatedFor): Promise<void> => {
    const own = Symbol('simulation');
    current.current = own;
    setSimulation({ kind: 'running', progress: { done: 0, total: 0 } });
    await breathe();
    const steps = simulateScenario(ledger, scenario, today, of);
    while (current.current === own) {
      const until = performance.now() + chunkMs;
      let step = steps.next();
      while (!step.done && performance.now() < until) step = steps.next();
      if (step.done) {
        setSimulation({ kind: 'done', result: step.value, scenario });
        return;
      }
      setSimulation({ kind: 'running', progress: step.value });
      await breathe();
    }
  };
  return { simulation, start: (scenario, of) => void start(scenario, of), stop };
};

import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import type { StepProblem } from '../../../../shared/reminders/scenario-problems.ts';
import {
  countsFromPrevious,
  estimatedDays,
  inLadderOrder,
  moveStep,
} from '../../../../shared/reminders/step-order.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import classes from './scenario.module.css';
import { delayText, stepName } from './scenario-names.ts';
import { StepRow } from './step-row.tsx';

interface Drag {
  readonly stepId: string;
  readonly overId?: string;
  readonly edge?: 'before' | 'after';
}

/** In which half of a row the pointer is. */
const edgeAt = (event: DragEvent<HTMLElement>): 'before' | 'after' => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 'before' : 'after';
};

/** All steps in their order; dragged or moved with Alt and the arrows, each opened on demand. */
export const StepList = ({
  steps,
  templates,
  problems,
  advice,
  openId,
  onOpen,
  onChange,
}: {
  readonly steps: readonly DunningStep[];
  readonly templates: readonly MessageTemplate[];
  readonly problems: readonly StepProblem[];
  readonly advice: readonly StepProblem[];
  /** The step whose fields are shown; those with problems show them too. */
  readonly openId: string | undefined;
  readonly onOpen: (stepId: string | undefined) => void;
  readonly onChange: (steps: readonly DunningStep[]) => void;
}) => {
  const [drag, setDrag] = useState<Drag>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string>(undefined);
  // A row that changes place in the page loses the focus.
  useEffect(() => {
    if (refocus.current === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(refocus.current)}"]`);
    if (row && !row.contains(document.activeElement))
      row.querySelector<HTMLElement>('[data-handle]')?.focus();
    refocus.current = undefined;
  });
  const days = estimatedDays(steps);
  const move = (stepId: string, to: number): void => {
    const next = moveStep(steps, stepId, to);
    const place = next.findIndex(({ id }) => id === stepId);
    const step = next[place];
    if (step === undefined || place === steps.findIndex(({ id }) => id === stepId)) return;
    refocus.current = stepId;
    onChange(next);
    setSaid(
      `${stepName(step, estimatedDays(next)[place] ?? 0)}\u00A0: étape ${place + 1} sur ${next.length}.`,
    );
  };
  const drop = (): void => {
    if (drag?.overId !== undefined && drag.overId !== drag.stepId) {
      const from = steps.findIndex(({ id }) => id === drag.stepId);
      const over = steps.findIndex(({ id }) => id === drag.overId);
      const gap = drag.edge === 'after' ? over + 1 : over;
      move(drag.stepId, gap > from ? gap - 1 : gap);
    }
    setDrag(undefined);
  };
  return (
    <>
      <ol ref={list} className={classes.steps} aria-label="Étapes, dans leur ordre">
        {steps.map((step, index) => {
          const own = problems.filter(({ stepId }) => stepId === step.id);
          return (
            <StepRow
              key={step.id}
              step={step}
              index={index}
              dayAfterDue={days[index] ?? 0}
              followsPrevious={countsFromPrevious(steps, index)}
              templates={templates}
              remarks={{ problems: own, advice: advice.filter(({ stepId }) => stepId === step.id) }}
              isOpen={openId === step.id || own.length > 0}
              onToggle={() => onOpen(openId === step.id ? undefined : step.id)}
              onChange={(changes) =>
                onChange(steps.map((other) => (other.id === step.id ? { ...other, ...changes } : other)))
              }
              onLeaveDelay={() => onChange(inLadderOrder(steps))}
              onRemove={
                steps.length > 1
                  ? () => {
                      onChange(steps.filter(({ id }) => id !== step.id));
                      setSaid(`Étape ${delayText(days[index] ?? 0)} retirée.`);
                    }
                  : undefined
              }
              moves={{
                dropEdge: drag?.overId === step.id && drag.stepId !== step.id ? drag.edge : undefined,
                onGrab: (event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', step.id);
                  setDrag({ stepId: step.id });
                },
                onRelease: () => setDrag(undefined),
                onOver: (event) => {
                  if (drag === undefined) return;
                  event.preventDefault();
                  const edge = edgeAt(event);
                  if (drag.overId !== step.id || drag.edge !== edge)
                    setDrag({ stepId: drag.stepId, overId: step.id, edge });
                },
                onDrop: (event) => {
                  event.preventDefault();
                  drop();
                },
                onMove: (by) => move(step.id, index + by),
              }}
            />
          );
        })}
      </ol>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
};

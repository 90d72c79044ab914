import { Select } from '@mantine/core';
import { useState } from 'react';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { NumberField } from './number-field.tsx';

type Direction = 'after' | 'before' | 'previous';

const directions: readonly { readonly value: Direction; readonly label: string }[] = [
  { value: 'after', label: 'après l’échéance' },
  { value: 'before', label: 'avant l’échéance' },
  { value: 'previous', label: 'après l’étape précédente' },
];

/** When a step comes: a number of days, before or after the due date, or after the step before. */
export const DelayFields = ({
  step,
  isFirst,
  error,
  onChange,
  onLeave,
}: {
  readonly step: DunningStep;
  /** Nothing stands before it. */
  readonly isFirst: boolean;
  readonly error: string | undefined;
  readonly onChange: (changes: Pick<DunningStep, 'delayDays' | 'anchor'>) => void;
  /** The delay is typed: steps may be put in order. */
  readonly onLeave: () => void;
}) => {
  // Zero and an empty field have no sign to tell it from.
  const [meant, setMeant] = useState<'after' | 'before'>(step.delayDays < 0 ? 'before' : 'after');
  const followsPrevious = !isFirst && step.anchor === 'previous-step';
  const signed = step.delayDays < 0 ? 'before' : step.delayDays > 0 ? 'after' : meant;
  const direction: Direction = followsPrevious ? 'previous' : signed;
  const withDirection = (days: number, next: Direction): void => {
    if (next !== 'previous') setMeant(next);
    onChange({
      delayDays: next === 'before' ? -Math.abs(days) || days : Math.abs(days),
      anchor: next === 'previous' ? 'previous-step' : undefined,
    });
  };
  return (
    <>
      <NumberField
        label="Délai"
        suffix={'\u00A0j'}
        value={Math.abs(step.delayDays)}
        error={error}
        onChange={(days) => withDirection(days, direction)}
        onBlur={onLeave}
      />
      <Select
        label="Compté"
        data={directions.map((choice) => ({
          ...choice,
          disabled: choice.value === 'previous' && isFirst,
        }))}
        allowDeselect={false}
        value={direction}
        onChange={(picked) =>
          withDirection(step.delayDays, directions.find(({ value }) => value === picked)?.value ?? direction)
        }
        onBlur={onLeave}
      />
    </>
  );
};

import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import type { StepProblem } from '../../../../shared/reminders/scenario-problems.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import classes from './scenario.module.css';
import { channelChoices, delayText, levelChoices, roleChoices } from './scenario-names.ts';

/** Typed text of a number input; NaN where it is empty, which the check then refuses. */
const numberOf = (value: number | string): number => (value === '' ? Number.NaN : Number(value));

const shown = (value: number): number | string => (Number.isNaN(value) ? '' : value);

/** One step of the scenario, every part editable. */
export const StepRow = ({
  step,
  templates,
  problems,
  onChange,
  onLeaveDelay,
  onRemove,
}: {
  readonly step: DunningStep;
  readonly templates: readonly MessageTemplate[];
  readonly problems: readonly StepProblem[];
  readonly onChange: (changes: Partial<DunningStep>) => void;
  /** The delay is typed: rows may be put in order. */
  readonly onLeaveDelay: () => void;
  /** Undefined for the last step left. */
  readonly onRemove: (() => void) | undefined;
}) => {
  const errorOf = (field: StepProblem['field']): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const name = Number.isNaN(step.delayDays) ? 'sans délai' : delayText(step.delayDays);
  const choose =
    <Field extends 'level' | 'channel' | 'recipientRole' | 'templateId'>(field: Field) =>
    (value: string | null): void => {
      if (value !== null) onChange({ [field]: value } as Partial<DunningStep>);
    };
  return (
    <fieldset className={classes.step}>
      <legend className="visually-hidden">{`Étape ${name}`}</legend>
      <NumberInput
        label="Délai"
        suffix=" j"
        hideControls
        allowDecimal={false}
        value={shown(step.delayDays)}
        error={errorOf('delayDays')}
        onChange={(value) => onChange({ delayDays: numberOf(value) })}
        onBlur={onLeaveDelay}
      />
      <Select
        label="Ton"
        data={levelChoices}
        allowDeselect={false}
        value={step.level}
        error={errorOf('level')}
        onChange={choose('level')}
      />
      <Select
        label="Moyen"
        data={channelChoices}
        allowDeselect={false}
        value={step.channel}
        error={errorOf('channel')}
        onChange={choose('channel')}
      />
      <Select
        label="Modèle"
        data={templates.map((template) => ({ value: template.id, label: template.name }))}
        allowDeselect={false}
        value={step.templateId}
        onChange={choose('templateId')}
      />
      <Select
        label="Destinataire"
        data={roleChoices}
        allowDeselect={false}
        value={step.recipientRole}
        onChange={choose('recipientRole')}
      />
      <NumberInput
        label="Accordé"
        hideControls
        title="Délai de paiement que le message accorde"
        allowDecimal={false}
        allowNegative={false}
        suffix=" j"
        value={shown(step.grantedDays)}
        error={errorOf('grantedDays')}
        onChange={(value) => onChange({ grantedDays: numberOf(value) })}
      />
      <Tooltip label={onRemove ? 'Retirer cette étape' : 'Un scénario a au moins une étape'}>
        <ActionIcon
          className={classes.remove}
          aria-label={`Retirer l’étape ${name}`}
          disabled={onRemove === undefined}
          onClick={onRemove}
        >
          <Trash2 size={16} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </fieldset>
  );
};

import { MultiSelect, Select } from '@mantine/core';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import type { StepField, StepProblem } from '../../../../shared/reminders/scenario-problems.ts';
import type { MessageTemplate } from '../../../../shared/reminders/template.ts';
import { DelayFields } from './delay-fields.tsx';
import { NumberField } from './number-field.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import classes from './scenario.module.css';
import { channelChoices, levelChoices, roleChoices } from './scenario-names.ts';

/** What is wrong or deserves a look, beside the field that it is about. */
export interface StepRemarks {
  readonly problems: readonly StepProblem[];
  readonly advice: readonly StepProblem[];
}

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** Every part of one step. */
export const StepFields = ({
  step,
  isFirst,
  templates,
  remarks,
  onChange,
  onLeaveDelay,
}: {
  readonly step: DunningStep;
  readonly isFirst: boolean;
  readonly templates: readonly MessageTemplate[];
  readonly remarks: StepRemarks;
  readonly onChange: (changes: Partial<DunningStep>) => void;
  readonly onLeaveDelay: () => void;
}) => {
  const find = (from: readonly StepProblem[], field: StepField): string | undefined =>
    from.find((remark) => remark.field === field)?.message;
  const errorOf = (field: StepField): string | undefined => find(remarks.problems, field);
  const adviceOf = (field: StepField): string | undefined => find(remarks.advice, field);
  const { alsoBy = [] } = step;
  return (
    <div className={classes.fields}>
      <DelayFields
        step={step}
        isFirst={isFirst}
        error={errorOf('delayDays')}
        onChange={onChange}
        onLeave={onLeaveDelay}
      />
      <Select
        label="Ton"
        data={[...levelChoices]}
        allowDeselect={false}
        value={step.level}
        error={errorOf('level')}
        onChange={(picked) =>
          onChange({ level: levelChoices.find(({ value }) => value === picked)?.value ?? step.level })
        }
      />
      <Select
        label="Modèle"
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        value={step.templateId}
        onChange={(templateId) => onChange({ templateId: templateId ?? step.templateId })}
      />
      <Select
        label="Moyen"
        data={[...channelChoices]}
        allowDeselect={false}
        value={step.channel}
        error={errorOf('channel')}
        inputWrapperOrder={below}
        description={errorOf('channel') === undefined ? adviceOf('channel') : undefined}
        onChange={(picked) => {
          const channel = channelChoices.find(({ value }) => value === picked)?.value ?? step.channel;
          const others = alsoBy.filter((other) => other !== channel);
          onChange({ channel, alsoBy: others.length === 0 ? undefined : others });
        }}
      />
      <MultiSelect
        label="Aussi par"
        size="sm"
        placeholder={alsoBy.length === 0 ? 'Rien d’autre' : ''}
        data={channelChoices.filter(({ value }) => value !== step.channel)}
        value={[...alsoBy]}
        error={errorOf('alsoBy')}
        clearButtonProps={{ 'aria-label': 'Effacer' }}
        onChange={(picked) => {
          const others = channelChoices.map(({ value }) => value).filter((value) => picked.includes(value));
          onChange({ alsoBy: others.length === 0 ? undefined : others });
        }}
      />
      <Select
        label="Destinataire"
        data={[...roleChoices]}
        allowDeselect={false}
        value={step.recipientRole}
        onChange={(picked) =>
          onChange({
            recipientRole: roleChoices.find(({ value }) => value === picked)?.value ?? step.recipientRole,
          })
        }
      />
      <NumberField
        label="Accordé pour payer"
        suffix={'\u00A0j'}
        value={step.grantedDays}
        error={errorOf('grantedDays')}
        description={errorOf('grantedDays') === undefined ? adviceOf('grantedDays') : undefined}
        onChange={(grantedDays) => onChange({ grantedDays })}
      />
      <RepeatFields
        repeat={step.repeat}
        error={errorOf('repeat')}
        advice={adviceOf('repeat')}
        onChange={(repeat) => onChange({ repeat })}
      />
    </div>
  );
};

import { Button, Radio, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import type { DunningStep, Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioEffect, scenarioEffectText } from '../../../../shared/reminders/scenario-effect.ts';
import { scenarioProblems } from '../../../../shared/reminders/scenario-problems.ts';
import { allTemplates } from '../../../../shared/reminders/template-choice.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { newId } from '../../../bridge/new-id.ts';
import { saveScenario } from '../../../db/commands/scenarios.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';
import classes from './scenario.module.css';
import { inOrder } from './scenario-names.ts';
import { ScenarioTimeline } from './scenario-timeline.tsx';
import { StepRow } from './step-row.tsx';

type ScenarioValues = { name: string; mode: Scenario['mode']; steps: readonly DunningStep[] };

const valuesOf = ({ name, mode, steps }: Scenario): ScenarioValues => ({ name, mode, steps: inOrder(steps) });

const hint = [
  'Le délai se compte en jours après l’échéance (un nombre négatif, avant elle). «\u00A0Accordé\u00A0» est le temps que le message laisse pour payer\u00A0: l’étape suivante attend qu’il soit écoulé.',
  'Une étape qui tombe un jour chômé est faite le jour ouvré suivant.',
].join(' ');

/** A step like the last one, two weeks later. */
const nextStep = (steps: readonly DunningStep[]): DunningStep => {
  const last = inOrder(steps).at(-1);
  return {
    recipientRole: 'reminders',
    level: 'firm',
    channel: 'email',
    templateId: 'template-firm',
    grantedDays: 8,
    ...last,
    id: newId(),
    delayDays: (last?.delayDays ?? 0) + 15,
  };
};

/** What saving would change today, said before it is saved. */
const Effect = ({ scenario }: { readonly scenario: Scenario }) => {
  const ledger = useLedger();
  const today = useToday();
  const deferred = useDeferredValue(scenario);
  const text = useMemo(
    () => scenarioEffectText(scenarioEffect(ledger, deferred, today)),
    [ledger, deferred, today],
  );
  return <Notice tone="info">{`Si vous enregistrez\u00A0: ${text}`}</Notice>;
};

/** One scenario: its name, its mode, its steps. */
export const ScenarioForm = ({ scenario }: { readonly scenario: Scenario }) => {
  const ledger = useLedger();
  const run = useRun();
  const draft = useDraftForm<ScenarioValues>({
    key: `scenario-${scenario.id}`,
    section: 'scenario',
    stored: valuesOf(scenario),
    problems: (values) => ({
      ...(values.name.trim() === '' ? { name: 'Donnez un nom au scénario.' } : {}),
      ...(scenarioProblems({ ...scenario, ...values }).length > 0 ? { steps: 'Corrigez les étapes.' } : {}),
    }),
  });
  const { form, isDirty } = draft;
  const { steps, mode } = form.values;
  const typed: Scenario = { ...scenario, ...form.values };
  const problems = scenarioProblems(typed);
  const setSteps = (next: readonly DunningStep[]): void => form.setValues({ steps: next });
  return (
    <SectionForm
      draft={draft}
      onSave={async (values) => {
        await run(saveScenario, { ...scenario, ...values, name: values.name.trim() });
      }}
      extra={
        <Button
          variant="subtle"
          onClick={() => form.setValues({ mode: defaultScenario.mode, steps: defaultScenario.steps })}
        >
          Rétablir les étapes d’origine
        </Button>
      }
    >
      <Card title="Déroulement">
        <ScenarioTimeline steps={steps.filter(({ delayDays }) => !Number.isNaN(delayDays))} />
      </Card>
      <Card
        title="Étapes"
        actions={
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => setSteps([...steps, nextStep(steps)])}
          >
            Ajouter une étape
          </Button>
        }
      >
        <div className={classes.steps}>
          {steps.map((step) => (
            <StepRow
              key={step.id}
              step={step}
              templates={allTemplates(ledger)}
              problems={problems.filter(({ stepId }) => stepId === step.id)}
              onChange={(changes) =>
                setSteps(steps.map((other) => (other.id === step.id ? { ...other, ...changes } : other)))
              }
              onLeaveDelay={() => setSteps(inOrder(steps))}
              onRemove={
                steps.length > 1 ? () => setSteps(steps.filter(({ id }) => id !== step.id)) : undefined
              }
            />
          ))}
        </div>
        <p className={classes.hint}>{hint}</p>
      </Card>
      <Card title="Validation">
        <TextInput label="Nom du scénario" maw={320} mb="md" {...form.getInputProps('name')} />
        <Radio.Group
          aria-label="Validation des relances"
          value={mode}
          onChange={(value) => form.setValues({ mode: value === 'automatic' ? 'automatic' : 'to-approve' })}
        >
          <div className={classes.modes}>
            <Radio
              value="to-approve"
              label="À valider"
              description="Acquit prépare, vous approuvez d’un clic. Rien ne part sans vous."
            />
            <Radio
              value="automatic"
              label="Automatique"
              description="Les e-mails partent seuls les jours ouvrés, quand Acquit est ouvert. Les mises en demeure et derniers avis attendent toujours votre clic."
            />
          </div>
        </Radio.Group>
      </Card>
      {isDirty && problems.length === 0 && <Effect scenario={typed} />}
      {isDirty && problems.length > 0 && (
        <Notice tone="caution">Corrigez les étapes signalées pour voir l’effet et enregistrer.</Notice>
      )}
    </SectionForm>
  );
};

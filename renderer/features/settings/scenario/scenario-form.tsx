import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { settingsOf } from '../../../../shared/ledger/default-settings.ts';
import { defaultAutomaticPerInvoice } from '../../../../shared/reminders/build-proposal.ts';
import { defaultScenario } from '../../../../shared/reminders/default-scenario.ts';
import { type DunningStep, defaultScenarioId, type Scenario } from '../../../../shared/reminders/scenario.ts';
import { scenarioAdvice } from '../../../../shared/reminders/scenario-advice.ts';
import { escalationProblem, scenarioProblems } from '../../../../shared/reminders/scenario-problems.ts';
import { scenarioUse } from '../../../../shared/reminders/scenario-use.ts';
import { inLadderOrder } from '../../../../shared/reminders/step-order.ts';
import { allTemplates } from '../../../../shared/reminders/template-choice.ts';
import { useLedger } from '../../../application/ledger-context.tsx';
import { useRun } from '../../../application/use-run.tsx';
import { newId } from '../../../bridge/new-id.ts';
import { saveScenario } from '../../../db/commands/scenarios.ts';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SectionForm } from '../section-form.tsx';
import { useDraftForm } from '../use-draft-form.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { EffectCard } from './effect-card.tsx';
import { stepAfter } from './new-scenario.ts';
import classes from './scenario.module.css';
import { draftKey } from './scenario-names.ts';
import { ScenarioTimeline } from './scenario-timeline.tsx';
import { SimulationCard } from './simulation-card.tsx';
import { StepList } from './step-list.tsx';
import { UseCard } from './use-card.tsx';

type ScenarioValues = Pick<Scenario, 'segments' | 'escalation'> & {
  name: string;
  mode: Scenario['mode'];
  steps: readonly DunningStep[];
};

const valuesOf = ({ name, mode, steps, segments, escalation }: Scenario): ScenarioValues => ({
  name,
  mode,
  steps: inLadderOrder(steps),
  segments,
  escalation,
});

const hint = [
  'Une étape qui tombe un jour chômé est faite le jour ouvré suivant.',
  'Quand le délai accordé pour payer n’est pas écoulé, l’étape suivante attend.',
  'Pour changer l’ordre, faites glisser une étape ou appuyez sur Alt + flèche\u00A0: les jours restent à leur place.',
].join(' ');

/** One scenario: its name and clients, its steps, who approves, and what it would do. */
export const ScenarioForm = ({
  scenario,
  isNew,
  onReturn,
}: {
  readonly scenario: Scenario;
  /** Just created: its name is what to type first. */
  readonly isNew: boolean;
  readonly onReturn: () => void;
}) => {
  const ledger = useLedger();
  const run = useRun();
  const [openId, setOpenId] = useState<string>();
  const draft = useDraftForm<ScenarioValues>({
    key: draftKey(scenario.id),
    section: 'scenario',
    onReturn,
    stored: valuesOf(scenario),
    problems: (values) => ({
      ...(values.name.trim() === '' ? { name: 'Donnez un nom au scénario.' } : {}),
      ...(scenarioProblems(values).length > 0 ? { steps: 'Corrigez les étapes.' } : {}),
      ...(escalationProblem(values) === undefined ? {} : { escalation: 'Corrigez le nombre de relances.' }),
    }),
  });
  const { form, isDirty } = draft;
  const { steps, mode, escalation, segments } = form.values;
  const typed: Scenario = { ...scenario, ...form.values };
  const problems = scenarioProblems(typed);
  const escalationError = escalationProblem(typed);
  const isValid = problems.length === 0 && escalationError === undefined;
  const setSteps = (next: readonly DunningStep[]): void => form.setValues({ steps: next });
  const add = (): void => {
    const added = stepAfter(steps, newId());
    setSteps(inLadderOrder([...steps, added]));
    setOpenId(added.id);
  };
  return (
    <SectionForm
      draft={draft}
      onSave={async (values) => {
        await run(saveScenario, { ...scenario, ...values, name: values.name.trim() });
      }}
      extra={
        scenario.id === defaultScenarioId && (
          <Button
            variant="subtle"
            onClick={() =>
              form.setValues({
                mode: defaultScenario.mode,
                steps: defaultScenario.steps,
                escalation: undefined,
              })
            }
          >
            Rétablir les étapes d’origine
          </Button>
        )
      }
    >
      <UseCard
        scenario={scenario}
        isNew={isNew}
        nameField={form.getInputProps('name')}
        chosen={segments ?? []}
        onChoose={(next) => form.setValues({ segments: next })}
      />
      <Card title="Déroulement">
        <ScenarioTimeline steps={steps.filter(({ delayDays }) => !Number.isNaN(delayDays))} />
      </Card>
      <Card
        title={`Étapes (${steps.length})`}
        actions={
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={add}
          >
            Ajouter une étape
          </Button>
        }
      >
        <StepList
          steps={steps}
          templates={allTemplates(ledger)}
          problems={problems}
          advice={scenarioAdvice(typed, scenarioUse(ledger, scenario.id).followers)}
          openId={openId}
          onOpen={setOpenId}
          onChange={setSteps}
        />
        <p className={classes.hint}>{hint}</p>
      </Card>
      <ApprovalCard
        mode={mode}
        escalation={escalation}
        problem={escalationError}
        automaticLimit={settingsOf(ledger, 'reminders').automaticPerInvoice ?? defaultAutomaticPerInvoice}
        onChange={(changes) => form.setValues(changes)}
      />
      <SimulationCard scenario={typed} isValid={isValid} />
      {isDirty && isValid && <EffectCard scenario={typed} />}
      {isDirty && !isValid && (
        <Notice tone="caution">Corrigez les champs signalés pour voir l’effet et enregistrer.</Notice>
      )}
    </SectionForm>
  );
};

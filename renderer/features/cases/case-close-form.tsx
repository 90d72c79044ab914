import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { caseOutcomeNames } from '../../../shared/cases/case-names.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { closeCase } from '../../db/commands/case-court.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import type { CaseFormProps } from './case-form.ts';

type Outcome = NonNullable<LegalCase['closed']>['outcome'];

/** How a case ended. */
export const CloseForm = ({ legalCase, onClose }: CaseFormProps) => {
  const today = useToday();
  const run = useRun();
  const [on, setOn] = useState<Day | undefined>(today);
  const [outcome, setOutcome] = useState<Outcome>('paid');
  const [note, setNote] = useState('');
  const submit = async (): Promise<void> => {
    if (on === undefined) return;
    if ((await run(closeCase, { caseId: legalCase.id, on, outcome, note })) !== undefined) onClose();
  };
  return (
    <DialogForm submitLabel="Clore le dossier" onSubmit={submit} onCancel={onClose}>
      <Select
        label="Issue"
        data={(Object.keys(caseOutcomeNames) as readonly Outcome[]).map((value) => ({
          value,
          label: caseOutcomeNames[value],
        }))}
        value={outcome}
        allowDeselect={false}
        onChange={(next) => {
          if (next !== null) setOutcome(next as Outcome);
        }}
        data-autofocus
      />
      <DayInput label="Clos le" value={on} onChange={setOn} maxDay={today} />
      <Textarea
        label="Note (facultatif)"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
    </DialogForm>
  );
};

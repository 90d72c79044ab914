import { Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import { waitingReminders } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { LegalCase } from '../../../shared/ledger/legal-case.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useOpenLedger, useToday } from '../../application/ledger-context.tsx';
import { useRecallStopped } from '../../application/use-recall-stopped.ts';
import { useRun } from '../../application/use-run.tsx';
import { describeCase, fileCase, setCaseCosts } from '../../db/commands/case-court.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { CloseForm } from './case-close-form.tsx';
import { DatesForm } from './case-dates-form.tsx';
import type { CaseFormProps } from './case-form.ts';
import { CourtFields, useCourt } from './court-fields.tsx';

export type CaseDialog = 'file' | 'describe' | 'costs' | 'dates' | 'close';

const FileForm = ({ legalCase, onClose }: CaseFormProps) => {
  const today = useToday();
  const open = useOpenLedger();
  const run = useRun();
  const recall = useRecallStopped();
  const [filedOn, setFiledOn] = useState<Day | undefined>(today);
  const [court, setCourt] = useCourt(legalCase);
  const submit = async (): Promise<void> => {
    if (filedOn === undefined) return;
    const stopped = waitingReminders(open.memory.current(), legalCase.invoiceIds);
    const done = await run(fileCase, { caseId: legalCase.id, filedOn, ...court });
    if (done === undefined) return;
    onClose();
    await recall(stopped, 'Dossier déposé au tribunal');
  };
  return (
    <DialogForm
      submitLabel="Noter le dépôt"
      onSubmit={submit}
      onCancel={onClose}
      hint="Les relances de ces factures s’arrêtent."
    >
      <DayInput label="Déposé le" value={filedOn} onChange={setFiledOn} maxDay={today} data-autofocus />
      <CourtFields label="Tribunal ou commissaire de justice saisi" court={court} onChange={setCourt} />
    </DialogForm>
  );
};

const DescribeForm = ({ legalCase, onClose }: CaseFormProps) => {
  const run = useRun();
  const [court, setCourt] = useCourt(legalCase);
  const [note, setNote] = useState(legalCase.note);
  const submit = async (): Promise<void> => {
    const done = await run(describeCase, { caseId: legalCase.id, ...court, note });
    if (done !== undefined) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <CourtFields label="Tribunal ou commissaire de justice" court={court} onChange={setCourt} takesFocus />
      <Textarea
        label="Note"
        autosize
        minRows={3}
        maxRows={10}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
    </DialogForm>
  );
};

const CostsForm = ({ legalCase, onClose }: CaseFormProps) => {
  const run = useRun();
  const [costs, setCosts] = useState<Cents | undefined>(legalCase.costsCents);
  const submit = async (): Promise<void> => {
    if (costs === undefined) return;
    if ((await run(setCaseCosts, { caseId: legalCase.id, costsCents: costs })) !== undefined) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <AmountInput label="Frais payés en tout" value={costs} onChange={setCosts} data-autofocus />
    </DialogForm>
  );
};

const forms: Readonly<
  Record<CaseDialog, { readonly title: string; readonly Form: (props: CaseFormProps) => JSX.Element }>
> = {
  file: { title: 'Dossier déposé', Form: FileForm },
  describe: { title: 'Tribunal et note', Form: DescribeForm },
  costs: { title: 'Frais de procédure', Form: CostsForm },
  dates: { title: 'Suivi de la procédure', Form: DatesForm },
  close: { title: 'Clore le dossier', Form: CloseForm },
};

/** The dialogs of a case. */
export const CaseDialogs = ({
  legalCase,
  opened,
  onClose,
}: {
  readonly legalCase: LegalCase;
  readonly opened: CaseDialog | undefined;
  readonly onClose: () => void;
}) =>
  (Object.keys(forms) as readonly CaseDialog[]).map((kind) => {
    const { title, Form } = forms[kind];
    return (
      <Dialog key={kind} title={title} opened={opened === kind} onClose={onClose}>
        <Form legalCase={legalCase} onClose={onClose} />
      </Dialog>
    );
  });

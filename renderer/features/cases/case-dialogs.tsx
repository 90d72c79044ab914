import { Select, Textarea, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { caseOutcomeNames } from '../../../shared/cases/case-names.ts';
import { waitingReminders } from '../../../shared/claims/waiting-reminders.ts';
import type { Day } from '../../../shared/dates/day.ts';
import type { CaseDates, LegalCase } from '../../../shared/ledger/legal-case.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useOpenLedger, useToday } from '../../application/ledger-context.tsx';
import { useRecallStopped } from '../../application/use-recall-stopped.ts';
import { useRun } from '../../application/use-run.tsx';
import { closeCase, describeCase, fileCase, setCaseCosts, setCaseDates } from '../../db/commands/cases.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';

export type CaseDialog = 'file' | 'describe' | 'costs' | 'dates' | 'close';

interface FormProps {
  readonly legalCase: LegalCase;
  readonly onClose: () => void;
}

const FileForm = ({ legalCase, onClose }: FormProps) => {
  const today = useToday();
  const open = useOpenLedger();
  const run = useRun();
  const recall = useRecallStopped();
  const [filedOn, setFiledOn] = useState<Day | undefined>(today);
  const [courtName, setCourtName] = useState(legalCase.courtName ?? '');
  const [courtReference, setReference] = useState(legalCase.courtReference ?? '');
  const submit = async (): Promise<void> => {
    if (filedOn === undefined) return;
    const stopped = waitingReminders(open.memory.current(), legalCase.invoiceIds);
    const done = await run(fileCase, { caseId: legalCase.id, filedOn, courtName, courtReference });
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
      <TextInput
        label="Tribunal ou commissaire de justice saisi"
        value={courtName}
        onChange={(event) => setCourtName(event.currentTarget.value)}
        maxLength={200}
      />
      <TextInput
        label="Numéro de dossier (facultatif)"
        value={courtReference}
        onChange={(event) => setReference(event.currentTarget.value)}
        maxLength={100}
      />
    </DialogForm>
  );
};

const DescribeForm = ({ legalCase, onClose }: FormProps) => {
  const run = useRun();
  const [courtName, setCourtName] = useState(legalCase.courtName ?? '');
  const [courtReference, setReference] = useState(legalCase.courtReference ?? '');
  const [note, setNote] = useState(legalCase.note);
  const submit = async (): Promise<void> => {
    const done = await run(describeCase, { caseId: legalCase.id, courtName, courtReference, note });
    if (done !== undefined) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      <TextInput
        label="Tribunal ou commissaire de justice"
        value={courtName}
        onChange={(event) => setCourtName(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      <TextInput
        label="Numéro de dossier"
        value={courtReference}
        onChange={(event) => setReference(event.currentTarget.value)}
        maxLength={100}
      />
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

const CostsForm = ({ legalCase, onClose }: FormProps) => {
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

const dateLabels: Readonly<Record<keyof CaseDates, string>> = {
  orderOn: 'Ordonnance rendue le',
  orderServedOn: 'Ordonnance signifiée le',
  demandServedOn: 'Commandement ou lettre du commissaire de justice, le',
  recordOn: 'Procès-verbal de non-contestation du',
  contestedOn: 'Opposition ou contestation du débiteur, le',
  titleOn: 'Titre exécutoire du',
};

/** Dates that a procedure knows. */
const datesOf = ({ procedure }: LegalCase): readonly (keyof CaseDates)[] => {
  switch (procedure) {
    case 'order-for-payment':
      return ['orderOn', 'orderServedOn', 'contestedOn', 'titleOn'];
    case 'uncontested-commercial-claim':
      return ['demandServedOn', 'recordOn', 'contestedOn', 'titleOn'];
    case 'small-claims':
      return ['demandServedOn', 'contestedOn', 'titleOn'];
    default:
      return ['contestedOn', 'titleOn'];
  }
};

const DatesForm = ({ legalCase, onClose }: FormProps) => {
  const today = useToday();
  const run = useRun();
  const [dates, setDates] = useState<CaseDates>(legalCase.dates ?? {});
  const submit = async (): Promise<void> => {
    if ((await run(setCaseDates, { caseId: legalCase.id, dates })) !== undefined) onClose();
  };
  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      {datesOf(legalCase).map((key, index) => (
        <DayInput
          key={key}
          label={dateLabels[key]}
          value={dates[key]}
          onChange={(on) => setDates((was) => ({ ...was, [key]: on }))}
          maxDay={today}
          {...(index === 0 ? { 'data-autofocus': true } : {})}
        />
      ))}
    </DialogForm>
  );
};

type Outcome = NonNullable<LegalCase['closed']>['outcome'];

const CloseForm = ({ legalCase, onClose }: FormProps) => {
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

const forms: Readonly<
  Record<CaseDialog, { readonly title: string; readonly Form: (props: FormProps) => JSX.Element }>
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

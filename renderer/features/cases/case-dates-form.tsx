import { useState } from 'react';
import type { CaseDates, LegalCase } from '../../../shared/ledger/legal-case.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { setCaseDates } from '../../db/commands/case-court.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import type { CaseFormProps } from './case-form.ts';

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

/** What happened at court, each day where the procedure knows it. */
export const DatesForm = ({ legalCase, onClose }: CaseFormProps) => {
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

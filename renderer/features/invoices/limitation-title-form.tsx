import { useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordTitle } from '../../db/commands/limitation.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** Day of the judgment or enforceable order; an empty field takes the title back. */
export const LimitationTitleForm = ({
  invoice,
  onDone,
}: {
  readonly invoice: Invoice;
  readonly onDone: () => void;
}) => {
  const today = useToday();
  const run = useRun();
  const container = useFocusOnMount('input');
  const [on, setOn] = useState(invoice.titleOn);
  const [tried, setTried] = useState(false);
  const isMissing = on === undefined && invoice.titleOn === undefined;
  const submit = async (day: Day | undefined): Promise<void> => {
    setTried(true);
    if (isMissing) return;
    if (await run(recordTitle, { invoiceId: invoice.id, on: day })) onDone();
  };
  return (
    <div ref={container}>
      <DialogForm
        submitLabel={on === undefined && invoice.titleOn !== undefined ? 'Retirer le titre' : 'Enregistrer'}
        onSubmit={() => submit(on)}
        onCancel={onDone}
        hint="Un titre exécutoire vaut dix ans (CPCEx art. L111-4)."
      >
        <DayInput
          label="Date du jugement ou du titre"
          description={
            invoice.titleOn === undefined
              ? 'Jugement, ordonnance d’injonction de payer devenue exécutoire, acte notarié.'
              : 'Videz la date pour retirer le titre.'
          }
          value={on}
          onChange={setOn}
          maxDay={today}
          error={tried && isMissing ? 'Indiquez la date du titre.' : undefined}
        />
      </DialogForm>
    </div>
  );
};

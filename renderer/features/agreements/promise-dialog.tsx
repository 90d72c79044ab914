import { useState } from 'react';
import { addDays, type Day } from '../../../shared/dates/day.ts';
import { formatFullDay } from '../../../shared/dates/format-day.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import { promiseEndsOn } from '../../../shared/reminders/promise.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPromise } from '../../db/commands/agreements.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { InvoiceSummary } from './invoice-summary.tsx';

/** Does more than record the promise; resolves to true when it is done. */
type Decide = ((promisedOn: Day) => Promise<boolean>) | undefined;

const PromiseForm = ({
  invoiceIds,
  onClose,
  decide,
}: {
  readonly invoiceIds: readonly string[];
  readonly onClose: () => void;
  readonly decide: Decide;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const [promisedOn, setPromisedOn] = useState<Day | undefined>(addDays(today, 7));
  const [tried, setTried] = useState(false);
  const { calendar } = settingsOf(ledger, 'reminders');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (promisedOn === undefined) return;
    const done = decide
      ? await decide(promisedOn)
      : (await run(recordPromise, { invoiceIds, promisedOn })) !== undefined;
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Noter la promesse"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        promisedOn !== undefined && promisedOn >= today
          ? `Relances suspendues jusqu’au ${formatFullDay(promiseEndsOn({ promisedOn }, calendar))}.`
          : undefined
      }
    >
      <InvoiceSummary invoiceIds={invoiceIds} />
      <DayInput
        label="Règlement promis pour le"
        value={promisedOn}
        onChange={setPromisedOn}
        minDay={today}
        description="Par exemple « vendredi », « fin de mois » ou 31/12/2026."
        error={tried && promisedOn === undefined ? 'Indiquez la date promise.' : undefined}
        data-autofocus
      />
    </DialogForm>
  );
};

/** « Promesse »: the client said when he will pay; reminders wait for that day plus two working days. */
export const PromiseDialog = ({
  invoiceIds,
  opened,
  onClose,
  decide,
}: {
  readonly invoiceIds: readonly string[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly decide?: Decide;
}) => (
  <Dialog title="Promesse de paiement" opened={opened && invoiceIds.length > 0} onClose={onClose}>
    <PromiseForm invoiceIds={invoiceIds} onClose={onClose} decide={decide} />
  </Dialog>
);

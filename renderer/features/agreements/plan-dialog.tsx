import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, addMonths, type Day } from '../../../shared/dates/day.ts';
import type { Instalment } from '../../../shared/ledger/agreement.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { type Cents, cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { agreePlan } from '../../db/commands/agreements.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import {
  completeInstalments,
  type DraftInstalment,
  monthlyInstalments,
  unspreadCents,
} from './instalment-draft.ts';
import { InvoiceSummary } from './invoice-summary.tsx';
import classes from './plan-dialog.module.css';

/** More than two years of instalments is no longer an amicable delay. */
const mostInstalments = 24;

const differenceText = (unspread: Cents): string =>
  unspread === 0
    ? 'Le total des échéances correspond.'
    : unspread > 0
      ? `Il reste ${formatAmount(unspread)} à répartir.`
      : `${formatAmount(cents(-unspread))} de trop.`;

/** Does more than agree the plan; resolves to true when it is done. */
type Decide = ((instalments: readonly Instalment[]) => Promise<boolean>) | undefined;

const PlanForm = ({
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
  const owed = sumCents(invoiceIds.map((id) => remainingCents(ledger, id)));
  const [firstOn, setFirstOn] = useState<Day | undefined>(addMonths(addDays(today, 1), 1));
  const [drafts, setDrafts] = useState<readonly DraftInstalment[]>(() =>
    monthlyInstalments(owed, 3, addMonths(addDays(today, 1), 1)),
  );
  const [tried, setTried] = useState(false);
  const unspread = unspreadCents(owed, drafts);
  const change = (index: number, part: Partial<DraftInstalment>): void =>
    setDrafts((all) => all.map((draft, at) => (at === index ? { ...draft, ...part } : draft)));
  const last = drafts.at(-1);
  const submit = async (): Promise<void> => {
    setTried(true);
    const instalments = completeInstalments(drafts);
    if (!instalments || unspread !== 0) return;
    const done = decide
      ? await decide(instalments)
      : (await run(agreePlan, { invoiceIds, instalments })) !== undefined;
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Accorder l’échéancier"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        <span role="status" data-unspread={unspread !== 0} className={classes.difference}>
          {differenceText(unspread)}
        </span>
      }
    >
      <InvoiceSummary invoiceIds={invoiceIds} />
      <Group grow align="flex-start" gap="md">
        <NumberInput
          label="Nombre d’échéances"
          min={1}
          max={mostInstalments}
          clampBehavior="strict"
          allowDecimal={false}
          value={drafts.length}
          onChange={(count) => {
            if (typeof count !== 'number' || count < 1 || firstOn === undefined) return;
            setDrafts(monthlyInstalments(owed, count, firstOn));
          }}
          data-autofocus
        />
        <DayInput
          label="Première échéance"
          value={firstOn}
          minDay={today}
          onChange={(day) => {
            setFirstOn(day);
            if (day !== undefined) setDrafts(monthlyInstalments(owed, drafts.length, day));
          }}
        />
      </Group>
      <ol className={classes.instalments}>
        {drafts.map((draft, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place in the plan
          <li key={index} className={classes.instalment}>
            <span className={classes.rank}>{index + 1}</span>
            <DayInput
              label={`Date de l’échéance ${index + 1}`}
              labelProps={{ className: 'visually-hidden' }}
              value={draft.dueOn}
              minDay={today}
              onChange={(dueOn) => change(index, { dueOn })}
              error={tried && draft.dueOn === undefined ? 'Indiquez la date.' : undefined}
            />
            <AmountInput
              label={`Montant de l’échéance ${index + 1}`}
              labelProps={{ className: 'visually-hidden' }}
              value={draft.cents}
              onChange={(amount) => change(index, { cents: amount })}
              error={tried && draft.cents === undefined ? 'Indiquez le montant.' : undefined}
            />
          </li>
        ))}
      </ol>
      {unspread !== 0 && last?.cents !== undefined && last.cents + unspread > 0 && (
        <Group>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => change(drafts.length - 1, { cents: cents((last.cents ?? 0) + unspread) })}
          >
            Ajuster la dernière échéance
          </Button>
        </Group>
      )}
    </DialogForm>
  );
};

/** « Échéancier »: instalments that add up to what is owed; dates and amounts stay free. */
export const PlanDialog = ({
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
  <Dialog title="Échéancier de paiement" opened={opened && invoiceIds.length > 0} onClose={onClose} size="lg">
    <PlanForm invoiceIds={invoiceIds} onClose={onClose} decide={decide} />
  </Dialog>
);

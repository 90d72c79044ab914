import { Checkbox, Select } from '@mantine/core';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { concessionNames } from '../../../shared/ledger/allocation-source.ts';
import { type AssignedInvoice, concessionOffers } from '../../../shared/ledger/bank-assignment.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { ConcessionReason } from '../../../shared/ledger/payment.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { AmountInput } from '../../ui/amount-input.tsx';
import classes from './assign-dialog.module.css';
import type { AssignedMovement } from './assign-form.ts';

/** An open invoice: whether the movement pays it, how much of it, and what becomes of the rest. */
export const AssignInvoice = ({
  assigned,
  movement,
  onPick,
  onType,
  onConcession,
}: {
  readonly assigned: AssignedInvoice;
  readonly movement: AssignedMovement;
  readonly onPick: () => void;
  readonly onType: (amount: Cents | undefined) => void;
  readonly onConcession: (reason: ConcessionReason | undefined) => void;
}) => {
  const ledger = useLedger();
  const { invoice, remainingCents, isPicked, shareCents, restCents, concession } = assigned;
  const matching = settingsOf(ledger, 'matching');
  const discount =
    ledger.clients.get(invoice.clientId)?.earlyPaymentDiscount ?? matching.earlyPaymentDiscount;
  const offers =
    shareCents > 0
      ? concessionOffers(assigned, movement.line.bookedOn, discount, matching.feeToleranceCents)
      : [];
  const due = invoice.dueOn === undefined ? 'sans échéance' : `échéance ${formatDay(invoice.dueOn)}`;
  return (
    <div className={classes.invoice}>
      <Checkbox checked={isPicked} onChange={onPick} label={`${invoice.number}, ${due}`} />
      <span className={classes.remaining}>{formatMoney(remainingCents, movement.currency)}</span>
      {isPicked ? (
        <AmountInput
          label={`Part de ${invoice.number}`}
          labelProps={{ className: 'visually-hidden' }}
          size="xs"
          value={shareCents}
          onChange={onType}
        />
      ) : (
        <span />
      )}
      {isPicked && shareCents > 0 && restCents > 0 && (
        <div className={classes.rest}>
          <span>Reste {formatMoney(restCents, movement.currency)}</span>
          {offers.length > 0 && (
            <Select
              aria-label={`Que faire du reste de ${invoice.number}`}
              size="xs"
              w={264}
              data={[
                { value: '', label: 'Toujours dû par le client' },
                ...offers.map(({ reason }) => ({ value: reason, label: concessionNames[reason] })),
              ]}
              value={concession ?? ''}
              allowDeselect={false}
              onChange={(picked) => onConcession(offers.find(({ reason }) => reason === picked)?.reason)}
            />
          )}
        </div>
      )}
    </div>
  );
};

import { Autocomplete, Checkbox, Group, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { PaymentMethod } from '../../../shared/ledger/payment.ts';
import { payableInvoices } from '../../../shared/ledger/receipts.ts';
import { spreadPayment } from '../../../shared/ledger/spread-payment.ts';
import { type Cents, sumCents, zeroCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { recordPayment } from '../../db/commands/payments.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { clientChoices } from '../invoices/client-choices.ts';
import { PaymentMethodSelect } from '../payments/payment-method-select.tsx';
import classes from './receipt-dialog.module.css';

const ReceiptForm = ({
  clientId,
  onClose,
}: {
  readonly clientId: string | undefined;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const choices = useMemo(() => clientChoices(ledger.clients.values()), [ledger.clients]);
  const [clientText, setClientText] = useState(() => choices.labelOf(clientId ?? ''));
  const chosenClient = clientId ?? choices.find(clientText);
  const payable = useMemo(
    () => (chosenClient === undefined ? [] : payableInvoices(ledger, chosenClient)),
    [ledger, chosenClient],
  );
  const [typed, setTyped] = useState<Cents>();
  const [isTyped, setIsTyped] = useState(false);
  /** Undefined: the money goes to the oldest invoices first. */
  const [picked, setPicked] = useState<ReadonlySet<string>>();
  const [receivedOn, setReceivedOn] = useState<Day | undefined>(today);
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);

  const wanted = picked === undefined ? payable : payable.filter(({ invoice }) => picked.has(invoice.id));
  const pickedCents = sumCents(wanted.map(({ remainingCents }) => remainingCents));
  const received = isTyped ? typed : picked === undefined ? undefined : pickedCents;
  const { shares, leftCents } = spreadPayment(
    received ?? zeroCents,
    wanted.map(({ invoice, remainingCents }) => ({ invoiceId: invoice.id, cents: remainingCents })),
  );
  const shareOf = new Map(shares.map((share) => [share.invoiceId, share.cents]));
  const isChecked = (id: string): boolean => (picked === undefined ? shareOf.has(id) : picked.has(id));
  const toggle = (id: string): void => {
    const next = new Set(
      payable.filter(({ invoice }) => isChecked(invoice.id)).map(({ invoice }) => invoice.id),
    );
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const changeClient = (text: string): void => {
    setClientText(text);
    setPicked(undefined);
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (chosenClient === undefined || received === undefined || received <= 0 || receivedOn === undefined)
      return;
    const done = await run(recordPayment, {
      clientId: chosenClient,
      invoiceIds: shares.map(({ invoiceId }) => invoiceId),
      receivedCents: received,
      receivedOn,
      method,
      reference: reference.trim(),
    });
    if (done) onClose();
  };
  return (
    <DialogForm
      submitLabel="Enregistrer"
      onSubmit={submit}
      onCancel={onClose}
      hint={
        received !== undefined && leftCents > 0
          ? `${formatAmount(leftCents)} resteront à affecter sur le compte du client.`
          : undefined
      }
    >
      <Autocomplete
        label="Client"
        data={[...choices.labels]}
        value={clientText}
        onChange={changeClient}
        limit={20}
        openOnFocus={false}
        maxLength={300}
        {...(clientId === undefined ? {} : { readOnly: true, variant: 'filled' as const })}
        error={
          tried && chosenClient === undefined
            ? clientText.trim() === ''
              ? 'Choisissez le client.'
              : 'Ce client n’existe pas. Créez-le d’abord, ou choisissez-le dans la liste.'
            : undefined
        }
        data-autofocus={clientId === undefined ? true : undefined}
      />
      <Group grow align="flex-start" gap="md">
        <AmountInput
          label="Montant reçu"
          value={received}
          onChange={(amount) => {
            setTyped(amount);
            setIsTyped(true);
          }}
          error={tried && (received === undefined || received <= 0) ? 'Indiquez le montant reçu.' : undefined}
          data-autofocus={clientId === undefined ? undefined : true}
        />
        <DayInput
          label="Reçu le"
          value={receivedOn}
          onChange={setReceivedOn}
          maxDay={today}
          error={tried && receivedOn === undefined ? 'Indiquez la date de réception.' : undefined}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <PaymentMethodSelect value={method} onChange={setMethod} />
        <TextInput
          label="Référence (facultatif)"
          value={reference}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </Group>
      {chosenClient !== undefined && (
        <fieldset className={classes.invoices}>
          <legend>Factures réglées, les plus anciennes d’abord</legend>
          {payable.length === 0 ? (
            <p className={classes.none}>
              Aucune facture ouverte : la somme attendra sur le compte du client.
            </p>
          ) : (
            payable.map(({ invoice, remainingCents }) => {
              const share = shareOf.get(invoice.id);
              return (
                <div key={invoice.id} className={classes.invoice}>
                  <Checkbox
                    size="sm"
                    checked={isChecked(invoice.id)}
                    onChange={() => toggle(invoice.id)}
                    label={`${invoice.number}, ${invoice.dueOn === undefined ? 'sans échéance' : `échéance ${formatDay(invoice.dueOn)}`}`}
                  />
                  <span className={classes.share} data-part={share !== undefined && share < remainingCents}>
                    {share === undefined
                      ? formatAmount(remainingCents)
                      : share < remainingCents
                        ? `${formatAmount(share)} sur ${formatAmount(remainingCents)}`
                        : `soldée, ${formatAmount(share)}`}
                  </span>
                </div>
              );
            })
          )}
        </fieldset>
      )}
    </DialogForm>
  );
};

/**
 * « Enregistrer un encaissement »: a typed amount goes to the oldest invoices first; ticking invoices fills
 * in the amount. What is left over waits on the account.
 */
export const ReceiptDialog = ({
  clientId,
  opened,
  onClose,
}: {
  /** The client is fixed. */
  readonly clientId?: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}) => (
  <Dialog title="Enregistrer un encaissement" opened={opened} onClose={onClose} size="lg">
    <ReceiptForm clientId={clientId} onClose={onClose} />
  </Dialog>
);

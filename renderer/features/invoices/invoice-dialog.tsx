import { Autocomplete, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/dates/day.ts';
import { termsOf } from '../../../shared/ledger/client-terms.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { createInvoice, updateInvoice } from '../../db/commands/invoices.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { clientChoices } from './client-choices.ts';
import { customTerms, dueDayOf, offeredTerms } from './term-choices.ts';

const kinds = [
  { value: 'invoice', label: 'Facture' },
  { value: 'credit-note', label: 'Avoir' },
] as const satisfies readonly { readonly value: Invoice['kind']; readonly label: string }[];

const InvoiceForm = ({
  clientId,
  invoice,
  onClose,
}: {
  readonly clientId: string | undefined;
  readonly invoice: Invoice | undefined;
  readonly onClose: () => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const run = useRun();
  const choices = useMemo(() => clientChoices(ledger.clients.values()), [ledger.clients]);
  const { defaultTermDays } = settingsOf(ledger, 'reminders');
  const [clientText, setClientText] = useState(() => choices.labelOf(invoice?.clientId ?? clientId ?? ''));
  const chosenId = choices.find(clientText);
  const termDays = termsOf(ledger.clients.get(chosenId ?? ''), defaultTermDays).days;
  const [kind, setKind] = useState<Invoice['kind']>(invoice?.kind ?? 'invoice');
  const [number, setNumber] = useState(invoice?.number ?? '');
  const [issuedOn, setIssuedOn] = useState<Day | undefined>(invoice?.issuedOn ?? today);
  /** Undefined: the client's own term, and so it follows the client. */
  const [pickedTerms, setPickedTerms] = useState<string | undefined>(invoice ? customTerms.value : undefined);
  const [typedDueOn, setTypedDueOn] = useState<Day | undefined>(invoice?.dueOn);
  const [total, setTotal] = useState<Cents | undefined>(invoice?.totalCents);
  const [order, setOrder] = useState(invoice?.orderReference ?? '');
  const [tried, setTried] = useState(false);
  const terms = pickedTerms ?? String(termDays);
  const dueOn =
    terms === customTerms.value ? typedDueOn : issuedOn === undefined ? undefined : dueDayOf(issuedOn, terms);
  const isInvoice = kind === 'invoice';
  const missing = (isMissing: boolean, sentence: string): string | undefined =>
    tried && isMissing ? sentence : undefined;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (number.trim() === '' || issuedOn === undefined || total === undefined || clientText.trim() === '')
      return;
    const wish = {
      kind,
      number,
      issuedOn,
      dueOn: isInvoice ? dueOn : undefined,
      totalCents: total,
      orderReference: order.trim() === '' ? undefined : order.trim(),
    };
    const done = invoice
      ? await run(updateInvoice, { id: invoice.id, changes: wish })
      : await run(createInvoice, {
          client: chosenId === undefined ? { newName: clientText } : { id: chosenId },
          invoice: wish,
        });
    if (done) onClose();
  };

  return (
    <DialogForm submitLabel="Enregistrer" onSubmit={submit} onCancel={onClose}>
      {!invoice && (
        <SegmentedControl
          aria-label="Type de pièce"
          data={[...kinds]}
          value={kind}
          onChange={(value) => setKind(value)}
        />
      )}
      <Autocomplete
        label="Client"
        data={[...choices.labels]}
        value={clientText}
        onChange={setClientText}
        limit={20}
        openOnFocus={false}
        maxLength={300}
        {...(invoice !== undefined || clientId !== undefined
          ? { readOnly: true, variant: 'filled' as const }
          : {})}
        description={
          clientText.trim() !== '' && chosenId === undefined
            ? 'Nouveau client : sa fiche sera créée avec la facture.'
            : undefined
        }
        error={missing(clientText.trim() === '', 'Indiquez le client.')}
        data-autofocus={invoice === undefined && clientId === undefined ? true : undefined}
      />
      <Group grow align="flex-start" gap="md">
        <TextInput
          label={isInvoice ? 'Numéro de facture' : 'Numéro de l’avoir'}
          value={number}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={missing(number.trim() === '', 'Indiquez le numéro.')}
          data-autofocus={invoice !== undefined || clientId !== undefined ? true : undefined}
        />
        <AmountInput
          label="Montant TTC"
          value={total}
          onChange={setTotal}
          error={missing(total === undefined, 'Indiquez le montant TTC.')}
        />
      </Group>
      <Group grow align="flex-start" gap="md">
        <DayInput
          label={isInvoice ? 'Date de facture' : 'Date de l’avoir'}
          value={issuedOn}
          onChange={setIssuedOn}
          error={missing(issuedOn === undefined, 'Indiquez la date.')}
        />
        {isInvoice && (
          <Select
            label="Conditions de paiement"
            data={offeredTerms(termDays)}
            value={terms}
            allowDeselect={false}
            onChange={(picked) => {
              if (picked === null) return;
              if (picked === customTerms.value) setTypedDueOn(dueOn);
              setPickedTerms(picked);
            }}
          />
        )}
        {isInvoice && (
          <DayInput
            label="Échéance"
            value={dueOn}
            onChange={(day) => {
              setPickedTerms(customTerms.value);
              setTypedDueOn(day);
            }}
          />
        )}
      </Group>
      {isInvoice && dueOn === undefined && issuedOn !== undefined && (
        <Text size="sm" c="var(--text-quiet)">
          Sans échéance, cette facture ne sera jamais relancée.
        </Text>
      )}
      <TextInput
        label="Référence de commande du client (facultatif)"
        value={order}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setOrder(event.currentTarget.value)}
      />
    </DialogForm>
  );
};

/**
 * « Saisir une facture » or « Modifier »: a known client or a new one by its name; the terms fill the due
 * date, which stays free.
 */
export const InvoiceDialog = ({
  opened,
  onClose,
  clientId,
  invoiceId,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The client is fixed. */
  readonly clientId?: string | undefined;
  /** Edits this invoice. */
  readonly invoiceId?: string | undefined;
}) => {
  const ledger = useLedger();
  const invoice = invoiceId === undefined ? undefined : ledger.invoices.get(invoiceId);
  const title =
    invoice === undefined
      ? 'Saisir une facture'
      : `Modifier ${invoice.kind === 'invoice' ? 'la facture' : 'l’avoir'} ${invoice.number}`;
  return (
    <Dialog title={title} opened={opened} onClose={onClose} size="lg">
      <InvoiceForm clientId={clientId} invoice={invoice} onClose={onClose} />
    </Dialog>
  );
};

import { Autocomplete, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { termsOf } from '../../../shared/ledger/client-terms.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { useRun } from '../../application/use-run.tsx';
import { createInvoice, updateInvoice } from '../../db/commands/invoices.ts';
import { AmountInput } from '../../ui/amount-input.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import { ScenarioLine } from '../scenarios/scenario-line.tsx';
import { clientChoices } from './client-choices.ts';
import { CreditEffectField } from './credit-effect-field.tsx';
import { DueDateFields } from './due-date-fields.tsx';
import { draftDueOn, draftOfInvoice, type InvoiceDraft, wishOfDraft } from './invoice-draft.ts';
import { InvoiceExtras } from './invoice-extras.tsx';
import { offeredTerms } from './term-choices.ts';

const kinds = [
  { value: 'invoice', label: 'Facture' },
  { value: 'credit-note', label: 'Avoir' },
] as const satisfies readonly { readonly value: Invoice['kind']; readonly label: string }[];

/** The form of one invoice or credit note, new or known. */
export const InvoiceForm = ({
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
  const [draft, setDraft] = useState(() =>
    draftOfInvoice(invoice, today, ledger.clients.get(invoice?.clientId ?? '')?.terms),
  );
  const [tried, setTried] = useState(false);
  const chosenId = choices.find(clientText);
  const client = ledger.clients.get(chosenId ?? '');
  const offered = offeredTerms(termsOf(client, defaultTermDays), client?.terms !== undefined);
  const terms = offered.find(({ value }) => value === draft.terms)?.terms;
  const dueOn = draftDueOn(draft, terms, client?.regime);
  const isInvoice = draft.kind === 'invoice';
  const isClientFixed = invoice !== undefined || clientId !== undefined;
  const change = (changes: Partial<InvoiceDraft>): void => setDraft((was) => ({ ...was, ...changes }));
  const missing = (isMissing: boolean, sentence: string): string | undefined =>
    tried && isMissing ? sentence : undefined;

  const submit = async (): Promise<void> => {
    setTried(true);
    const wish = wishOfDraft(draft, dueOn);
    if (wish === undefined || clientText.trim() === '') return;
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
          value={draft.kind}
          onChange={(kind) => change({ kind })}
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
        {...(isClientFixed ? { readOnly: true, variant: 'filled' as const } : {})}
        description={
          clientText.trim() !== '' && chosenId === undefined
            ? 'Nouveau client : sa fiche sera créée avec la facture.'
            : undefined
        }
        error={missing(clientText.trim() === '', 'Indiquez le client.')}
        data-autofocus={isClientFixed ? undefined : true}
      />
      <Group grow align="flex-start" gap="md">
        <TextInput
          label={isInvoice ? 'Numéro de facture' : 'Numéro de l’avoir'}
          value={draft.number}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => change({ number: event.currentTarget.value })}
          error={missing(draft.number.trim() === '', 'Indiquez le numéro.')}
          data-autofocus={isClientFixed ? true : undefined}
        />
        <AmountInput
          label="Montant TTC"
          value={draft.total}
          onChange={(total) => change({ total })}
          error={missing(draft.total === undefined, 'Indiquez le montant TTC.')}
        />
      </Group>
      {isInvoice ? (
        <DueDateFields
          draft={draft}
          onChange={change}
          client={client}
          offered={offered}
          terms={terms}
          dueOn={dueOn}
          tried={tried}
        />
      ) : (
        <>
          <DayInput
            label="Date de l’avoir"
            value={draft.issuedOn}
            onChange={(issuedOn) => change({ issuedOn })}
            error={missing(draft.issuedOn === undefined, 'Indiquez la date.')}
          />
          <CreditEffectField
            value={draft.creditEffect}
            onChange={(creditEffect) => change({ creditEffect })}
          />
        </>
      )}
      <InvoiceExtras draft={draft} onChange={change} client={client} terms={terms} />
      {isInvoice && client && <ScenarioLine client={client} invoice={invoice} />}
    </DialogForm>
  );
};

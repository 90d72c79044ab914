import { Checkbox, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { formatDay } from '../../../shared/dates/format-day.ts';
import { currentBalances } from '../../../shared/ledger/balance.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useOpenLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { useRun } from '../../application/use-run.tsx';
import { openCase } from '../../db/commands/cases.ts';
import { Dialog, DialogForm } from '../../ui/form-dialog.tsx';
import { clientChoices } from '../invoices/client-choices.ts';
import classes from './cases.module.css';

/** Late invoices in euros that no open case holds, by client. */
export const lateByClient = (ledger: Ledger, today: string): ReadonlyMap<string, readonly Invoice[]> => {
  const { remainingByInvoice } = currentBalances(ledger);
  const taken = new Set(
    [...ledger.legalCases.values()].flatMap((known) => (known.closed ? [] : known.invoiceIds)),
  );
  const found = new Map<string, Invoice[]>();
  for (const invoice of ledger.invoices.values()) {
    const isLate = invoice.dueOn !== undefined && invoice.dueOn < today;
    if (!isLate || invoice.kind !== 'invoice' || taken.has(invoice.id)) continue;
    if ((remainingByInvoice.get(invoice.id) ?? 0) <= 0) continue;
    found.set(invoice.clientId, [...(found.get(invoice.clientId) ?? []), invoice]);
  }
  return found;
};

interface NewCaseProps {
  /** The client chosen beforehand, where the case is opened from his page. */
  readonly clientId?: string | undefined;
  readonly onClose: () => void;
}

const NewCaseForm = ({ clientId: wanted, onClose }: NewCaseProps) => {
  const ledger = useLedger();
  const { memory } = useOpenLedger();
  const today = useToday();
  const run = useRun();
  const [, go] = useLocation();
  const late = useMemo(() => lateByClient(ledger, today), [ledger, today]);
  const choices = useMemo(
    () => clientChoices([...ledger.clients.values()].filter(({ id }) => late.has(id))),
    [ledger.clients, late],
  );
  const [label, setLabel] = useState<string | null>(
    wanted !== undefined && late.has(wanted) ? choices.labelOf(wanted) : null,
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const clientId = label === null ? undefined : choices.find(label);
  const invoices = (clientId === undefined ? undefined : late.get(clientId)) ?? [];
  const chosen = invoices.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const { remainingByInvoice } = currentBalances(ledger);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (clientId === undefined || chosen.length === 0) return;
    const done = await run(openCase, { clientId, invoiceIds: chosen });
    if (done === undefined) return;
    onClose();
    const opened = [...memory.current().legalCases.values()].findLast(
      (one) => one.clientId === clientId && one.closed === undefined,
    );
    go(opened ? places.case(opened.id) : places.cases);
  };
  return (
    <DialogForm submitLabel="Ouvrir le dossier" onSubmit={submit} onCancel={onClose}>
      <Select
        label="Client"
        placeholder="Un client qui a des factures échues"
        data={[...choices.labels]}
        value={label}
        onChange={(next) => {
          setLabel(next);
          setLeft(new Set());
        }}
        searchable
        limit={50}
        nothingFoundMessage="Aucun client en retard de ce nom"
        error={tried && clientId === undefined ? 'Choisissez un client.' : undefined}
        data-autofocus
      />
      {invoices.length > 0 && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className={classes.quiet}>Factures du dossier</legend>
          <div className={classes.invoices}>
            {invoices.map(({ id, number, dueOn }) => (
              <Checkbox
                key={id}
                checked={!left.has(id)}
                onChange={() => {
                  const next = new Set(left);
                  if (!next.delete(id)) next.add(id);
                  setLeft(next);
                }}
                label={`${number}, échue le ${dueOn === undefined ? '' : formatDay(dueOn)}, ${formatAmount(remainingByInvoice.get(id) ?? 0)}`}
              />
            ))}
          </div>
          {tried && chosen.length === 0 && <p className={classes.pressing}>Gardez au moins une facture.</p>}
        </fieldset>
      )}
    </DialogForm>
  );
};

/** « Nouveau dossier »: which client and which of his late invoices. */
export const NewCaseDialog = ({ opened, ...props }: NewCaseProps & { readonly opened: boolean }) => (
  <Dialog title="Nouveau dossier contentieux" opened={opened} onClose={props.onClose} size="lg">
    <NewCaseForm {...props} />
  </Dialog>
);

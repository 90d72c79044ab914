import { Button, Checkbox } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { limitationMark } from '../../../shared/claims/limitation-mark.ts';
import { clientInvoicesSource } from '../../../shared/exporting/tables/client-invoices-source.ts';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import { invoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { sumCents } from '../../../shared/money/cents.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import table from '../../ui/plain-table.module.css';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { type InvoiceAction, InvoiceActionDialogs, useInvoiceActions } from '../invoices/invoice-actions.tsx';
import { ClientInvoiceRow, type InvoiceRow, isOpenRow } from './client-invoice-row.tsx';
import classes from './client-invoices.module.css';
import { ClientInvoicesBar } from './client-invoices-bar.tsx';

/** Open ones first, the oldest due date at the top; then the settled ones, the newest first. */
const inOrder = (a: InvoiceRow, b: InvoiceRow): number => {
  if (isOpenRow(a) !== isOpenRow(b)) return isOpenRow(a) ? -1 : 1;
  const [dayA, dayB] = [a.invoice.dueOn ?? a.invoice.issuedOn, b.invoice.dueOn ?? b.invoice.issuedOn];
  return isOpenRow(a) ? (dayA < dayB ? -1 : 1) : dayA < dayB ? 1 : -1;
};

const keyActions: Readonly<Record<string, InvoiceAction>> = {
  p: 'paid',
  l: 'dispute',
  r: 'postpone',
  e: 'edit',
};

/** Invoices and credit notes of a client, open ones first, with everything that can be done to them. */
export const ClientInvoices = ({
  clientId,
  wantedId,
  onCreate,
  onAdd,
}: {
  readonly clientId: string;
  /** The invoice for which the user came: its row gets the focus. */
  readonly wantedId?: string | undefined;
  readonly onCreate: () => void;
  readonly onAdd: (isCall: boolean) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const { asked, ask, close } = useInvoiceActions();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [showsSettled, setShowsSettled] = useState(false);
  useEffect(() => {
    if (wantedId !== undefined)
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(wantedId)}"]`)?.focus();
  }, [wantedId]);
  const rows = useMemo(() => {
    const found: InvoiceRow[] = [];
    for (const invoice of ledger.invoices.values())
      if (invoice.clientId === clientId) {
        const standing = invoiceStanding(ledger, invoice, today);
        const limitation = standing.kind === 'open' ? limitationMark(ledger, invoice, today) : undefined;
        found.push({ invoice, standing, limitation });
      }
    return found.sort(inOrder);
  }, [ledger, clientId, today]);
  const openCount = rows.filter(isOpenRow).length;
  const settledCount = rows.length - openCount;
  const shown = showsSettled || openCount === 0 ? rows : rows.slice(0, openCount);
  const payable = rows.filter(({ standing }) => standing.kind === 'open').map(({ invoice }) => invoice.id);
  const chosen = payable.filter((id) => selected.has(id));
  const toggle = (id: string): void =>
    setSelected((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const { listProps, rowProps } = useRowFocus(shown[0]?.invoice.id, (key, id) => {
    if (key === 'n' || key === 't') onAdd(key === 't');
    else if (key === ' ' && payable.includes(id)) toggle(id);
    else {
      const action = keyActions[key];
      if (action === undefined || (action !== 'edit' && !payable.includes(id))) return false;
      ask(action, action === 'paid' && chosen.includes(id) ? chosen : [id]);
    }
    return true;
  });
  if (rows.length === 0)
    return (
      <EmptyState
        icon={FileText}
        title="Aucune facture pour ce client."
        action={
          <Button variant="default" onClick={onCreate}>
            Saisir une facture
          </Button>
        }
      />
    );
  const chosenCents = sumCents(chosen.map((id) => remainingCents(ledger, id)));
  return (
    <>
      <ClientInvoicesBar
        count={chosen.length}
        chosenCents={chosenCents}
        onAsk={(action) => ask(action, chosen)}
        source={() => clientInvoicesSource(ledger.clients.get(clientId)?.name ?? '', shown)}
      />
      <div className={classes.surface}>
        <table className={table.table} {...listProps}>
          <caption className="visually-hidden">Factures et avoirs du client, les ouvertes d’abord</caption>
          <colgroup>
            <col className={classes.check} />
            <col className={classes.number} />
            <col className={`${classes.day} ${classes.wide}`} />
            <col className={classes.day} />
            <col className={classes.late} />
            <col className={classes.money} />
            <col className={classes.money} />
            <col className={`${classes.day} ${classes.limitation}`} />
            <col />
            <col className={classes.menu} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  size="xs"
                  aria-label="Sélectionner toutes les factures ouvertes"
                  checked={payable.length > 0 && chosen.length === payable.length}
                  indeterminate={chosen.length > 0 && chosen.length < payable.length}
                  disabled={payable.length === 0}
                  onChange={(event) => setSelected(new Set(event.currentTarget.checked ? payable : []))}
                />
              </th>
              <th scope="col">Numéro</th>
              <th scope="col" className={classes.wide}>
                Date
              </th>
              <th scope="col">Échéance</th>
              <th scope="col" className={table.amount}>
                Retard
              </th>
              <th scope="col" className={table.amount}>
                Montant TTC
              </th>
              <th scope="col" className={table.amount}>
                Reste dû
              </th>
              <th scope="col" className={classes.limitation}>
                Prescription
              </th>
              <th scope="col">Situation</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <ClientInvoiceRow
                key={row.invoice.id}
                row={row}
                isWanted={row.invoice.id === wantedId}
                isSelected={selected.has(row.invoice.id)}
                rowProps={rowProps(row.invoice.id)}
                onToggle={() => toggle(row.invoice.id)}
                onAsk={(action) => ask(action, [row.invoice.id])}
              />
            ))}
          </tbody>
        </table>
      </div>
      {settledCount > 0 && openCount > 0 && (
        <Button variant="subtle" mt="sm" onClick={() => setShowsSettled((was) => !was)}>
          {showsSettled
            ? 'Masquer les factures soldées'
            : settledCount === 1
              ? 'Afficher la facture soldée'
              : `Afficher les ${settledCount} factures soldées`}
        </Button>
      )}
      <InvoiceActionDialogs asked={asked} onClose={close} />
    </>
  );
};

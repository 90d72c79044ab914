import { ActionIcon, Button, Checkbox, Group, Menu } from '@mantine/core';
import { Ban, Ellipsis, FileText, HandCoins, Handshake, Pause, Pencil, ShieldAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { remainingCents } from '../../../shared/ledger/balance.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { type InvoiceStanding, invoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { cents, sumCents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { showRefusal, useRun } from '../../application/use-run.tsx';
import { bridge } from '../../bridge/bridge.ts';
import { resolveDispute } from '../../db/commands/agreements.ts';
import { cancelInvoice } from '../../db/commands/invoices.ts';
import { Amount } from '../../ui/amount.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import table from '../../ui/plain-table.module.css';
import { useRowFocus } from '../../ui/use-row-focus.ts';
import { type InvoiceAction, InvoiceActionDialogs, useInvoiceActions } from '../invoices/invoice-actions.tsx';
import classes from './client-invoices.module.css';
import { StandingBadges } from './standing-badges.tsx';

interface Row {
  readonly invoice: Invoice;
  readonly standing: InvoiceStanding;
}

const isOpen = ({ standing }: Row): boolean =>
  standing.kind === 'open' || (standing.kind === 'credit-note' && standing.unusedCents > 0);

/** Open ones first, the oldest due date at the top; then the settled ones, the newest first. */
const inOrder = (a: Row, b: Row): number => {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  const [dayA, dayB] = [a.invoice.dueOn ?? a.invoice.issuedOn, b.invoice.dueOn ?? b.invoice.issuedOn];
  return isOpen(a) ? (dayA < dayB ? -1 : 1) : dayA < dayB ? 1 : -1;
};

const keyActions: Readonly<Record<string, InvoiceAction>> = {
  p: 'paid',
  l: 'dispute',
  r: 'postpone',
  e: 'edit',
};

const openCopy = async (invoice: Invoice): Promise<void> => {
  if (invoice.documentHash === undefined) return;
  const answer = await bridge.documentOpen({
    hash: invoice.documentHash,
    name: `Facture ${invoice.number}.pdf`,
  });
  if (!answer.ok) showRefusal(answer.error.message);
};

const RowMenu = ({
  row: { invoice, standing },
  onAsk,
}: {
  readonly row: Row;
  readonly onAsk: (action: InvoiceAction) => void;
}) => {
  const run = useRun();
  const dispute = standing.kind === 'open' ? standing.dispute : undefined;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`Actions sur ${invoice.number}`}>
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {standing.kind === 'open' && (
          <>
            <Menu.Item
              leftSection={<HandCoins size={16} aria-hidden="true" />}
              rightSection="P"
              onClick={() => onAsk('paid')}
            >
              Marquer payée
            </Menu.Item>
            <Menu.Item
              leftSection={<Handshake size={16} aria-hidden="true" />}
              onClick={() => onAsk('promise')}
            >
              Promesse de paiement
            </Menu.Item>
            <Menu.Item
              leftSection={<Pause size={16} aria-hidden="true" />}
              rightSection="R"
              onClick={() => onAsk('postpone')}
            >
              Reporter les relances
            </Menu.Item>
            {dispute === undefined ? (
              <Menu.Item
                leftSection={<ShieldAlert size={16} aria-hidden="true" />}
                rightSection="L"
                onClick={() => onAsk('dispute')}
              >
                Ouvrir un litige
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<ShieldAlert size={16} aria-hidden="true" />}
                onClick={() => void run(resolveDispute, { disputeId: dispute.id })}
              >
                Clore le litige
              </Menu.Item>
            )}
            <Menu.Divider />
          </>
        )}
        {invoice.documentHash !== undefined && (
          <Menu.Item
            leftSection={<FileText size={16} aria-hidden="true" />}
            onClick={() => void openCopy(invoice)}
          >
            Ouvrir la copie
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Pencil size={16} aria-hidden="true" />}
          rightSection="E"
          onClick={() => onAsk('edit')}
        >
          Modifier
        </Menu.Item>
        {standing.kind !== 'cancelled' && (
          <Menu.Item
            leftSection={<Ban size={16} aria-hidden="true" />}
            onClick={() => void run(cancelInvoice, { id: invoice.id })}
          >
            {invoice.kind === 'invoice' ? 'Annuler la facture' : 'Annuler l’avoir'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};

const lateText = (standing: InvoiceStanding): string =>
  standing.kind === 'open' && standing.daysLate !== undefined && standing.daysLate > 0
    ? `${standing.daysLate} j`
    : '';

/** Invoices and credit notes of a client, open ones first, with everything that can be done to them. */
export const ClientInvoices = ({
  clientId,
  onCreate,
  onAdd,
}: {
  readonly clientId: string;
  readonly onCreate: () => void;
  readonly onAdd: (isCall: boolean) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const { asked, ask, close } = useInvoiceActions();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [showsSettled, setShowsSettled] = useState(false);
  const rows = useMemo(() => {
    const found: Row[] = [];
    for (const invoice of ledger.invoices.values())
      if (invoice.clientId === clientId)
        found.push({ invoice, standing: invoiceStanding(ledger, invoice, today) });
    return found.sort(inOrder);
  }, [ledger, clientId, today]);
  const openCount = rows.filter(isOpen).length;
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
      <div className={classes.bar}>
        {chosen.length > 0 ? (
          <>
            <span role="status">
              {chosen.length === 1 ? '1 facture' : `${chosen.length} factures`},{' '}
              <span className="figures">{formatAmount(chosenCents)}</span>
            </span>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => ask('paid', chosen)}>
                {chosen.length === 1 ? 'Marquer payée' : 'Marquer payées'}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => ask('promise', chosen)}>
                Promesse
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => ask('plan', chosen)}>
                Échéancier
              </Button>
            </Group>
          </>
        ) : (
          <span className={classes.keys}>
            Cochez des factures pour accorder un échéancier. Sur une ligne : <kbd>P</kbd> payée, <kbd>L</kbd>{' '}
            litige, <kbd>R</kbd> reporter, <kbd>E</kbd> modifier.
          </span>
        )}
      </div>
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
              <th scope="col">Situation</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const { invoice, standing } = row;
              const left =
                standing.kind === 'open'
                  ? standing.remainingCents
                  : standing.kind === 'credit-note'
                    ? cents(-standing.unusedCents)
                    : cents(0);
              return (
                <tr
                  key={invoice.id}
                  data-quiet={!isOpen(row)}
                  data-selected={selected.has(invoice.id) && standing.kind === 'open'}
                  {...rowProps(invoice.id)}
                >
                  <td>
                    {standing.kind === 'open' && (
                      <Checkbox
                        size="xs"
                        aria-label={`Sélectionner la facture ${invoice.number}`}
                        checked={selected.has(invoice.id)}
                        onChange={() => toggle(invoice.id)}
                      />
                    )}
                  </td>
                  <td
                    title={
                      invoice.orderReference === undefined
                        ? invoice.number
                        : `${invoice.number}, commande ${invoice.orderReference}`
                    }
                  >
                    {invoice.number}
                  </td>
                  <td className={classes.wide}>
                    <DayText day={invoice.issuedOn} />
                  </td>
                  <td>
                    <DayText day={invoice.dueOn} />
                  </td>
                  <td className={table.amount}>
                    <span className="figures">{lateText(standing)}</span>
                  </td>
                  <td className={table.amount}>
                    <Amount
                      cents={invoice.kind === 'invoice' ? invoice.totalCents : cents(-invoice.totalCents)}
                    />
                  </td>
                  <td className={table.amount}>
                    <Amount cents={left} dashForZero strong={standing.kind === 'open'} />
                  </td>
                  <td>
                    <StandingBadges standing={standing} />
                  </td>
                  <td>
                    <RowMenu row={row} onAsk={(action) => ask(action, [invoice.id])} />
                  </td>
                </tr>
              );
            })}
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

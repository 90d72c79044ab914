import { Button } from '@mantine/core';
import { Scale } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { claimStatement } from '../../../shared/claims/claim-statement.ts';
import { addMonths, type Day } from '../../../shared/dates/day.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Charge } from '../../../shared/ledger/charge-decision.ts';
import type { Client } from '../../../shared/ledger/client.ts';
import type { Invoice } from '../../../shared/ledger/invoice.ts';
import { counted } from '../../../shared/money/format-count.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './claims.module.css';
import { ClientCharges } from './client-charges.tsx';
import { InvoiceBlock } from './invoice-block.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { StatementProblems } from './statement-problems.tsx';
import { StatementTools } from './statement-tools.tsx';
import { StatementTotals } from './statement-totals.tsx';
import { WaiveDialog, type Waiver } from './waive-dialog.tsx';

/** More invoices than this are shown folded: their totals are what the user looks for first. */
const unfoldedUpTo = 10;
/** Nobody claims interest further ahead, and its rates are not known. */
const monthsAhead = 24;

/** « Décompte » of a client: what is claimed on a day of one's choice, line by line, with what it rests on. */
export const ClientStatement = ({ client }: { readonly client: Client }) => {
  const ledger = useLedger();
  const today = useToday();
  const [params] = useSearchParams();
  const named = ledger.invoices.get(params.get('facture') ?? '');
  const invoice = named?.clientId === client.id ? named : undefined;
  const invoiceId = invoice?.id;
  const [chosen, setChosen] = useState<Day>();
  const [typed, setTyped] = useState<{ readonly day: Day | undefined }>();
  const [includesSettled, setIncludesSettled] = useState(false);
  const [folding, setFolding] = useState<{ readonly all?: boolean; readonly others: ReadonlySet<string> }>({
    others: new Set(),
  });
  const [waiver, setWaiver] = useState<Waiver>();
  const [printing, setPrinting] = useState(false);

  const lastDay = addMonths(today, monthsAhead);
  const asOf = chosen ?? today;
  // While the field holds no day that can be counted to, the last good one stays on the screen.
  const choose = (day: Day | undefined): void => {
    setTyped({ day });
    if (day !== undefined && day <= lastDay) setChosen(day === today ? undefined : day);
  };

  const outcome = useMemo(
    () =>
      claimStatement(ledger, {
        clientId: client.id,
        asOf,
        includesSettled,
        ...(invoiceId === undefined ? {} : { invoiceIds: [invoiceId] }),
      }),
    [ledger, client.id, asOf, includesSettled, invoiceId],
  );
  const toggle = useCallback((id: string) => {
    setFolding((was) => {
      const others = new Set(was.others);
      if (!others.delete(id)) others.add(id);
      return { ...was, others };
    });
  }, []);
  const waive = useCallback((charge: Charge, of: Invoice) => setWaiver({ charge, invoice: of }), []);
  if (!outcome.ok) return null;
  const statement = outcome.value;
  const { invoices, problems } = statement;
  const opensAll = folding.all ?? invoices.length <= unfoldedUpTo;
  const isEmpty = invoices.length === 0 && problems.length === 0;
  return (
    <div className={classes.statement}>
      <StatementTools
        statement={statement}
        asOf={typed ? typed.day : today}
        lastDay={lastDay}
        onDay={choose}
        settled={
          invoice === undefined ? { included: includesSettled, include: setIncludesSettled } : undefined
        }
        onPrint={() => setPrinting(true)}
      />
      {invoice && (
        <Notice
          tone="info"
          action={
            <Button
              component={Link}
              href={places.clientStatement(client.id)}
              size="compact-sm"
              variant="default"
            >
              Voir tout le client
            </Button>
          }
        >
          Décompte de la seule facture {invoice.number}.
        </Notice>
      )}
      <StatementProblems problems={problems} />
      {isEmpty ? (
        <EmptyState
          icon={Scale}
          title={`Rien à réclamer au ${formatDay(asOf)}.`}
          action={
            invoice === undefined &&
            !includesSettled && (
              <Button variant="default" onClick={() => setIncludesSettled(true)}>
                Chercher parmi les factures réglées en retard
              </Button>
            )
          }
        >
          Aucune facture échue n’est due à cette date.
        </EmptyState>
      ) : (
        <>
          {/* Nothing could be computed: a total of 0 € would say that nothing is owed. */}
          {invoices.length > 0 && <StatementTotals statement={statement} />}
          <ClientCharges client={client} onWaive={(charge) => setWaiver({ charge })} />
          {invoices.length > 1 && (
            <div className={classes.listHead}>
              <h2 className={classes.listTitle}>{counted(invoices.length, 'facture', 'factures')}</h2>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setFolding({ all: !opensAll, others: new Set() })}
              >
                {opensAll ? 'Tout replier' : 'Tout déplier'}
              </Button>
            </div>
          )}
          <div className={classes.blocks}>
            {invoices.map((one) => (
              <InvoiceBlock
                key={one.invoice.id}
                client={client}
                statement={one}
                isOpen={opensAll !== folding.others.has(one.invoice.id)}
                onToggle={toggle}
                onWaive={waive}
              />
            ))}
          </div>
        </>
      )}
      <WaiveDialog client={client} waiver={waiver} onClose={() => setWaiver(undefined)} />
      <PrintDialog statement={statement} opened={printing} onClose={() => setPrinting(false)} />
    </div>
  );
};

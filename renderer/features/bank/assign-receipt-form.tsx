import { ActionIcon, Autocomplete, Radio, Stack } from '@mantine/core';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDay } from '../../../shared/dates/format-day.ts';
import {
  type AssignmentDraft,
  assignableInvoices,
  assignmentOf,
  targetsOfAssignment,
} from '../../../shared/ledger/bank-assignment.ts';
import type { ConcessionReason } from '../../../shared/ledger/payment.ts';
import type { MatchTarget } from '../../../shared/matching/match-contract.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatMoney } from '../../../shared/reminders/invoice-list.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { DialogForm } from '../../ui/form-dialog.tsx';
import classes from './assign-dialog.module.css';
import type { AssignFormProps } from './assign-form.ts';
import { AssignInvoice } from './assign-invoice.tsx';
import { type AssignHit, searchAssignable } from './assign-search.ts';
import { paymentChoices } from './payment-choices.ts';
import { invoicesOfPayment, invoicesText } from './target-text.ts';

const emptyDraft: AssignmentDraft = {
  clientIds: [],
  picked: new Set(),
  typed: new Map(),
  concessions: new Map(),
};

/** The draft that says what is chosen or proposed. */
const draftOf = (targets: readonly MatchTarget[]): AssignmentDraft => {
  // What came through a collector is more than the movement: it has its own form.
  const payments = targets.flatMap((target) =>
    target.kind === 'payment' && target.collected === undefined ? [target] : [],
  );
  return {
    clientIds: payments.map(({ clientId }) => clientId),
    picked: new Set(payments.flatMap(({ shares }) => shares.map(({ invoiceId }) => invoiceId))),
    typed: new Map(
      payments.flatMap(({ shares }) =>
        shares.map(({ invoiceId, cents: share }) => [invoiceId, share] as const),
      ),
    ),
    concessions: new Map(
      payments.flatMap(({ shares }) =>
        shares.flatMap(({ invoiceId, concession }) =>
          concession ? [[invoiceId, concession.reason] as const] : [],
        ),
      ),
    ),
  };
};

/** Money in: the clients and invoices it pays, or the payment that was noted already. */
export const AssignReceiptForm = ({ movement, submitLabel, onSubmit, onClose }: AssignFormProps) => {
  const ledger = useLedger();
  const [search, setSearch] = useState('');
  const [draft, setDraft] = useState<AssignmentDraft>(() => draftOf(movement.targets));
  const [recorded, setRecorded] = useState<string>();
  const [tried, setTried] = useState(false);
  const { amountCents, currency } = movement;
  const { bookedOn } = movement.line;
  const hits = useMemo(
    () => searchAssignable(ledger, search, currency, amountCents),
    [ledger, search, currency, amountCents],
  );
  const noted = useMemo(
    () => paymentChoices(ledger, movement.line, amountCents),
    [ledger, movement, amountCents],
  );
  const invoicesOf = useMemo(() => {
    const known = new Map(
      draft.clientIds.map((id) => [id, assignableInvoices(ledger, id, currency, bookedOn)] as const),
    );
    return (clientId: string) => known.get(clientId) ?? [];
  }, [ledger, draft.clientIds, currency, bookedOn]);
  const assignment = assignmentOf(draft, amountCents, invoicesOf);
  const targets: readonly MatchTarget[] =
    recorded === undefined
      ? targetsOfAssignment(assignment)
      : [
          {
            kind: 'recorded-payment',
            paymentId: recorded,
            clientId: ledger.payments.get(recorded)?.clientId ?? '',
          },
        ];

  const take = ({ clientId, invoiceId }: AssignHit): void => {
    setRecorded(undefined);
    setSearch('');
    setDraft((now) => {
      const clientIds = now.clientIds.includes(clientId) ? now.clientIds : [...now.clientIds, clientId];
      const picked = new Set(now.picked);
      if (invoiceId !== undefined) picked.add(invoiceId);
      else if (!now.clientIds.includes(clientId)) {
        // Nobody said what the money is for: the law spreads it (C. civ. 1342-10).
        let left: number = assignment.byClient.length === 0 ? amountCents : assignment.leftCents;
        for (const { invoice, remainingCents } of assignableInvoices(ledger, clientId, currency, bookedOn)) {
          if (left <= 0) break;
          picked.add(invoice.id);
          left -= remainingCents;
        }
      }
      // Amounts that were proposed for other invoices would leave nothing for the new one.
      return { ...now, clientIds, picked, typed: new Map() };
    });
  };
  const drop = (clientId: string): void =>
    setDraft((now) => {
      const gone = new Set(invoicesOf(clientId).map(({ invoice }) => invoice.id));
      return {
        ...now,
        clientIds: now.clientIds.filter((id) => id !== clientId),
        picked: new Set([...now.picked].filter((id) => !gone.has(id))),
      };
    });
  const pick = (invoiceId: string): void =>
    setDraft((now) => {
      const picked = new Set(now.picked);
      if (!picked.delete(invoiceId)) picked.add(invoiceId);
      return { ...now, picked, typed: new Map() };
    });
  const type = (invoiceId: string, amount: Cents | undefined): void =>
    setDraft((now) => {
      const typed = new Map(now.typed);
      if (amount === undefined) typed.delete(invoiceId);
      else typed.set(invoiceId, amount);
      return { ...now, typed };
    });
  const concede = (invoiceId: string, reason: ConcessionReason | undefined): void =>
    setDraft((now) => {
      const concessions = new Map(now.concessions);
      if (reason === undefined) concessions.delete(invoiceId);
      else concessions.set(invoiceId, reason);
      return { ...now, concessions };
    });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (targets.length > 0) await onSubmit(targets);
  };

  const [first] = draft.clientIds;
  const left =
    recorded === undefined && assignment.leftCents > 0 && first !== undefined
      ? `${formatMoney(assignment.leftCents, currency)} resteront à affecter sur le compte de ${ledger.clients.get(first)?.name ?? ''}.`
      : undefined;
  const hint =
    assignment.tooMuchCents > 0
      ? `${formatMoney(assignment.tooMuchCents, currency)} de trop\u00A0: le mouvement n’est que de ${formatMoney(amountCents, currency)}.`
      : left;
  return (
    <DialogForm submitLabel={submitLabel} onSubmit={submit} onCancel={onClose} hint={hint}>
      <Autocomplete
        label={draft.clientIds.length === 0 ? 'Client ou facture' : 'Ajouter un client ou une facture'}
        placeholder="Nom, code ou numéro de facture…"
        data={hits.map(({ label }) => label)}
        // Already searched: what is found is not to be filtered again by its label.
        filter={({ options }) => options}
        openOnFocus={draft.clientIds.length === 0}
        value={search}
        onChange={setSearch}
        onOptionSubmit={(label) => {
          const hit = hits.find((candidate) => candidate.label === label);
          // Mantine puts the label into the field after this; it is to be empty for the next search.
          if (hit) queueMicrotask(() => take(hit));
        }}
        maxLength={200}
        error={
          tried && targets.length === 0 && assignment.tooMuchCents === 0
            ? 'Choisissez un client ou une facture.'
            : undefined
        }
        data-autofocus
      />
      {noted.length > 0 && (
        <Radio.Group
          label="Ou un règlement que vous avez déjà noté"
          value={recorded ?? ''}
          onChange={(id) => {
            setRecorded(id);
            setDraft(emptyDraft);
          }}
        >
          <Stack gap="xs" mt="xs">
            {noted.map((payment) => (
              <Radio
                key={payment.id}
                value={payment.id}
                label={`${ledger.clients.get(payment.clientId)?.name ?? ''}, reçu le ${formatDay(payment.receivedOn)}, ${invoicesText(ledger, invoicesOfPayment(ledger, payment.id))}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {assignment.byClient.length > 0 && (
        <div className={classes.clients}>
          {assignment.byClient.map(({ clientId, invoices }) => {
            const name = ledger.clients.get(clientId)?.name ?? '';
            return (
              <fieldset key={clientId} className={classes.client}>
                <legend>
                  <span className={classes.legendName} title={name}>
                    {name}
                  </span>
                  <ActionIcon aria-label={`Retirer ${name}`} onClick={() => drop(clientId)}>
                    <X size={16} aria-hidden="true" />
                  </ActionIcon>
                </legend>
                {invoices.length === 0 ? (
                  <p className={classes.none}>
                    Aucune facture ouverte&nbsp;: la somme attendra sur le compte du client.
                  </p>
                ) : (
                  invoices.map((assigned) => (
                    <AssignInvoice
                      key={assigned.invoice.id}
                      assigned={assigned}
                      movement={movement}
                      onPick={() => pick(assigned.invoice.id)}
                      onType={(amount) => type(assigned.invoice.id, amount)}
                      onConcession={(reason) => concede(assigned.invoice.id, reason)}
                    />
                  ))
                )}
              </fieldset>
            );
          })}
        </div>
      )}
    </DialogForm>
  );
};

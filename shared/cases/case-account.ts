import type { Day } from '../dates/day.ts';
import { formatDay } from '../dates/format-day.ts';
import type { ExportColumn } from '../exporting/export-table.ts';
import { concessionNames } from '../ledger/allocation-source.ts';
import { allocationsOf } from '../ledger/balance.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Allocation } from '../ledger/payment.ts';
import type { Statement, StatementLine } from '../ledger/statement.ts';
import { paymentMethodNames } from '../ledger/timeline-title.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { PaperBlock } from './case-paper.ts';

const kindNames: Readonly<Record<StatementLine['kind'], string>> = {
  invoice: 'Facture',
  'credit-note': 'Avoir',
  payment: 'Règlement',
  concession: 'Remise',
};

/** The account for a spreadsheet. */
export const accountColumns: readonly ExportColumn<StatementLine>[] = [
  { header: 'Date', kind: 'day', value: ({ on }) => on },
  { header: 'Nature', kind: 'text', value: ({ kind }) => kindNames[kind] },
  { header: 'Référence', kind: 'text', value: ({ reference }) => reference },
  { header: 'Échéance', kind: 'day', value: ({ dueOn }) => dueOn },
  { header: 'Débit', kind: 'amountCents', value: ({ debitCents }) => debitCents },
  { header: 'Crédit', kind: 'amountCents', value: ({ creditCents }) => creditCents },
  { header: 'Solde', kind: 'amountCents', value: ({ balanceCents }) => balanceCents },
];

const amount = (value: number): string => (value === 0 ? '' : formatAmount(value));

/** Every movement of the client's account, with its balance. */
export const accountBlock = ({ lines, closingCents }: Statement, until: Day): PaperBlock => ({
  kind: 'table',
  title: `Compte du client au ${formatDay(until)}\u00A0: solde ${formatAmount(closingCents)}`,
  columns: [
    { name: 'Date', share: 17 },
    { name: 'Nature', share: 18 },
    { name: 'Référence', share: 36 },
    { name: 'Échéance', share: 17 },
    { name: 'Débit', share: 24, isAmount: true },
    { name: 'Crédit', share: 24, isAmount: true },
    { name: 'Solde', share: 26, isAmount: true },
  ],
  rows: lines.map(({ on, kind, reference, dueOn, debitCents, creditCents, balanceCents }) => [
    formatDay(on),
    kindNames[kind],
    reference,
    dueOn === undefined ? '' : formatDay(dueOn),
    amount(debitCents),
    amount(creditCents),
    formatAmount(balanceCents),
  ]),
  none: 'Aucun mouvement.',
});

const sourceText = (ledger: Ledger, { source }: Allocation): string => {
  if (source.kind === 'credit-note') return `Avoir ${ledger.invoices.get(source.creditNoteId)?.number ?? ''}`;
  if (source.kind === 'concession') return concessionNames[source.reason];
  const payment = ledger.payments.get(source.paymentId);
  if (!payment) return 'Règlement';
  const reference = payment.reference === undefined ? '' : ` ${payment.reference}`;
  return `Règlement par ${paymentMethodNames[payment.method]}${reference}, ${formatAmount(payment.cents)}`;
};

/** What was received on the invoices of the case, and on which of them it was set. */
export const settlementsBlock = (ledger: Ledger, invoiceIds: readonly string[]): PaperBlock => ({
  kind: 'table',
  title: 'Règlements et avoirs imputés sur les factures du dossier',
  columns: [
    { name: 'Date', share: 17 },
    { name: 'Origine', share: 75 },
    { name: 'Facture', share: 36 },
    { name: 'Imputé', share: 26, isAmount: true },
  ],
  rows: invoiceIds
    .flatMap((id) =>
      allocationsOf(ledger, id).map((allocation) => ({
        allocation,
        number: ledger.invoices.get(id)?.number ?? '',
      })),
    )
    .sort((a, b) => (a.allocation.effectiveOn < b.allocation.effectiveOn ? -1 : 1))
    .map(({ allocation, number }) => [
      formatDay(allocation.effectiveOn),
      sourceText(ledger, allocation),
      number,
      formatAmount(allocation.cents),
    ]),
  none: 'Aucun règlement n’a été reçu sur ces factures.',
});

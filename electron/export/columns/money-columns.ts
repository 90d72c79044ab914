import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import { concessionNames } from '../../../shared/ledger/allocation-source.ts';
import type { BankBalance, PlannedOutflow } from '../../../shared/ledger/history.ts';
import type { Allocation, Payment } from '../../../shared/ledger/payment.ts';
import { paymentMethodNames } from '../../../shared/ledger/timeline-title.ts';
import { amount, dayOfInstant, onDay, text } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

const repetitions = {
  once: 'une fois',
  weekly: 'chaque semaine',
  monthly: 'chaque mois',
  quarterly: 'chaque trimestre',
} as const;

const originOf = ({ source }: Allocation): string => {
  switch (source.kind) {
    case 'payment':
      return 'règlement';
    case 'credit-note':
      return 'avoir';
    case 'concession':
      return concessionNames[source.reason];
  }
};

export const paymentColumns = (names: LedgerNames): readonly ExportColumn<Payment>[] => [
  names.client(),
  onDay('Reçu le', ({ receivedOn }) => receivedOn),
  amount('Montant', ({ cents }) => cents),
  text('Moyen', ({ method }) => paymentMethodNames[method]),
  text('Référence', ({ reference }) => reference),
  onDay('Annulé le', ({ reversedAt }) => dayOfInstant(reversedAt)),
  text('Mouvement bancaire', ({ bankLineId }) => bankLineId),
  text('Identifiant', ({ id }) => id),
];

export const allocationColumns = (names: LedgerNames): readonly ExportColumn<Allocation>[] => [
  text('Facture', ({ invoiceId }) => names.invoice(invoiceId)),
  amount('Montant', ({ cents }) => cents),
  onDay('À compter du', ({ effectiveOn }) => effectiveOn),
  text('Origine', originOf),
  text('Règlement ou avoir', ({ source }) =>
    source.kind === 'credit-note' ? names.invoice(source.creditNoteId) : source.paymentId,
  ),
];

export const outflowColumns: readonly ExportColumn<PlannedOutflow>[] = [
  text('Libellé', ({ label }) => label),
  amount('Montant', ({ cents }) => cents),
  onDay('À partir du', ({ firstOn }) => firstOn),
  text('Répétition', ({ repeats }) => repetitions[repeats]),
  onDay('Jusqu’au', ({ until }) => until),
];

export const bankBalanceColumns = (names: LedgerNames): readonly ExportColumn<BankBalance>[] => [
  onDay('Date', ({ on }) => on),
  text('Compte', ({ accountId }) => names.accountName(accountId)),
  amount('Solde', ({ cents }) => cents),
];

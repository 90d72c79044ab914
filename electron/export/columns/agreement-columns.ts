import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../../../shared/ledger/agreement.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { amount, dayOfInstant, json, onDay, text } from './column-kinds.ts';
import type { LedgerNames } from './ledger-names.ts';

const disputeOutcomes = {
  'for-creditor': 'en votre faveur',
  'for-debtor': 'en faveur du client',
  compromise: 'compromis',
} as const;

export const disputeColumns = (names: LedgerNames): readonly ExportColumn<Dispute>[] => [
  names.client(),
  text('Facture', ({ invoiceId }) => names.invoice(invoiceId)),
  amount('Montant contesté', ({ disputedCents }) => disputedCents),
  text('Motif', ({ reason }) => disputeReasonNames[reason]),
  text('Précisions', ({ note }) => note),
  text('Consignes', ({ memo }) => memo),
  onDay('Ouvert le', ({ openedOn }) => openedOn),
  onDay('Résolu le', ({ resolvedOn }) => resolvedOn),
  text('Issue', ({ outcome }) => outcome && disputeOutcomes[outcome]),
];

export const promiseColumns = (names: LedgerNames): readonly ExportColumn<PaymentPromise>[] => [
  names.client(),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  onDay('Promis pour le', ({ promisedOn }) => promisedOn),
  onDay('Noté le', ({ recordedAt }) => dayOfInstant(recordedAt)),
  onDay('Retiré le', ({ withdrawnAt }) => dayOfInstant(withdrawnAt)),
];

export const planColumns = (names: LedgerNames): readonly ExportColumn<PaymentPlan>[] => [
  names.client(),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  onDay('Convenu le', ({ agreedOn }) => agreedOn),
  text('Échéances', ({ instalments }) => json(instalments)),
  amount('Total', ({ instalments }) => instalments.reduce((sum, { cents }) => sum + cents, 0)),
  onDay('Mise en demeure le', ({ forfeitureNotice }) => forfeitureNotice?.sentOn),
  onDay('Terminé le', ({ endedOn }) => endedOn),
  text('Déchéance du terme', ({ endReason }) => (endReason === 'forfeited' ? 'oui' : undefined)),
];

export const pauseColumns = (names: LedgerNames): readonly ExportColumn<Pause>[] => [
  names.client(),
  text('Facture', ({ invoiceId }) => names.invoice(invoiceId)),
  text('Motif', ({ reason }) => reason),
  onDay('Jusqu’au', ({ until }) => until),
  onDay('Terminée le', ({ endedAt }) => dayOfInstant(endedAt)),
];

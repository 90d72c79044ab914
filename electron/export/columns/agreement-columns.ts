import type { ExportColumn } from '../../../shared/exporting/export-table.ts';
import type { Dispute, Pause, PaymentPlan, PaymentPromise } from '../../../shared/ledger/agreement.ts';
import type { Ledger } from '../../../shared/ledger/ledger.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { modeOf } from '../../../shared/letters/dispatch-mode.ts';
import { dispatchSummary } from '../../../shared/letters/dispatch-summary.ts';
import { forfeitureLetterOf, forfeitureNoticeSentOn } from '../../../shared/reminders/forfeiture-standing.ts';
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

/** The letter by which the plan was put in default, with its chain; nothing for a notice noted by hand. */
const noticeLetter = (ledger: Ledger, { id }: PaymentPlan): string | undefined => {
  const letter = forfeitureLetterOf(ledger, id);
  if (letter === undefined) return undefined;
  const { subject, state } = letter;
  return state.kind === 'posted'
    ? `${subject}, ${dispatchSummary(state, modeOf({ table: 'letters', row: letter }, state))}`
    : `${subject}, pas encore envoyée`;
};

export const planColumns = (ledger: Ledger, names: LedgerNames): readonly ExportColumn<PaymentPlan>[] => [
  names.client(),
  text('Factures', ({ invoiceIds }) => names.invoices(invoiceIds)),
  onDay('Convenu le', ({ agreedOn }) => agreedOn),
  text('Échéances', ({ instalments }) => json(instalments)),
  amount('Total', ({ instalments }) => instalments.reduce((sum, { cents }) => sum + cents, 0)),
  onDay(
    'Mise en demeure le',
    (plan) => forfeitureNoticeSentOn(ledger, plan) ?? plan.forfeitureNotice?.sentOn,
  ),
  text('Lettre de mise en demeure', (plan) => noticeLetter(ledger, plan)),
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

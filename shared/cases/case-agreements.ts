import { businessDay } from '../dates/clock.ts';
import { formatDay } from '../dates/format-day.ts';
import type { Dispute } from '../ledger/agreement.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { disputeReasonNames } from '../ledger/timeline-title.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { PaperBlock } from './case-paper.ts';

interface Dated {
  readonly on: string;
  readonly what: string;
}

const table = (title: string, dated: readonly Dated[]): PaperBlock => ({
  kind: 'table',
  title,
  columns: [
    { name: 'Date', share: 20 },
    { name: 'Acte', share: 130 },
  ],
  rows: [...dated].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on, what }) => [formatDay(on), what]),
  none: 'Néant.',
});

/** Promises and instalments about these invoices; undefined where there are none. */
export const agreementsBlock = (ledger: Ledger, invoiceIds: readonly string[]): PaperBlock | undefined => {
  const invoices = new Set(invoiceIds);
  const concerns = (ids: readonly string[]): boolean => ids.some((id) => invoices.has(id));
  const dated: Dated[] = [];
  for (const { invoiceIds: ids, promisedOn, recordedAt, withdrawnAt } of ledger.promises.values())
    if (concerns(ids))
      dated.push({
        on: businessDay(Date.parse(recordedAt)),
        what: `Promesse de payer le ${formatDay(promisedOn)}${withdrawnAt === undefined ? '' : ' (retirée)'}`,
      });
  for (const plan of ledger.plans.values()) {
    if (!concerns(plan.invoiceIds)) continue;
    const parts = plan.instalments.map(({ dueOn, cents }) => `${formatAmount(cents)} le ${formatDay(dueOn)}`);
    dated.push({ on: plan.agreedOn, what: `Échéancier accordé\u00A0: ${parts.join(', ')}` });
    if (plan.forfeitureNotice)
      dated.push({
        on: plan.forfeitureNotice.sentOn,
        what: `Mise en demeure avant déchéance du terme, délai jusqu’au ${formatDay(plan.forfeitureNotice.endsOn)}`,
      });
    if (plan.endedOn !== undefined)
      dated.push({
        on: plan.endedOn,
        what:
          plan.endReason === 'forfeited'
            ? 'Déchéance du terme\u00A0: tout est exigible'
            : 'Fin de l’échéancier',
      });
  }
  return dated.length === 0 ? undefined : table('Promesses et échéanciers', dated);
};

/** As the court reads it: for the creditor, not « for us ». */
const outcomeNames: Readonly<Record<NonNullable<Dispute['outcome']>, string>> = {
  'for-creditor': 'en faveur du créancier',
  'for-debtor': 'en faveur du débiteur',
  compromise: 'par un compromis',
};

const disputeText = (
  ledger: Ledger,
  { invoiceId, disputedCents, reason, resolvedOn, outcome }: Dispute,
): string => {
  const what = disputedCents === undefined ? 'en entier' : `pour ${formatAmount(disputedCents)}`;
  const ended =
    resolvedOn === undefined
      ? ''
      : `\u202F; litige clos le ${formatDay(resolvedOn)}${outcome === undefined ? '' : `, ${outcomeNames[outcome]}`}`;
  return `Facture ${ledger.invoices.get(invoiceId)?.number ?? ''} contestée ${what}, ${disputeReasonNames[reason]}${ended}`;
};

/** What the client contested of these invoices; undefined where he contested nothing. */
export const disputesBlock = (ledger: Ledger, invoiceIds: readonly string[]): PaperBlock | undefined => {
  const invoices = new Set(invoiceIds);
  const found = [...ledger.disputes.values()].filter(({ invoiceId }) => invoices.has(invoiceId));
  return found.length === 0
    ? undefined
    : table(
        'Contestations enregistrées',
        found.map((dispute) => ({ on: dispute.openedOn, what: disputeText(ledger, dispute) })),
      );
};

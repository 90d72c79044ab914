import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LimitationMark } from '../../../shared/claims/limitation-mark.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { InvoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { BlockKind } from '../../../shared/reminders/block.ts';
import { unreachable } from '../../../shared/result.ts';
import classes from './flag-badges.module.css';

/** Short names of what holds reminders back; those shown by other means are absent. */
const blockNames: Readonly<Partial<Record<BlockKind, string>>> = {
  'no-due-date': 'Sans échéance',
  promise: 'Promesse',
  plan: 'Échéancier',
  pause: 'Reportée',
  insolvency: 'Procédure collective',
  excluded: 'Client exclu',
  'direct-debit': 'Prélèvement',
  'covered-by-credit': 'Couverte par un avoir',
  'in-progress': 'Relance en cours',
};

const Mark = ({
  tone,
  label,
  children,
}: {
  readonly tone: 'alert' | 'caution' | 'accent' | 'quiet';
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <Tooltip label={label}>
    <Badge component="span" className={classes.badge ?? ''} data-tone={tone}>
      {children}
    </Badge>
  </Tooltip>
);

const settledWords = (standing: Exclude<InvoiceStanding, { readonly kind: 'open' }>): string => {
  switch (standing.kind) {
    case 'cancelled':
      return 'Annulée';
    case 'paid':
      return standing.settledOn === undefined ? 'Soldée' : `Soldée le ${formatDay(standing.settledOn)}`;
    case 'credit-note':
      return standing.unusedCents > 0
        ? `Avoir, ${formatAmount(standing.unusedCents)} à affecter`
        : 'Avoir imputé';
    default:
      return unreachable(standing);
  }
};

/** Where an invoice stands, in words and badges. */
export const StandingBadges = ({
  standing,
  limitation,
}: {
  readonly standing: InvoiceStanding;
  readonly limitation: LimitationMark | undefined;
}) => {
  if (standing.kind !== 'open') {
    const words = settledWords(standing);
    return <span title={words}>{words}</span>;
  }
  const { dispute, block } = standing;
  const blockName = block === undefined ? undefined : blockNames[block.kind];
  return (
    <span className={classes.badges}>
      {dispute && (
        <Mark
          tone="alert"
          label={`Contestée : ${disputeReasonNames[dispute.reason]}${dispute.note === '' ? '' : `. ${dispute.note}`}`}
        >
          {dispute.disputedCents === undefined ? 'Litige' : 'Litige partiel'}
        </Mark>
      )}
      {limitation?.urgency !== undefined && (
        <span className={classes.narrow}>
          <Mark
            tone="alert"
            label={`Dernier jour pour agir\u00A0: ${formatDay(limitation.lastDay)}. ${limitation.reason}.`}
          >
            {limitation.urgency === 'over' ? 'Prescrite' : `Prescription ${formatDay(limitation.lastDay)}`}
          </Mark>
        </span>
      )}
      {block && blockName !== undefined && (
        <Mark tone={block.kind === 'no-due-date' ? 'caution' : 'accent'} label={block.reason}>
          {blockName}
        </Mark>
      )}
    </span>
  );
};

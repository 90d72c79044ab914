import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LimitationMark } from '../../../shared/claims/limitation-mark.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Dispute } from '../../../shared/ledger/agreement.ts';
import type { InvoiceStanding } from '../../../shared/ledger/invoice-standing.ts';
import { disputeReasonNames } from '../../../shared/ledger/timeline-title.ts';
import { type Cents, cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import type { BlockKind } from '../../../shared/reminders/block.ts';
import { blockBadge, blockExplanation } from '../../../shared/reminders/block-badge.ts';
import { unreachable } from '../../../shared/result.ts';
import classes from './flag-badges.module.css';

/** Said by other means: the balance, the badge of the dispute. */
const shownElsewhere: ReadonlySet<BlockKind> = new Set(['settled', 'credit-note', 'cancelled', 'dispute']);

const toneOf = (kind: BlockKind): 'caution' | 'accent' =>
  kind === 'no-due-date' || kind === 'decision' ? 'caution' : 'accent';

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

/** Why it is contested, what is still claimed, and what ends it. */
const disputeText = (remainingCents: Cents, { reason, note, disputedCents }: Dispute): string => {
  const rest = disputedCents === undefined ? 0 : remainingCents - disputedCents;
  const claimed =
    rest > 0
      ? `Le reste, ${formatAmount(cents(rest))}, est relancé.`
      : 'Rien n’est relancé avant la clôture du litige.';
  return `Contestée\u00A0: ${disputeReasonNames[reason]}. ${note === '' ? '' : `${note.replace(/\.$/, '')}. `}${claimed}`;
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
  return (
    <span className={classes.badges}>
      {dispute && (
        <Mark tone="alert" label={disputeText(standing.remainingCents, dispute)}>
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
      {block && !shownElsewhere.has(block.kind) && (
        <Mark tone={toneOf(block.kind)} label={blockExplanation(block)}>
          {blockBadge(block)}
        </Mark>
      )}
    </span>
  );
};

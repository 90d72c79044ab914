import { Badge, Tooltip } from '@mantine/core';
import {
  type ClientFlag,
  clientFlagExplanation,
  clientFlagLabel,
} from '../../../shared/ledger/client-flag.ts';
import classes from './flag-badges.module.css';

const toneOf = (kind: ClientFlag['kind']): 'alert' | 'caution' | 'accent' | 'quiet' => {
  switch (kind) {
    case 'insolvency':
    case 'dispute':
      return 'alert';
    case 'broken-promise':
    case 'broken-plan':
    case 'bounced':
      return 'caution';
    case 'plan':
    case 'promise':
      return 'accent';
    default:
      return 'quiet';
  }
};

/** What sets a client apart, as badges; the sentence on hover. */
export const FlagBadges = ({
  flags,
  oneLine = false,
}: {
  readonly flags: readonly ClientFlag[];
  /** In a row of a table: what does not fit is cut off, the row keeps its height. */
  readonly oneLine?: boolean;
}) => (
  <span className={classes.badges} data-one-line={oneLine}>
    {flags.map((flag) => (
      <Tooltip
        key={`${flag.kind}${flag.kind === 'plan' || flag.kind === 'broken-plan' ? flag.plan.id : ''}`}
        label={clientFlagExplanation(flag)}
      >
        <Badge component="span" className={classes.badge ?? ''} data-tone={toneOf(flag.kind)}>
          {clientFlagLabel(flag)}
        </Badge>
      </Tooltip>
    ))}
  </span>
);

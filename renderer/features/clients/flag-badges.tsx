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
    case 'services-blocked':
      return 'alert';
    case 'broken-promise':
    case 'broken-plan':
    case 'bounced':
      return 'caution';
    case 'plan':
    case 'promise':
    case 'handed-over':
    case 'in-court':
      return 'accent';
    default:
      return 'quiet';
  }
};

/** Several of these may stand beside each other. */
const idOf = (flag: ClientFlag): string => {
  switch (flag.kind) {
    case 'plan':
    case 'broken-plan':
      return flag.plan.id;
    case 'handed-over':
      return flag.handover.id;
    case 'in-court':
      return flag.legalCase.id;
    default:
      return '';
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
      <Tooltip key={`${flag.kind}${idOf(flag)}`} label={clientFlagExplanation(flag)}>
        <Badge component="span" className={classes.badge ?? ''} data-tone={toneOf(flag.kind)}>
          {clientFlagLabel(flag)}
        </Badge>
      </Tooltip>
    ))}
  </span>
);

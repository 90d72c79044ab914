import type { ReactNode } from 'react';
import { formatCount } from '../../shared/money/format-count.ts';
import classes from './tab-label.module.css';

/** The name of a tab and how many wait there; red only where they need the user now. */
export const TabLabel = ({
  children,
  count,
  tone = 'plain',
}: {
  readonly children: ReactNode;
  readonly count: number;
  readonly tone?: 'plain' | 'alert';
}) => (
  <span className={classes.label}>
    {children}
    {count > 0 && (
      <span className={classes.count} data-tone={tone}>
        {formatCount(count)}
      </span>
    )}
  </span>
);

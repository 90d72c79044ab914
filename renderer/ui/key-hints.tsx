import type { ReactNode } from 'react';
import classes from './key-hints.module.css';

/** Keys of a list and what they do, in one line; `compact` where there are many or little room. */
export const KeyHints = ({
  compact,
  children,
}: {
  readonly compact?: boolean;
  readonly children: ReactNode;
}) => (
  <p className={classes.keys} data-compact={compact || undefined}>
    {children}
  </p>
);

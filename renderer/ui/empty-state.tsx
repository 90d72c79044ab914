import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** What a screen says when it has nothing to show: one sentence, at most one action. */
export const EmptyState = ({
  icon: Icon,
  title,
  children,
  action,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={classes.empty}>
    <Icon size={36} strokeWidth={1.25} aria-hidden="true" className={classes.icon} />
    <p className={classes.title}>{title}</p>
    {children !== undefined && <div className={classes.text}>{children}</div>}
    {action !== undefined && <div className={classes.action}>{action}</div>}
  </div>
);

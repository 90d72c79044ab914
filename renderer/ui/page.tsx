import type { ReactNode } from 'react';
import classes from './page.module.css';

/** A screen: its title, one sentence under it, its actions on the right, its body. */
export const Page = ({
  title,
  lead,
  actions,
  children,
  fill = false,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The body takes the height of the window and scrolls by itself (tables, split views). */
  readonly fill?: boolean;
}) => (
  <main className={fill ? classes.filled : classes.page} aria-label={title}>
    <header className={classes.header}>
      <div className={classes.titles}>
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
    <div className={classes.body}>{children}</div>
  </main>
);

import type { ReactNode } from 'react';
import classes from './card.module.css';

/** A quiet surface with an optional title line. */
export const Card = ({
  title,
  actions,
  children,
  padded = true,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly padded?: boolean;
}) => (
  <section className={classes.card} aria-label={title}>
    {(title !== undefined || actions !== undefined) && (
      <header className={classes.header}>
        {title !== undefined && <h2 className={classes.title}>{title}</h2>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
    )}
    <div className={padded ? classes.body : undefined}>{children}</div>
  </section>
);

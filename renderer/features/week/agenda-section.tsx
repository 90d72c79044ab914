import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import classes from './week-screen.module.css';

/**
 * One step of the week. While it asks for something it stands open; once nothing is left it is one quiet
 * line with a check.
 */
export const AgendaSection = ({
  number,
  title,
  summary,
  isDone,
  actions,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly summary: ReactNode;
  readonly isDone: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) => {
  const titleId = useId();
  return (
    <section className={classes.section} data-done={isDone ? '' : undefined} aria-labelledby={titleId}>
      <header className={classes.header}>
        <span className={classes.number} aria-hidden="true">
          {isDone ? <Check size={16} strokeWidth={2.5} /> : number}
        </span>
        <div className={classes.heading}>
          <h2 id={titleId} className={classes.title}>
            {title}
            {isDone && <span className="visually-hidden"> (fait)</span>}
          </h2>
          <p className={classes.summary}>{summary}</p>
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {!isDone && children !== undefined && <div className={classes.content}>{children}</div>}
    </section>
  );
};

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import classes from './disclosure.module.css';

/** What most users need not see, behind a click: « Ce que dit la loi », « Cas particuliers ». */
export const Disclosure = ({
  label,
  startsOpen = false,
  children,
}: {
  readonly label: string;
  /** Open from the start, because something in it was set. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) => {
  // Only the first opening is ours; afterwards a change of its content may not close it under the user's hands.
  const [opensFirst] = useState(startsOpen);
  return (
    <details className={classes.disclosure} open={opensFirst}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" className={classes.chevron} />
        {label}
      </summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
};

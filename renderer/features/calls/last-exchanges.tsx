import { useMemo } from 'react';
import { clientTimeline } from '../../../shared/ledger/timeline.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { entryCategory } from '../clients/history/entry-category.ts';
import { entrySummary } from '../clients/history/entry-summary.ts';
import classes from './calls.module.css';

const mostEntries = 4;

/** What was last said, written and agreed with a client: what one needs in mind before calling. */
export const LastExchanges = ({ clientId }: { readonly clientId: string }) => {
  const ledger = useLedger();
  const today = useToday();
  const entries = useMemo(
    () =>
      clientTimeline(ledger, clientId, today)
        .filter(({ event }) =>
          ['reminders', 'exchanges', 'agreements', 'payments'].includes(entryCategory(event)),
        )
        .slice(0, mostEntries),
    [ledger, clientId, today],
  );
  if (entries.length === 0)
    return <p className={classes.quietText}>Aucun échange avec ce client jusqu’ici.</p>;
  return (
    <ul className={classes.exchanges}>
      {entries.map(({ key, on, title, event }) => {
        const summary = entrySummary(ledger, event);
        return (
          <li key={key}>
            <DayText day={on} />
            <span className={classes.exchange} title={summary === '' ? title : `${title}\n${summary}`}>
              {title}
              {summary !== '' && <span className={classes.quietText}> · {summary}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

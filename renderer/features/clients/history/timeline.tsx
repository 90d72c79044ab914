import { Button, SegmentedControl } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { businessTime } from '../../../../shared/dates/clock.ts';
import { monthOf } from '../../../../shared/dates/day.ts';
import { formatDay, formatFullDay, formatMonth } from '../../../../shared/dates/format-day.ts';
import { clientTimeline, type TimelineEntry } from '../../../../shared/ledger/timeline.ts';
import { useLedger, useToday } from '../../../application/ledger-context.tsx';
import { capitalised } from '../../../ui/capitalised.ts';
import { useRowFocus } from '../../../ui/use-row-focus.ts';
import { type EntryCategory, entryCategories, entryCategory } from './entry-category.ts';
import { EntryDetail, hasDetail } from './entry-detail.tsx';
import { EntryIcon, entryTone } from './entry-icon.tsx';
import { entrySummary } from './entry-summary.ts';
import classes from './timeline.module.css';

/** Entries shown at first and with each « Afficher la suite ». */
const entriesPerPage = 80;

const moment = ({ on, at }: TimelineEntry): string => {
  if (at === undefined) return formatFullDay(on);
  const { hour, minute } = businessTime(Date.parse(at));
  return `${formatFullDay(on)} à ${hour} h ${String(minute).padStart(2, '0')}`;
};

const EntryHead = ({ entry, opened }: { readonly entry: TimelineEntry; readonly opened: boolean }) => {
  const ledger = useLedger();
  const summary = entrySummary(ledger, entry.event);
  return (
    <>
      <span className={classes.icon} data-tone={entryTone(entry.event)}>
        <EntryIcon event={entry.event} />
      </span>
      <span className={classes.texts}>
        <span className={classes.title}>{entry.title}</span>
        {summary !== '' && (
          <span className={classes.summary} data-note={entry.event.kind === 'note'}>
            {summary}
          </span>
        )}
      </span>
      <time className={classes.day} dateTime={entry.at ?? entry.on} title={moment(entry)}>
        {formatDay(entry.on)}
      </time>
      <span className={classes.chevron} data-opened={opened}>
        {hasDetail(entry.event) && <ChevronRight size={16} aria-hidden="true" />}
      </span>
    </>
  );
};

const byMonth = (entries: readonly TimelineEntry[]): readonly (readonly [string, TimelineEntry[]])[] => {
  const months = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const month = monthOf(entry.on);
    const known = months.get(month);
    if (known) known.push(entry);
    else months.set(month, [entry]);
  }
  return [...months];
};

/**
 * Everything known of a client, newest first, by month; entries unfold to their exact text and what can be
 * done about them. N and T add a note or a call while the list has the focus.
 */
export const Timeline = ({
  clientId,
  onAdd,
}: {
  readonly clientId: string;
  readonly onAdd: (isCall: boolean) => void;
}) => {
  const ledger = useLedger();
  const today = useToday();
  const [category, setCategory] = useState<EntryCategory>('all');
  const [limit, setLimit] = useState(entriesPerPage);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const entries = useMemo(() => clientTimeline(ledger, clientId, today), [ledger, clientId, today]);
  const chosen = useMemo(
    () => (category === 'all' ? entries : entries.filter(({ event }) => entryCategory(event) === category)),
    [entries, category],
  );
  const shown = chosen.slice(0, limit);
  const { listProps, rowProps } = useRowFocus(shown[0]?.key, (key) => {
    if (key !== 'n' && key !== 't') return false;
    onAdd(key === 't');
    return true;
  });
  const toggle = (key: string): void =>
    setUnfolded((was) => {
      const next = new Set(was);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <div>
      <SegmentedControl
        size="xs"
        aria-label="Filtrer l’historique"
        data={[...entryCategories]}
        value={category}
        onChange={(value) => {
          setCategory(value);
          setLimit(entriesPerPage);
        }}
      />
      {chosen.length === 0 && <p className={classes.nothing}>Rien de ce genre dans l’historique.</p>}
      <div {...listProps}>
        {byMonth(shown).map(([month, list]) => (
          <section key={month} aria-label={formatMonth(`${month}-01`)}>
            <h2 className={classes.month}>{capitalised(formatMonth(`${month}-01`))}</h2>
            <ul className={classes.entries}>
              {list.map((entry) => {
                const opened = unfolded.has(entry.key);
                return (
                  <li key={entry.key} className={classes.entry}>
                    {hasDetail(entry.event) ? (
                      <button
                        type="button"
                        className={classes.head}
                        aria-expanded={opened}
                        onClick={() => toggle(entry.key)}
                        {...rowProps(entry.key)}
                      >
                        <EntryHead entry={entry} opened={opened} />
                      </button>
                    ) : (
                      <div className={classes.head} {...rowProps(entry.key)}>
                        <EntryHead entry={entry} opened={false} />
                      </div>
                    )}
                    {opened && (
                      <div className={classes.detail}>
                        <EntryDetail event={entry.event} />
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      {chosen.length > limit && (
        <Button variant="subtle" onClick={() => setLimit((was) => was + entriesPerPage)}>
          Afficher la suite ({chosen.length - limit} entrées plus anciennes)
        </Button>
      )}
    </div>
  );
};

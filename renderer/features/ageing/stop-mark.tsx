import { Tooltip } from '@mantine/core';
import { CirclePause, ShieldAlert, TriangleAlert } from 'lucide-react';
import classes from './ageing-screen.module.css';

/** What holds reminders of a row back, worst first. */
export interface RowStop {
  readonly tone: 'alert' | 'caution' | 'quiet';
  /** French: reasons and ends. */
  readonly text: string;
}

const icons = { alert: ShieldAlert, caution: TriangleAlert, quiet: CirclePause } as const;

/** What a mark says, for readers: after the name, which comes first in speech. */
export const StopText = ({ stop }: { readonly stop: RowStop }) => (
  <span className="visually-hidden"> {stop.text}</span>
);

/** A small mark before the name, where a badge would not fit; the reason and the end on hover. */
export const StopMark = ({ stop }: { readonly stop: RowStop }) => {
  const Icon = icons[stop.tone];
  return (
    <Tooltip label={stop.text} multiline maw={360}>
      <span className={classes.stop} data-tone={stop.tone}>
        <Icon size={14} aria-hidden="true" />
      </span>
    </Tooltip>
  );
};

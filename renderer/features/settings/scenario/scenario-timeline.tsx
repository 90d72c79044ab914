import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { ChannelMark, LevelBadge } from '../../../ui/level-badge.tsx';
import classes from './scenario.module.css';
import { delayText, inOrder } from './scenario-names.ts';

interface Stop {
  readonly key: string;
  readonly delayDays: number;
  readonly step?: DunningStep;
}

/** The ladder as a line from the due date on. */
export const ScenarioTimeline = ({ steps }: { readonly steps: readonly DunningStep[] }) => {
  const stops: readonly Stop[] = inOrder(steps).map((step) => ({
    key: step.id,
    delayDays: step.delayDays,
    step,
  }));
  const dueDate: Stop = { key: 'due-date', delayDays: 0 };
  const all = stops.some(({ delayDays }) => delayDays === 0)
    ? stops
    : [...stops, dueDate].sort((a, b) => a.delayDays - b.delayDays);
  return (
    <ol className={classes.timeline} aria-label="Étapes du scénario">
      {all.map(({ key, delayDays, step }) => (
        <li key={key} className={classes.stop} data-level={step?.level ?? 'due-date'}>
          <span className={classes.delay}>{delayText(delayDays)}</span>
          <span className={classes.dot} aria-hidden="true" />
          {step ? (
            <>
              <LevelBadge level={step.level} />
              <ChannelMark channel={step.channel} />
            </>
          ) : (
            <span className={classes.dueDate}>de la facture</span>
          )}
        </li>
      ))}
    </ol>
  );
};

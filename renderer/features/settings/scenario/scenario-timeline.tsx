import { Repeat } from 'lucide-react';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { countsFromPrevious, estimatedDays } from '../../../../shared/reminders/step-order.ts';
import { ChannelMark, LevelBadge } from '../../../ui/level-badge.tsx';
import classes from './scenario.module.css';
import { delayText, repeatText } from './scenario-names.ts';

interface Stop {
  readonly key: string;
  readonly dayAfterDue: number;
  /** Counted from the step before: the day holds where that one left on its own. */
  readonly isEstimate: boolean;
  readonly step?: DunningStep;
}

const stopsOf = (steps: readonly DunningStep[]): readonly Stop[] => {
  const days = estimatedDays(steps);
  const stops: Stop[] = steps.map((step, index) => ({
    key: step.id,
    dayAfterDue: days[index] ?? 0,
    isEstimate: countsFromPrevious(steps, index),
    step,
  }));
  if (days.includes(0)) return stops;
  const place = days.findIndex((day) => day > 0);
  stops.splice(place < 0 ? stops.length : place, 0, { key: 'due-date', dayAfterDue: 0, isEstimate: false });
  return stops;
};

/** The ladder as a line from the due date on. */
export const ScenarioTimeline = ({ steps }: { readonly steps: readonly DunningStep[] }) => (
  <ol className={classes.timeline} aria-label="Étapes du scénario">
    {stopsOf(steps).map(({ key, dayAfterDue, isEstimate, step }) => (
      <li key={key} className={classes.stop} data-level={step?.level ?? 'due-date'}>
        <span
          className={classes.delay}
          title={
            isEstimate && step !== undefined
              ? `${step.delayDays} jours après l’étape précédente, quel que soit le jour où elle est faite`
              : undefined
          }
        >
          {isEstimate ? `≈\u00A0${delayText(dayAfterDue)}` : delayText(dayAfterDue)}
        </span>
        <span className={classes.dot} aria-hidden="true" />
        {step ? (
          <>
            <LevelBadge level={step.level} />
            <span className={classes.ways}>
              {[step.channel, ...(step.alsoBy ?? [])].map((channel) => (
                <ChannelMark key={channel} channel={channel} />
              ))}
            </span>
            {step.repeat && (
              <span className={classes.repeat} title={repeatText(step.repeat)}>
                <Repeat size={12} aria-hidden="true" />
                {`${step.repeat.everyDays}\u00A0j × ${step.repeat.times}`}
                <span className="visually-hidden">{`, ${repeatText(step.repeat)}`}</span>
              </span>
            )}
          </>
        ) : (
          <span className={classes.dueDate}>de la facture</span>
        )}
      </li>
    ))}
  </ol>
);

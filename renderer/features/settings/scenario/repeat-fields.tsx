import { Checkbox } from '@mantine/core';
import type { DunningStep } from '../../../../shared/reminders/scenario.ts';
import { NumberField } from './number-field.tsx';
import classes from './scenario.module.css';

/** « Répéter tant que rien n’est payé », every so many days, so many times at most. */
export const RepeatFields = ({
  repeat,
  error,
  advice,
  onChange,
}: {
  readonly repeat: DunningStep['repeat'];
  readonly error: string | undefined;
  readonly advice: string | undefined;
  readonly onChange: (repeat: DunningStep['repeat']) => void;
}) => (
  <div className={classes.repeatFields}>
    <Checkbox
      label="Répéter cette étape tant que rien n’est payé"
      checked={repeat !== undefined}
      onChange={(event) => onChange(event.currentTarget.checked ? { everyDays: 7, times: 2 } : undefined)}
    />
    {repeat && (
      <div className={classes.repeatNumbers}>
        <NumberField
          label="Tous les"
          suffix={'\u00A0jours'}
          value={repeat.everyDays}
          error={error}
          onChange={(everyDays) => onChange({ ...repeat, everyDays })}
        />
        <NumberField
          label="Au plus"
          suffix={'\u00A0fois'}
          value={repeat.times}
          description={error === undefined ? advice : undefined}
          onChange={(times) => onChange({ ...repeat, times })}
        />
      </div>
    )}
  </div>
);

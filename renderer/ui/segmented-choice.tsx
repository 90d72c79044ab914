import { useId } from 'react';
import classes from './segmented-choice.module.css';

/**
 * One of a few words, all in sight: radio buttons without a moving indicator, light enough for hundreds of
 * them on one page.
 */
export const SegmentedChoice = <Value extends string>({
  legend,
  choices,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) => {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes.choice}
          data-checked={choice.value === value || undefined}
        >
          <input
            type="radio"
            className={classes.input}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
};

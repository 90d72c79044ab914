import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { templateFields } from '../../../../shared/reminders/template-fields.ts';
import classes from './templates.module.css';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The fields of a message as buttons that put them where the caret stands. One stop of the Tab key; the arrows
 * move along them, and what a field stands for is said below as soon as it has the focus or the pointer.
 */
export const FieldChips = ({ onInsert }: { readonly onInsert: (name: string) => void }) => {
  const helpId = useId();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [pointed, setPointed] = useState<number>();
  const field = templateFields[pointed ?? current];
  const move = (event: KeyboardEvent): void => {
    const last = templateFields.length - 1;
    const step = steps[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step === undefined
            ? undefined
            : Math.min(last, Math.max(0, current + step));
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.chipsLabel}>Insérer un champ</legend>
      <div ref={bar} className={classes.chips} role="toolbar" aria-label="Champs" onKeyDown={move}>
        {templateFields.map(({ name, label }, index) => (
          <button
            key={name}
            type="button"
            className={classes.chip}
            tabIndex={index === current ? 0 : -1}
            aria-describedby={helpId}
            onFocus={() => setCurrent(index)}
            onMouseEnter={() => setPointed(index)}
            onMouseLeave={() => setPointed(undefined)}
            onClick={() => onInsert(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <p id={helpId} className={classes.fieldHelp}>
        {field && (
          <>
            <strong>{field.label}</strong>
            {`\u00A0: ${field.help} `}
            <code>{`{{ ${field.name} }}`}</code>
            {' → '}
            {String(field.sample).split('\n')[0]}
          </>
        )}
      </p>
    </fieldset>
  );
};

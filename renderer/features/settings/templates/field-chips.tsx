import { templateFields } from '../../../../shared/reminders/template-fields.ts';
import classes from './templates.module.css';

/** The fields of a message as buttons that put them where the caret stands. */
export const FieldChips = ({ onInsert }: { readonly onInsert: (name: string) => void }) => (
  <fieldset className={classes.fields}>
    <legend className={classes.chipsLabel}>Insérer un champ</legend>
    <div className={classes.chips}>
      {templateFields.map(({ name, label, sample }) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          title={`{{ ${name} }} – par exemple\u00A0: ${sample}`}
          onClick={() => onInsert(name)}
        >
          {label}
        </button>
      ))}
    </div>
  </fieldset>
);

import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import classes from './section-form.module.css';
import type { DraftForm } from './use-draft-form.tsx';

/**
 * The form of a section: cards, and a bar that saves them. Enter saves; with mistakes the first is focused.
 * @param onSave resolves when it is done; the button waits for it.
 */
export const SectionForm = <Values extends Record<string, unknown>>({
  draft,
  onSave,
  children,
  extra,
  saveLabel = 'Enregistrer',
}: {
  readonly draft: DraftForm<Values>;
  readonly onSave: (values: Values) => Promise<void> | void;
  readonly children: ReactNode;
  /** Other actions of the section, after those of the form. */
  readonly extra?: ReactNode;
  readonly saveLabel?: string;
}) => {
  const element = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy) return;
    if (draft.form.validate().hasErrors) {
      requestAnimationFrame(() =>
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(true);
    try {
      await onSave(draft.form.getValues());
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={element}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
      <footer className={classes.bar} data-dirty={draft.isDirty}>
        <div className={classes.extra}>{extra}</div>
        <span className={classes.state} role="status">
          {draft.isDirty ? 'Modifications non enregistrées' : ''}
        </span>
        {draft.isDirty && (
          <Button variant="default" onClick={draft.discard}>
            Abandonner
          </Button>
        )}
        <Button type="submit" loading={busy} disabled={!draft.isDirty}>
          {saveLabel}
        </Button>
      </footer>
    </form>
  );
};

/** Fields side by side as the width allows. */
export const Fields = ({
  children,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
}) => (
  <div className={classes.fields} data-wide={wide}>
    {children}
  </div>
);

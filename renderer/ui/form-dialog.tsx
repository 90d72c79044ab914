import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { focusAfterDialog } from './focus-after-dialog.ts';
import classes from './form-dialog.module.css';

/** A dialog with a title. Its content is mounted anew at every opening, so that its form starts fresh. */
export const Dialog = ({
  title,
  opened,
  onClose,
  size = 'md',
  children,
}: {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}) => (
  <Modal
    opened={opened}
    onClose={onClose}
    onExitTransitionEnd={focusAfterDialog}
    title={title}
    size={size}
    closeButtonProps={{ 'aria-label': 'Fermer' }}
    classNames={{ title: classes.title ?? '' }}
  >
    {children}
  </Modal>
);

/**
 * The form of a dialog: Enter or Ctrl+Enter submits, Escape closes. Mark the first field with `data-autofocus`.
 * @param onSubmit resolves when the command is done; the button waits for it.
 */
export const DialogForm = ({
  submitLabel,
  onSubmit,
  onCancel,
  children,
  hint,
}: {
  readonly submitLabel: string;
  readonly onSubmit: () => Promise<void> | void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  /** A quiet line beside the buttons, for a total or a warning. */
  readonly hint?: ReactNode;
}) => {
  const [busy, setBusy] = useState(false);
  return (
    <form
      noValidate
      className={classes.form}
      onKeyDown={(event) => {
        // Enter opens a list and breaks a line of text; with Ctrl it submits from anywhere.
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog opened from a dialog is still its child in React.
        event.stopPropagation();
        if (busy) return;
        setBusy(true);
        void Promise.resolve(onSubmit()).finally(() => setBusy(false));
      }}
    >
      <div className={classes.fields}>{children}</div>
      <footer className={classes.footer}>
        <div className={classes.hint}>{hint}</div>
        <Button variant="default" onClick={onCancel}>
          Annuler
        </Button>
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
      </footer>
    </form>
  );
};

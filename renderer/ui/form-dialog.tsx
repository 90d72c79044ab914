import { Button, Modal } from '@mantine/core';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import { focusAfterDialog } from './focus-after-dialog.ts';
import classes from './form-dialog.module.css';

/** Whether a dialog stands around: what opens in it is on top of it. */
const IsInDialog = createContext(false);

/**
 * A dialog with a title. Its content is mounted anew at every opening, so that its form starts fresh. A dialog
 * opened from a dialog takes its place until it is closed: Escape closes only the one that is seen.
 */
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
}) => {
  const isInner = useContext(IsInDialog);
  const stackId = useId();
  const modal = (
    <Modal
      stackId={stackId}
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
  return isInner ? (
    modal
  ) : (
    <IsInDialog value={true}>
      <Modal.Stack>{modal}</Modal.Stack>
    </IsInDialog>
  );
};

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

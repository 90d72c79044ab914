import { Button, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { focusAfterDialog, focusAgain } from './focus-after-dialog.ts';
import classes from './form-dialog.module.css';

/** Tells the dialog around that one more, or one less, lies on top of it. */
const OuterDialog = createContext<((change: 1 | -1) => void) | undefined>(undefined);

/** Presses of Escape that closed a dialog: what lies below keeps open. */
const usedPresses = new WeakSet<KeyboardEvent>();

/**
 * Closes on Escape where nothing lies on top, as Mantine's modals do one by one: those close with what is opened
 * from them, and their own stack forgets no dialog that goes away while it is open.
 */
const useEscape = (isTop: boolean, onClose: () => void): void =>
  useWindowEvent(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || !isTop || usedPresses.has(event)) return;
      // An open list closes first.
      if (
        event.target instanceof Element &&
        event.target.getAttribute('data-mantine-stop-propagation') === 'true'
      )
        return;
      usedPresses.add(event);
      onClose();
    },
    { capture: true },
  );

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
  const tellOuter = useContext(OuterDialog);
  const [onTop, setOnTop] = useState(0);
  const focusedBefore = useRef<Element>(null);
  const count = useCallback((change: 1 | -1) => {
    // What is covered cannot keep the focus; it has it again afterwards.
    if (change === 1) focusedBefore.current = document.activeElement;
    else focusAgain(focusedBefore.current);
    setOnTop((before) => before + change);
  }, []);
  useEffect(() => {
    if (!opened || tellOuter === undefined) return undefined;
    tellOuter(1);
    return () => tellOuter(-1);
  }, [opened, tellOuter]);
  useEscape(opened && onTop === 0, onClose);
  return (
    <OuterDialog value={count}>
      <Modal
        opened={opened}
        onClose={onClose}
        closeOnEscape={false}
        onExitTransitionEnd={focusAfterDialog}
        title={title}
        size={size}
        withOverlay={tellOuter === undefined}
        closeButtonProps={{ 'aria-label': 'Fermer' }}
        classNames={{ title: classes.title ?? '', content: onTop > 0 ? (classes.covered ?? '') : '' }}
      >
        {children}
      </Modal>
    </OuterDialog>
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

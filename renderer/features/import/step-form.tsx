import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './step-form.module.css';

/**
 * One step of the wizard. It takes the focus when it appears, so that Enter goes on and a screen reader says
 * where one is; the way back and the way on stay in sight below.
 */
export const StepForm = ({
  label,
  back,
  submitLabel,
  submitIcon,
  isReady,
  isBusy = false,
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly back: { readonly label: string; readonly onClick: () => void };
  readonly submitLabel: string;
  readonly submitIcon?: ReactNode;
  readonly isReady: boolean;
  readonly isBusy?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus({ preventScroll: true }), []);
  return (
    <form
      ref={form}
      aria-label={label}
      aria-busy={isBusy}
      tabIndex={-1}
      className={classes.step}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) form.current?.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) onSubmit();
      }}
    >
      {children}
      <footer className={classes.footer}>
        <Button variant="default" onClick={back.onClick}>
          {back.label}
        </Button>
        <Button type="submit" disabled={!isReady || isBusy} rightSection={submitIcon}>
          {submitLabel}
        </Button>
      </footer>
    </form>
  );
};

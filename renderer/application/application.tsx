import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { theme } from '../ui/theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { LedgerProvider } from './ledger-context.tsx';
import { type StartState, start } from './start.ts';
import { StartScreen } from './start-screen.tsx';

/** Opens the ledger, and shows how far that is until it is there. */
const Opening = () => {
  const [state, setState] = useState<StartState>({ kind: 'opening' });
  useEffect(() => {
    let stopped = false;
    start((next) => {
      if (!stopped) setState(next);
    }).catch((error: unknown) => {
      // Thrown while rendering, so that the boundary around this component shows it.
      setState(() => {
        throw error;
      });
    });
    return () => {
      stopped = true;
    };
  }, []);
  return state.kind === 'open' ? (
    <LedgerProvider opened={{ boot: state.boot, open: state.ledger }}>
      <Frame />
    </LedgerProvider>
  ) : (
    <StartScreen state={state} />
  );
};

/** The whole renderer: theme, start, and the frame once the ledger is open. */
export const Application = ({ styleNonce }: { readonly styleNonce: string }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
    <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1 }}>
      <Notifications position="bottom-left" limit={4} />
      <ErrorBoundary>
        <Opening />
      </ErrorBoundary>
    </DatesProvider>
  </MantineProvider>
);

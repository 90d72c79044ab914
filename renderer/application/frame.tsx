import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { storedSettings } from '../../shared/ledger/default-settings.ts';
import { bridge } from '../bridge/bridge.ts';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { Banners } from './banners.tsx';
import classes from './frame.module.css';
import { useBoot, useLedger } from './ledger-context.tsx';
import { Navigation } from './navigation.tsx';
import { places } from './places.ts';
import { RecallBar } from './recall-bar.tsx';
import { useRestoredNotice } from './restored-notice.tsx';
import { Screens } from './screens.tsx';
import { ServicesProvider } from './services-context.tsx';
import { ShortcutKeys } from './shortcut-keys.tsx';

const DemoBanner = () => (
  <>
    <div className="demo-frame" aria-hidden="true" />
    <div className={classes.demoBar}>
      <span>
        Démonstration&nbsp;: rien de ce que vous faites ici ne touche vos données, et aucun e-mail ne part.
      </span>
      <Button size="compact-sm" variant="white" color="dark" onClick={() => void bridge.openLedger('main')}>
        Quitter la démonstration
      </Button>
    </div>
  </>
);

const Layout = ({ children }: { readonly children: ReactNode }) => {
  const boot = useBoot();
  return (
    <div className={classes.window}>
      {boot.ledger === 'demo' && <DemoBanner />}
      <Banners />
      <div className={classes.columns}>{children}</div>
      <RecallBar />
    </div>
  );
};

/** Navigation on the left, one screen on the right; the first run takes the whole window. */
export const Frame = () => {
  const ledger = useLedger();
  const firstRunDone = storedSettings(ledger, 'onboarding')?.firstRunDone === true;
  useRestoredNotice();
  const location = useMemo(() => memoryLocation({ path: places.week, record: true }), []);
  return (
    <Router hook={location.hook} searchHook={location.searchHook}>
      <ServicesProvider>
        <Layout>
          {firstRunDone ? (
            <>
              <Navigation />
              <ShortcutKeys />
              <div className={classes.screen}>
                <Screens />
              </div>
            </>
          ) : (
            <FirstRunScreen />
          )}
        </Layout>
      </ServicesProvider>
    </Router>
  );
};

import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { callTasks } from '../../../shared/reminders/call-tasks.ts';
import { isByHand } from '../../../shared/reminders/channel-choice.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { usePlanning } from '../../application/use-planning.ts';
import { Page } from '../../ui/page.tsx';
import { TabLabel } from '../../ui/tab-label.tsx';
import { Calls } from '../calls/calls.tsx';
import { DataGaps } from './data-gaps.tsx';
import { Delivered, useNeedsUser } from './delivered.tsx';
import classes from './reminders-screen.module.css';
import { ToApprove } from './to-approve.tsx';
import { Waiting } from './waiting.tsx';

const tabs = ['a-valider', 'appels', 'partis', 'en-attente', 'a-completer'] as const;
type Tab = (typeof tabs)[number];
const isTab = (text: string | null): text is Tab => (tabs as readonly (string | null)[]).includes(text);

/** « Relances »: what is due today, what became of it, what waits and why, what is missing. */
export const RemindersScreen = () => {
  const planning = usePlanning();
  const ledger = useLedger();
  const today = useToday();
  // What the user does by telephone is never approved with a batch.
  const written = useMemo(
    () => ({ ...planning, proposals: planning.proposals.filter(({ channel }) => !isByHand(channel)) }),
    [planning],
  );
  const calls = useMemo(
    () => callTasks(ledger, planning.proposals, today).now.length,
    [ledger, planning, today],
  );
  const needsUser = useNeedsUser();
  const [, go] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('onglet');
  const tab = isTab(wanted) ? wanted : 'a-valider';
  return (
    <Page title="Relances" fill>
      <Tabs
        value={tab}
        onChange={(value) => go(`${places.reminders}?onglet=${value ?? 'a-valider'}`, { replace: true })}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '', list: classes.list ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="a-valider">
            <TabLabel count={written.proposals.length}>À valider</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="appels">
            <TabLabel count={calls}>Appels et SMS</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="partis">
            <TabLabel count={needsUser} tone="alert">
              En cours et partis
            </TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="en-attente">
            <TabLabel count={planning.waiting.length}>En attente</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="a-completer">
            <TabLabel count={planning.dataQuality.length}>À compléter</TabLabel>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="a-valider">
          <ToApprove planning={written} />
        </Tabs.Panel>
        <Tabs.Panel value="appels">
          <Calls planning={planning} />
        </Tabs.Panel>
        <Tabs.Panel value="partis">
          <Delivered />
        </Tabs.Panel>
        <Tabs.Panel value="en-attente">
          <Waiting lines={planning.waiting} />
        </Tabs.Panel>
        <Tabs.Panel value="a-completer">
          <DataGaps gaps={planning.dataQuality} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};

import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { openDisputes } from '../../../shared/ledger/open-disputes.ts';
import { useLedger, useToday } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Page } from '../../ui/page.tsx';
import { TabLabel } from '../../ui/tab-label.tsx';
import { HandoversList } from '../handovers/handovers-list.tsx';
import { DisputesList } from './disputes-list.tsx';

/** « Litiges »: contested invoices, and what was given to third parties. */
export const DisputesScreen = () => {
  const ledger = useLedger();
  const today = useToday();
  const [, go] = useLocation();
  const tab = new URLSearchParams(useSearch()).get('onglet') === 'confies' ? 'confies' : 'litiges';
  const disputes = useMemo(() => openDisputes(ledger, today).length, [ledger, today]);
  const given = [...ledger.handovers.values()].filter(({ ended }) => ended === undefined).length;
  return (
    <Page
      title="Litiges et dossiers confiés"
      lead="Ce qui ne se relance pas : les factures contestées, et celles qu’un partenaire recouvre pour vous."
    >
      <Tabs
        value={tab}
        onChange={(value) => go(value === 'confies' ? places.handovers : places.disputes, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="litiges">
            <TabLabel count={disputes}>Litiges</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="confies">
            <TabLabel count={given}>Confiés à un tiers</TabLabel>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="litiges">
          <DisputesList />
        </Tabs.Panel>
        <Tabs.Panel value="confies">
          <HandoversList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};

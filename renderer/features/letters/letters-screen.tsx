import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { letterRows } from '../../../shared/exporting/tables/letter-rows.ts';
import { lettersSource } from '../../../shared/exporting/tables/letters-source.ts';
import { lettersByState } from '../../../shared/letters/letters-by-state.ts';
import type { PaperLetter } from '../../../shared/letters/paper-letter.ts';
import { ExportMenu } from '../../application/exporting/export-menu.tsx';
import { useLedger } from '../../application/ledger-context.tsx';
import { places } from '../../application/places.ts';
import { Page } from '../../ui/page.tsx';
import { TabLabel } from '../../ui/tab-label.tsx';
import classes from './letters-screen.module.css';
import { Posted } from './posted.tsx';
import { Printed } from './printed.tsx';
import { ToPrint } from './to-print.tsx';

const tabs = ['a-imprimer', 'imprimes', 'postes'] as const;
type Tab = (typeof tabs)[number];
const isTab = (text: string | null): text is Tab => (tabs as readonly (string | null)[]).includes(text);

/** « Courriers »: letters on their way from the printer to the post office; a step is done when posted. */
export const LettersScreen = () => {
  const ledger = useLedger();
  const letters = useMemo(() => lettersByState(ledger), [ledger]);
  const [, go] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('onglet');
  const waiting: Tab = letters.toPrint.length === 0 && letters.printed.length > 0 ? 'imprimes' : 'a-imprimer';
  const tab = isTab(wanted) ? wanted : waiting;
  // The letters that were posted have a grid with a menu of its own.
  const listed: { readonly name: string; readonly letters: readonly PaperLetter[] } = {
    'a-imprimer': { name: 'Courriers à imprimer', letters: letters.toPrint },
    imprimes: { name: 'Courriers à poster', letters: letters.printed },
    postes: { name: '', letters: [] },
  }[tab];
  const show = (value: string | null): void =>
    go(`${places.letters}?onglet=${value ?? 'a-imprimer'}`, { replace: true });
  return (
    <Page
      title="Courriers"
      fill
      actions={
        listed.letters.length > 0 && (
          <ExportMenu source={() => lettersSource(listed.name, letterRows(ledger, listed.letters))} />
        )
      }
    >
      <Tabs
        value={tab}
        onChange={show}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '', list: classes.list ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="a-imprimer">
            <TabLabel count={letters.toPrint.length}>À imprimer</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="imprimes">
            <TabLabel count={letters.printed.length}>Imprimés, à poster</TabLabel>
          </Tabs.Tab>
          <Tabs.Tab value="postes">
            <TabLabel count={letters.posted.length}>Postés</TabLabel>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="a-imprimer">
          <ToPrint letters={letters.toPrint} onPrinted={() => show('imprimes')} />
        </Tabs.Panel>
        <Tabs.Panel value="imprimes">
          <Printed letters={letters.printed} posted={letters.posted} />
        </Tabs.Panel>
        <Tabs.Panel value="postes">
          <Posted letters={letters.posted} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};

import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { WeekScreen } from '../features/week/week-screen.tsx';
import { places, type SettingsSection, settingsSections } from './places.ts';

// The first screen is there at once; each other one is read from disk when it is first opened.
const AgeingScreen = lazy(async () => ({
  default: (await import('../features/ageing/ageing-screen.tsx')).AgeingScreen,
}));
const BankImportScreen = lazy(async () => ({
  default: (await import('../features/bank/bank-import-screen.tsx')).BankImportScreen,
}));
const CaseDataScreen = lazy(async () => ({
  default: (await import('../features/cases/case-data-screen.tsx')).CaseDataScreen,
}));
const CaseScreen = lazy(async () => ({
  default: (await import('../features/cases/case-screen.tsx')).CaseScreen,
}));
const CasesScreen = lazy(async () => ({
  default: (await import('../features/cases/cases-screen.tsx')).CasesScreen,
}));
const ClientScreen = lazy(async () => ({
  default: (await import('../features/clients/client-screen.tsx')).ClientScreen,
}));
const ClientsScreen = lazy(async () => ({
  default: (await import('../features/clients/clients-screen.tsx')).ClientsScreen,
}));
const DashboardScreen = lazy(async () => ({
  default: (await import('../features/dashboard/dashboard-screen.tsx')).DashboardScreen,
}));
const DisputesScreen = lazy(async () => ({
  default: (await import('../features/agreements/disputes-screen.tsx')).DisputesScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../features/import/import-screen.tsx')).ImportScreen,
}));
const InsolvencyClaimScreen = lazy(async () => ({
  default: (await import('../features/clients/insolvency-claim-screen.tsx')).InsolvencyClaimScreen,
}));
const JournalScreen = lazy(async () => ({
  default: (await import('../features/journal/journal-screen.tsx')).JournalScreen,
}));
const LettersScreen = lazy(async () => ({
  default: (await import('../features/letters/letters-screen.tsx')).LettersScreen,
}));
const NewLetterScreen = lazy(async () => ({
  default: (await import('../features/letters/new-letter-screen.tsx')).NewLetterScreen,
}));
const ReceiptsScreen = lazy(async () => ({
  default: (await import('../features/receipts/receipts-screen.tsx')).ReceiptsScreen,
}));
const RemindersScreen = lazy(async () => ({
  default: (await import('../features/reminders/reminders-screen.tsx')).RemindersScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));
const TreasuryScreen = lazy(async () => ({
  default: (await import('../features/treasury/treasury-screen.tsx')).TreasuryScreen,
}));

const isSection = (text: string): text is SettingsSection =>
  (settingsSections as readonly string[]).includes(text);

/** Which screen stands at which place. */
export const Screens = () => (
  <Suspense fallback={null}>
    <Switch>
      <Route path={places.week} component={WeekScreen} />
      <Route path={places.dashboard} component={DashboardScreen} />
      <Route path={places.ageing} component={AgeingScreen} />
      <Route path={places.clients} component={ClientsScreen} />
      <Route path={`${places.clients}/:id/declaration`}>
        {({ id }) => <InsolvencyClaimScreen key={id} clientId={decodeURIComponent(id)} />}
      </Route>
      <Route path={`${places.clients}/:id/courrier`}>
        {({ id }) => <NewLetterScreen key={id} clientId={decodeURIComponent(id)} />}
      </Route>
      <Route path={`${places.clients}/:id/:part?`}>
        {({ id, part }) => (
          <ClientScreen key={id} clientId={decodeURIComponent(id)} showsStatement={part === 'decompte'} />
        )}
      </Route>
      <Route path={places.reminders} component={RemindersScreen} />
      <Route path={places.letters} component={LettersScreen} />
      <Route path={places.bankImport} component={BankImportScreen} />
      <Route path={places.cases} component={CasesScreen} />
      <Route path={`${places.cases}/:id/donnees`}>
        {({ id }) => <CaseDataScreen key={id} caseId={decodeURIComponent(id)} />}
      </Route>
      <Route path={`${places.cases}/:id`}>
        {({ id }) => <CaseScreen key={id} caseId={decodeURIComponent(id)} />}
      </Route>
      <Route path={places.disputes} component={DisputesScreen} />
      <Route path={places.receipts} component={ReceiptsScreen} />
      <Route path={places.treasury} component={TreasuryScreen} />
      <Route path={places.import} component={ImportScreen} />
      <Route path={places.journal} component={JournalScreen} />
      <Route path={places.settings}>
        <SettingsScreen section="societe" />
      </Route>
      <Route path={`${places.settings}/:section`}>
        {({ section }) => <SettingsScreen section={isSection(section) ? section : 'societe'} />}
      </Route>
      <Route>
        <Redirect to={places.week} />
      </Route>
    </Switch>
  </Suspense>
);

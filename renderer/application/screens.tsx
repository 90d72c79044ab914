import { Redirect, Route, Switch } from 'wouter';
import { AgeingScreen } from '../features/ageing/ageing-screen.tsx';
import { ClientScreen } from '../features/clients/client-screen.tsx';
import { ClientsScreen } from '../features/clients/clients-screen.tsx';
import { DashboardScreen } from '../features/dashboard/dashboard-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { JournalScreen } from '../features/journal/journal-screen.tsx';
import { LettersScreen } from '../features/letters/letters-screen.tsx';
import { ReceiptsScreen } from '../features/receipts/receipts-screen.tsx';
import { RemindersScreen } from '../features/reminders/reminders-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { TreasuryScreen } from '../features/treasury/treasury-screen.tsx';
import { WeekScreen } from '../features/week/week-screen.tsx';
import { places, type SettingsSection, settingsSections } from './places.ts';

const isSection = (text: string): text is SettingsSection =>
  (settingsSections as readonly string[]).includes(text);

/** Which screen stands at which place. */
export const Screens = () => (
  <Switch>
    <Route path={places.week} component={WeekScreen} />
    <Route path={places.dashboard} component={DashboardScreen} />
    <Route path={places.ageing} component={AgeingScreen} />
    <Route path={places.clients} component={ClientsScreen} />
    <Route path={`${places.clients}/:id`}>
      {({ id }) => <ClientScreen key={id} clientId={decodeURIComponent(id)} />}
    </Route>
    <Route path={places.reminders} component={RemindersScreen} />
    <Route path={places.letters} component={LettersScreen} />
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
);

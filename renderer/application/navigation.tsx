import {
  BookOpenText,
  CalendarCheck,
  ChartNoAxesCombined,
  Gavel,
  LayoutDashboard,
  type LucideIcon,
  Mail,
  Settings,
  ShieldAlert,
  Stamp,
  Table2,
  Upload,
  Users,
  Wallet,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { settingsOf } from '../../shared/ledger/default-settings.ts';
import { paperLetters } from '../../shared/letters/paper-letter.ts';
import { countLinesToMatch } from '../../shared/matching/lines-to-match.ts';
import { formatCount } from '../../shared/money/format-count.ts';
import { useBoot, useLedger } from './ledger-context.tsx';
import classes from './navigation.module.css';
import { places } from './places.ts';
import { StatusFooter } from './status-footer.tsx';
import { usePlanning } from './use-planning.ts';

interface Entry {
  readonly label: string;
  readonly place: string;
  readonly icon: LucideIcon;
  readonly count?: number;
}

const EntryLink = ({ entry, shortcut }: { readonly entry: Entry; readonly shortcut?: number }) => {
  const [location] = useLocation();
  const active = location === entry.place || location.startsWith(`${entry.place}/`);
  const Icon = entry.icon;
  return (
    <li>
      <Link
        href={entry.place}
        className={classes.entry}
        aria-current={active ? 'page' : undefined}
        title={shortcut === undefined ? entry.label : `${entry.label} (Ctrl+${shortcut})`}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className={classes.label}>{entry.label}</span>
        {entry.count !== undefined && entry.count > 0 && (
          <span className={classes.count}>
            {formatCount(entry.count)}
            <span className="visually-hidden"> en attente</span>
          </span>
        )}
      </Link>
    </li>
  );
};

/** Places reached by Ctrl+1 to Ctrl+9, in the order of the navigation. */
export const navigationPlaces: readonly string[] = [
  places.week,
  places.dashboard,
  places.ageing,
  places.clients,
  places.reminders,
  places.letters,
  places.receipts,
  places.treasury,
  places.settings,
];

/** The few places a user goes, with what waits in each. */
export const Navigation = () => {
  const ledger = useLedger();
  const boot = useBoot();
  const planning = usePlanning();
  const company = settingsOf(ledger, 'company').name;
  const letters = paperLetters(ledger).filter(
    ({ row: { state } }) => state.kind === 'to-print' || state.kind === 'printed',
  ).length;
  const entries: readonly Entry[] = [
    { label: 'Ma semaine', place: places.week, icon: CalendarCheck },
    { label: 'Tableau de bord', place: places.dashboard, icon: LayoutDashboard },
    { label: 'Balance âgée', place: places.ageing, icon: Table2 },
    { label: 'Clients', place: places.clients, icon: Users },
    { label: 'Relances', place: places.reminders, icon: Mail, count: planning.proposals.length },
    { label: 'Courriers', place: places.letters, icon: Stamp, count: letters },
    { label: 'Litiges', place: places.disputes, icon: ShieldAlert },
    { label: 'Contentieux', place: places.cases, icon: Gavel },
    { label: 'Encaissements', place: places.receipts, icon: Wallet, count: countLinesToMatch(ledger) },
    { label: 'Trésorerie', place: places.treasury, icon: ChartNoAxesCombined },
    { label: 'Réglages', place: places.settings, icon: Settings },
  ];
  return (
    <nav className={classes.navigation} aria-label="Navigation principale">
      <div className={classes.company}>
        <div className={classes.product}>Acquit</div>
        <div className={classes.name} title={company}>
          {boot.ledger === 'demo' ? `${company || 'Société'} (démonstration)` : company || 'Votre société'}
        </div>
      </div>
      <ul className={classes.entries}>
        {entries.map((entry) => {
          const index = navigationPlaces.indexOf(entry.place);
          return (
            <EntryLink key={entry.place} entry={entry} {...(index < 0 ? {} : { shortcut: index + 1 })} />
          );
        })}
      </ul>
      <ul className={classes.entries}>
        <EntryLink entry={{ label: 'Importer', place: places.import, icon: Upload }} />
        <EntryLink entry={{ label: 'Journal', place: places.journal, icon: BookOpenText }} />
      </ul>
      <StatusFooter />
    </nav>
  );
};

import { Link } from 'wouter';
import { unreachable } from '../../../shared/result.ts';
import { places, type SettingsSection, settingsSections } from '../../application/places.ts';
import { Page } from '../../ui/page.tsx';
import { CompanySection } from './company/company-section.tsx';
import { DataSection } from './data/data-section.tsx';
import { DisplaySection } from './display/display-section.tsx';
import { useUnsavedSections } from './drafts.ts';
import { LawSection } from './law/law-section.tsx';
import { MailSection } from './mail/mail-section.tsx';
import { MatchingSection } from './matching/matching-section.tsx';
import { ReminderSection } from './reminders/reminder-section.tsx';
import { ScenarioSection } from './scenario/scenario-section.tsx';
import { sectionIcons, sectionLeads, sectionNames } from './sections.ts';
import classes from './settings-screen.module.css';
import { TemplateSection } from './templates/template-section.tsx';
import { TreasurySection } from './treasury/treasury-section.tsx';

const SectionList = ({ current }: { readonly current: SettingsSection }) => {
  const unsaved = useUnsavedSections();
  return (
    <nav aria-label="Rubriques des réglages" className={classes.sections}>
      <ul>
        {settingsSections.map((section) => {
          const Icon = sectionIcons[section];
          return (
            <li key={section}>
              <Link
                href={places.settingsSection(section)}
                className={classes.section}
                aria-current={section === current ? 'page' : undefined}
              >
                <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
                <span className={classes.sectionName}>{sectionNames[section]}</span>
                {unsaved.has(section) && section !== current && (
                  <span className={classes.unsaved} title="Modifications non enregistrées">
                    <span className="visually-hidden">modifications non enregistrées</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

const sectionOf = (section: SettingsSection) => {
  switch (section) {
    case 'societe':
      return <CompanySection />;
    case 'messagerie':
      return <MailSection />;
    case 'scenario':
      return <ScenarioSection />;
    case 'modeles':
      return <TemplateSection />;
    case 'relances':
      return <ReminderSection />;
    case 'rapprochement':
      return <MatchingSection />;
    case 'tresorerie':
      return <TreasurySection />;
    case 'taux':
      return <LawSection />;
    case 'donnees':
      return <DataSection />;
    case 'affichage':
      return <DisplaySection />;
    default:
      return unreachable(section);
  }
};

/** « Réglages »: the sections on the left, one of them beside it. */
export const SettingsScreen = ({ section }: { readonly section: SettingsSection }) => (
  <Page title="Réglages" fill>
    <div className={classes.columns}>
      <SectionList current={section} />
      <section className={classes.content} aria-label={sectionNames[section]} key={section}>
        <header className={classes.head}>
          <h2>{sectionNames[section]}</h2>
          <p>{sectionLeads[section]}</p>
        </header>
        {sectionOf(section)}
      </section>
    </div>
  </Page>
);

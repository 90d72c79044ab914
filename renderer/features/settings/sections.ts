import {
  Building2,
  DatabaseBackup,
  FileText,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Mail,
  Monitor,
  Scale,
  SlidersHorizontal,
  Wallet,
} from 'lucide-react';
import type { SettingsSection } from '../../application/places.ts';

/** What the list and the title call a section. */
export const sectionNames: Readonly<Record<SettingsSection, string>> = {
  societe: 'Société',
  messagerie: 'Messagerie',
  scenario: 'Scénario',
  modeles: 'Modèles',
  relances: 'Relances',
  rapprochement: 'Rapprochement',
  tresorerie: 'Trésorerie',
  taux: 'Taux et droit',
  donnees: 'Données',
  affichage: 'Affichage',
};

export const sectionIcons: Readonly<Record<SettingsSection, LucideIcon>> = {
  societe: Building2,
  messagerie: Mail,
  scenario: ListOrdered,
  modeles: FileText,
  relances: SlidersHorizontal,
  rapprochement: ListChecks,
  tresorerie: Wallet,
  taux: Scale,
  donnees: DatabaseBackup,
  affichage: Monitor,
};

/** What a section is for, one sentence under its title. */
export const sectionLeads: Readonly<Record<SettingsSection, string>> = {
  societe: 'Ce que vos clients lisent de vous sur chaque e-mail et chaque courrier.',
  messagerie: 'Comment vos relances partent. Acquit n’écrit à personne sans votre accord.',
  scenario: 'Quand relancer, sur quel ton et par quel moyen.',
  modeles: 'Les textes de vos relances. Ils sont à vous\u00A0: changez-les comme vous l’entendez.',
  relances: 'Les règles que suivent toutes les relances, quel que soit le scénario.',
  rapprochement: 'Jusqu’où Acquit rapproche un paiement d’une facture quand les montants diffèrent.',
  tresorerie: 'Acquit vous alerte quand votre solde prévu passe sous un seuil.',
  taux: 'Les taux et les délais de la loi avec lesquels Acquit compte, chacun avec sa source.',
  donnees: 'Vos données sont sur ce PC, et nulle part ailleurs. Elles sont à vous.',
  affichage: 'Apparence, démarrage et raccourcis de l’application.',
};

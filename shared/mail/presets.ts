import type { MailSettings } from '../ipc/mail-contract.ts';

/** What a provider wants in its settings, as published in its help pages. Offered as a choice, all editable. */
export interface MailPreset {
  readonly id: 'gmail' | 'microsoft365' | 'outlook' | 'orange' | 'free' | 'ovh' | 'ionos' | 'sfr';
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly security: MailSettings['security'];
  /** Domains by which the provider is guessed from the sender's address. */
  readonly domains: readonly string[];
  /** What the user must know before typing his password (French). */
  readonly note?: string;
  /** The provider takes no password from a program any more: `.eml` files are the way. */
  readonly refusesPasswords?: true;
}

const microsoftNote =
  'Microsoft retire l’envoi par simple mot de passe. S’il refuse le vôtre, choisissez « Ouvrir les relances dans ma messagerie »\u00a0: Acquit prépare alors chaque message, vous l’envoyez depuis Outlook.';

/** Providers of French small businesses. Order of the choice list. */
export const mailPresets: readonly MailPreset[] = [
  {
    id: 'orange',
    name: 'Orange',
    host: 'smtp.orange.fr',
    port: 465,
    security: 'implicit',
    domains: ['orange.fr', 'wanadoo.fr'],
  },
  {
    id: 'gmail',
    name: 'Gmail',
    host: 'smtp.gmail.com',
    port: 465,
    security: 'implicit',
    domains: ['gmail.com', 'googlemail.com'],
    note: 'Google demande un «\u00a0mot de passe d’application\u00a0»\u00a0: créez-le dans votre compte Google, rubrique Sécurité, après avoir activé la validation en deux étapes.',
  },
  {
    id: 'microsoft365',
    name: 'Microsoft 365',
    host: 'smtp.office365.com',
    port: 587,
    security: 'starttls',
    domains: [],
    note: microsoftNote,
  },
  {
    id: 'outlook',
    name: 'Outlook.com, Hotmail',
    host: 'smtp-mail.outlook.com',
    port: 587,
    security: 'starttls',
    domains: ['outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr', 'msn.com'],
    note: microsoftNote,
    refusesPasswords: true,
  },
  {
    id: 'ovh',
    name: 'OVHcloud',
    host: 'ssl0.ovh.net',
    port: 465,
    security: 'implicit',
    domains: [],
    note: 'Pour une offre Exchange ou Email Pro, remplacez le serveur par celui qu’indique votre espace client OVHcloud.',
  },
  {
    id: 'ionos',
    name: 'IONOS',
    host: 'smtp.ionos.fr',
    port: 465,
    security: 'implicit',
    domains: [],
  },
  {
    id: 'free',
    name: 'Free',
    host: 'smtp.free.fr',
    port: 465,
    security: 'implicit',
    domains: ['free.fr'],
    note: 'Le «\u00a0SMTP authentifié\u00a0» doit être activé dans votre espace abonné Free.',
  },
  {
    id: 'sfr',
    name: 'SFR',
    host: 'smtp.sfr.fr',
    port: 465,
    security: 'implicit',
    domains: ['sfr.fr', 'neuf.fr', 'cegetel.net', 'club-internet.fr'],
  },
];

/** The preset of the provider whose domain the address has, or undefined for a domain of one's own. */
export const presetForAddress = (address: string): MailPreset | undefined => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return mailPresets.find((preset) => preset.domains.includes(domain));
};

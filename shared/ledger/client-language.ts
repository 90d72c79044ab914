import type { Client } from './client.ts';

/** Language of what a client is sent. */
export type ClientLanguage = NonNullable<Client['language']>;

/** What the user reads, French. */
export const clientLanguageNames: Readonly<Record<ClientLanguage, string>> = {
  fr: 'Français',
  en: 'Anglais',
};

/** Where a business letter in French is read without help, folded. */
const frenchSpeaking: ReadonlySet<string> = new Set([
  '',
  'france',
  'belgique',
  'belgium',
  'suisse',
  'switzerland',
  'luxembourg',
  'monaco',
  'canada',
  'quebec',
  'maroc',
  'algerie',
  'tunisie',
  'senegal',
  "cote d'ivoire",
  'cameroun',
  'gabon',
  'benin',
  'togo',
  'mali',
  'niger',
  'burkina faso',
  'madagascar',
  'congo',
  'guadeloupe',
  'martinique',
  'guyane',
  'la reunion',
  'reunion',
  'mayotte',
  'nouvelle-caledonie',
  'polynesie francaise',
]);

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** The language that the country of an address suggests; French where none stands. */
export const suggestedLanguage = (country: string | undefined): ClientLanguage =>
  frenchSpeaking.has(folded(country ?? '')) ? 'fr' : 'en';

import type { Day } from '../dates/day.ts';
import { defaultReminderSettings } from '../ledger/default-settings.ts';
import type { CompanySettings, SettingsRow } from '../ledger/settings.ts';
import { cents } from '../money/cents.ts';
import { inventedIban, inventedSiren, inventedVatNumber } from './invented-identifiers.ts';

const siren = inventedSiren(0);

/** An invented workshop of seven people; no such company, account or address exists. */
export const demoCompany: CompanySettings = {
  id: 'company',
  name: 'Menuiserie Vaurelle',
  legalForm: 'SARL',
  capital: '24 000 €'.replaceAll(' ', '\u00A0'),
  siren,
  registry: 'RCS Annecy',
  vatNumber: inventedVatNumber(siren),
  address: { lines: ['18 chemin des Copeaux'], postcode: '74150', city: 'Rumilly' },
  phone: '04 65 71 01 74',
  email: 'compta@menuiserie-vaurelle.test',
  iban: inventedIban(),
  bic: 'ZZZZFRPPXXX',
  accountHolder: 'MENUISERIE VAURELLE SARL',
  signatoryName: 'Sandrine Vaurelle',
  signatoryCapacity: 'gérante',
};

/** Below this the alert of the demonstration fires. */
export const demoThresholdCents = cents(500_000);

/** Settings of a user who has used the application since `startedOn`. */
export const demoSettings = (startedOn: Day): readonly SettingsRow[] => [
  demoCompany,
  defaultReminderSettings,
  { id: 'treasury', thresholdsCents: [demoThresholdCents] },
  { id: 'onboarding', startedOn, firstRunDone: true },
];

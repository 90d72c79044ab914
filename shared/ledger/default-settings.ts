import { cents } from '../money/cents.ts';
import type { Ledger } from './ledger.ts';
import type {
  CompanySettings,
  MatchingSettings,
  ReminderSettings,
  SettingsId,
  SettingsOf,
  TreasurySettings,
} from './settings.ts';

export const emptyCompany: CompanySettings = {
  id: 'company',
  name: '',
  legalForm: '',
  capital: '',
  siren: '',
  registry: '',
  vatNumber: '',
  address: { lines: [], postcode: '', city: '' },
  phone: '',
  email: '',
  iban: '',
  bic: '',
  accountHolder: '',
  signatoryName: '',
  signatoryCapacity: '',
  consumerMediator: '',
};

/** Defaults of law-and-formats.md 4.2 and 8: seven days between two messages, one euro of tolerance. */
export const defaultReminderSettings: ReminderSettings = {
  id: 'reminders',
  calendar: 'metropole',
  minimumGapDays: 7,
  toleranceCents: cents(100),
  recallSeconds: 15,
  claimPenalties: true,
  claimIndemnity: true,
  defaultTermDays: 30,
  notifyAtHour: 9,
};

export const defaultTreasury: TreasurySettings = { id: 'treasury', thresholdsCents: [] };

/** Fees of a foreign transfer are mostly below 25 euros; nothing is taken for fees unless the user sees it. */
export const defaultMatching: MatchingSettings = { id: 'matching', feeToleranceCents: cents(2500) };

const defaults = {
  company: emptyCompany,
  reminders: defaultReminderSettings,
  treasury: defaultTreasury,
  matching: defaultMatching,
};

/** The stored settings of a ledger, or the defaults where the user has not chosen. */
export const settingsOf = <Id extends keyof typeof defaults>(ledger: Ledger, id: Id): SettingsOf<Id> =>
  (ledger.settings.get(id) ?? defaults[id]) as SettingsOf<Id>;

/** A settings row that may not be there yet. */
export const storedSettings = <Id extends SettingsId>(ledger: Ledger, id: Id): SettingsOf<Id> | undefined =>
  ledger.settings.get(id) as SettingsOf<Id> | undefined;

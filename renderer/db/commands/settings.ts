import { changesIban } from '../../../shared/ledger/company-problems.ts';
import { type Command, put, type RowWrite, remove } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { BankBalance, ImportProfile, PlannedOutflow } from '../../../shared/ledger/history.ts';
import type { SettingsId, SettingsRow } from '../../../shared/ledger/settings.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';

const names: Readonly<Record<SettingsId, string>> = {
  company: 'Société modifiée',
  reminders: 'Réglages des relances modifiés',
  treasury: 'Seuils de trésorerie modifiés',
  onboarding: 'Choix du premier démarrage',
  'legal-rates': 'Taux légaux modifiés',
  matching: 'Réglages du rapprochement modifiés',
  'bank-check': 'Banque vérifiée\u00A0: rien de nouveau',
};

/** Replaces a settings row. An IBAN that clients know is changed by change-company-iban alone. */
export const saveSettings: Command<SettingsRow> = (ledger, row) =>
  row.id === 'company' && changesIban(settingsOf(ledger, 'company'), row)
    ? fail({ kind: 'iban', message: 'Confirmez d’abord le changement d’IBAN.' })
    : ok({
        command: 'save-settings',
        label: names[row.id],
        undo: row.id === 'onboarding' ? 'refused' : 'allowed',
        writes: [put('settings', row)],
      });

export const saveOutflow: Command<PlannedOutflow> = (_ledger, outflow) => {
  if (outflow.label.trim() === '') return fail({ kind: 'no-label', message: 'Nommez cette dépense.' });
  if (outflow.cents <= 0)
    return fail({ kind: 'not-positive', message: 'Le montant doit être supérieur à zéro.' });
  return ok({
    command: 'save-outflow',
    label: `Dépense «\u00A0${outflow.label}\u00A0» enregistrée`,
    undo: 'allowed',
    writes: [put('outflows', outflow)],
  });
};

export const removeOutflow: Command<{ readonly id: string }> = (ledger, { id }) => {
  const outflow = ledger.outflows.get(id);
  if (!outflow) return fail({ kind: 'no-outflow', message: 'Cette dépense n’existe plus.' });
  return ok({
    command: 'remove-outflow',
    label: `Dépense «\u00A0${outflow.label}\u00A0» retirée`,
    undo: 'allowed',
    writes: [remove('outflows', id)],
  });
};

/** Records what the bank account held at the end of a day; one row a day. */
export const saveBankBalance: Command<Pick<BankBalance, 'on' | 'cents'>> = (_ledger, balance, context) => {
  if (balance.on > context.today)
    return fail({ kind: 'future', message: 'Le solde doit être celui d’aujourd’hui ou d’un jour passé.' });
  return ok({
    command: 'save-bank-balance',
    label: `Solde bancaire\u00A0: ${formatAmount(balance.cents)}`,
    undo: 'allowed',
    writes: [put('bankBalances', { ...balance, id: balance.on, recordedAt: context.now })],
  });
};

export const saveImportProfile: Command<ImportProfile> = (_ledger, profile) =>
  ok({
    command: 'save-import-profile',
    label: `Correspondance de colonnes «\u00A0${profile.name}\u00A0» enregistrée`,
    undo: 'allowed',
    writes: [put('importProfiles', profile)],
  });

/** Fills an empty ledger with prepared rows: the demonstration. */
export const fillEmptyLedger: Command<{ readonly label: string; readonly writes: readonly RowWrite[] }> = (
  ledger,
  { label, writes },
) =>
  ledger.sequence > 0
    ? fail({ kind: 'not-empty', message: 'Ce dossier contient déjà des données.' })
    : ok({ command: 'fill-empty-ledger', label, undo: 'refused', writes });

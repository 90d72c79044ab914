import { type Command, put } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { Cents } from '../../../shared/money/cents.ts';
import { formatAmount } from '../../../shared/money/format-amount.ts';
import { fail, ok } from '../../../shared/result.ts';

/** Alerts when the balance falls below this too. May be negative: an agreed overdraft. */
export const addThreshold: Command<{ readonly thresholdCents: Cents }> = (ledger, { thresholdCents }) => {
  const settings = settingsOf(ledger, 'treasury');
  if (settings.thresholdsCents.includes(thresholdCents))
    return fail({ kind: 'known', message: `Le seuil de ${formatAmount(thresholdCents)} existe déjà.` });
  return ok({
    command: 'add-threshold',
    label: `Seuil d’alerte à ${formatAmount(thresholdCents)} ajouté`,
    undo: 'allowed',
    writes: [
      put('settings', {
        ...settings,
        thresholdsCents: [...settings.thresholdsCents, thresholdCents].sort((a, b) => b - a),
      }),
    ],
  });
};

export const removeThreshold: Command<{ readonly thresholdCents: Cents }> = (ledger, { thresholdCents }) => {
  const settings = settingsOf(ledger, 'treasury');
  if (!settings.thresholdsCents.includes(thresholdCents))
    return fail({ kind: 'no-threshold', message: 'Ce seuil n’existe plus.' });
  return ok({
    command: 'remove-threshold',
    label: `Seuil d’alerte à ${formatAmount(thresholdCents)} retiré`,
    undo: 'allowed',
    writes: [
      put('settings', {
        ...settings,
        thresholdsCents: settings.thresholdsCents.filter((known) => known !== thresholdCents),
      }),
    ],
  });
};

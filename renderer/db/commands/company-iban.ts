import { compact } from '../../../shared/identifiers/compact.ts';
import { lastFourOf, maskedIban } from '../../../shared/identifiers/masked-iban.ts';
import { changesIban } from '../../../shared/ledger/company-problems.ts';
import { type Command, put } from '../../../shared/ledger/decision.ts';
import { settingsOf } from '../../../shared/ledger/default-settings.ts';
import type { CompanySettings } from '../../../shared/ledger/settings.ts';
import { fail, ok } from '../../../shared/result.ts';

/**
 * Saves the company with another IBAN than the one that clients know. The user types the last four characters of
 * the new one again (of the old one where it is taken away): a changed account is how most payment fraud begins. The
 * journal keeps both, masked.
 */
export const changeCompanyIban: Command<{
  readonly company: CompanySettings;
  readonly lastFour: string;
}> = (ledger, { company, lastFour }) => {
  const stored = settingsOf(ledger, 'company');
  if (!changesIban(stored, company)) return fail({ kind: 'unchanged', message: 'L’IBAN n’a pas changé.' });
  const expected = lastFourOf(company.iban === '' ? stored.iban : company.iban);
  if (compact(lastFour) !== expected)
    return fail({
      kind: 'not-confirmed',
      message: 'Les quatre derniers caractères ne sont pas ceux de l’IBAN\u00A0: vérifiez-le sur votre RIB.',
    });
  return ok({
    command: 'change-company-iban',
    label: `IBAN de la société changé\u00A0: ${maskedIban(stored.iban)} remplacé par ${maskedIban(company.iban)}`,
    undo: 'allowed',
    writes: [put('settings', company)],
  });
};

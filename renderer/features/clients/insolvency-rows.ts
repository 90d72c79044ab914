import { declarationRecipient } from '../../../shared/claims/declaration-text.ts';
import { formatDay } from '../../../shared/dates/format-day.ts';
import type { Insolvency } from '../../../shared/ledger/client.ts';
import { insolvencyName } from '../../../shared/ledger/client-flag.ts';
import { capitalised } from '../../ui/capitalised.ts';

/** What is known of the procedure, for the client's file; one line that says « Aucune » where there is none. */
export const insolvencyRows = (
  insolvency: Insolvency | undefined,
): readonly (readonly [name: string, value: string | undefined])[] => {
  if (insolvency === undefined) return [['Procédure collective', 'Aucune']];
  const { kind, judgmentOn, publishedOn, court, trustee, declaredOn } = insolvency;
  return [
    ['Procédure collective', `${insolvencyName(kind)}, jugement du ${formatDay(judgmentOn)}`],
    ['Publication au BODACC', publishedOn && formatDay(publishedOn)],
    ['Tribunal', court],
    [capitalised(declarationRecipient(kind)), trustee],
    ['Créance déclarée', declaredOn === undefined ? 'Pas encore' : `Le ${formatDay(declaredOn)}`],
  ];
};
